#include "audit/replay/keys_roles.h"

#include <algorithm>

#include "audit/base/ed25519.h"
#include "audit/replay/enrolment.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

using schema::Role;

constexpr std::size_t kOriginBytesMax = 255;
constexpr Refusal kBadRegion{"BAD_REGION", "the region is no ISO 3166-2 code, or has no place here"};

bool possessionHolds(const State& state, capnp::Data::Reader person, capnp::Data::Reader key,
                     capnp::Data::Reader proof) {
  Buffer message;
  const auto append = [&](Bytes bytes) { message.insert(message.end(), bytes.begin(), bytes.end()); };
  append(bytesOf("asar/pop/v1"));
  append(state.ledger);
  append(person);
  append(key);
  return signatureHolds(fixed<32>(key), message, proof);
}

struct NewKey {
  capnp::Data::Reader person;
  capnp::Data::Reader key;
  capnp::Data::Reader proof;
};

Refusal judgeNewKey(const State& state, const Case& c, const NewKey& added) {
  if (!acceptableKey(fixed<32>(added.key))) return {"KEY_REJECTED", "the new key is of small order or not reduced"};
  if (state.keys.contains(fixed<32>(added.key))) return {"KEY_TAKEN", "the new key was registered before"};
  if (!c.trusted && !possessionHolds(state, added.person, added.key, added.proof)) {
    return {"BAD_POSSESSION", "the proof of possession does not hold"};
  }
  return {};
}

void addKey(State& state, const Id& person, const Key& key) {
  state.keys.try_emplace(key, KeyHeld{person, true, false, false});
  if (Person* known = find(state.persons, person)) ++known->keys;
}

bool scopeFits(const State& state, Role role, const Id& scope) {
  const bool none = scope == Id{};
  switch (role) {
    case Role::OFFICER:
    case Role::COORDINATOR:
    case Role::ATTESTOR:
      return state.organisations.contains(scope);
    case Role::CLERK:
      return none || state.offices.contains(scope);
    case Role::AUTHORITY:
    case Role::AUDITOR:
    case Role::IMPORTER:
    case Role::OPERATOR:
      return none;
    case Role::FUNDER:
    case Role::PAYER:
    case Role::VERIFIER:
      return none || state.organisations.contains(scope);
  }
  return false;
}

const RoleHeld* exactRole(const Person& person, Role role, const Id& scope, std::int64_t now_ms) {
  for (const RoleHeld& held : person.roles) {
    if (held.role == role && held.scope == scope && held.counts(now_ms)) return &held;
  }
  return nullptr;
}

// Who holds it without an end, but for one person.
std::size_t lastingAuthorities(const State& state, const Id& besides) {
  return static_cast<std::size_t>(std::count_if(state.persons.begin(), state.persons.end(), [&](const auto& person) {
    const auto& roles = person.second.roles;
    return person.first != besides && std::any_of(roles.begin(), roles.end(), [](const RoleHeld& held) {
             return held.role == Role::AUTHORITY && held.valid_to_ms == 0;
           });
  }));
}

}  // namespace

bool isRegion(std::string_view code) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() < 4 || code.size() > 6 || !letter(code[0]) || !letter(code[1]) || code[2] != '-') return false;
  return std::all_of(code.begin() + 3, code.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

Refusal judge(const State& state, const Case& c, schema::LedgerFound::Reader command) {
  if (c.index != 1 || !state.persons.empty()) return {"WRONG_STATE", "a ledger is founded once, by its first command"};
  const std::string_view origin(command.getOrigin().begin(), command.getOrigin().size());
  if (origin.size() > kOriginBytesMax || origin.find_first_of(" +") != std::string_view::npos) {
    return {"BAD_ORIGIN", "the origin is longer than 255 bytes, or holds a space or a plus"};
  }
  if (!acceptableKey(fixed<32>(command.getLogKey()))) return {"KEY_REJECTED", "the log's key is of small order"};
  std::unordered_set<Id, IdHash> persons;
  std::unordered_set<Key, KeyHash> keys;
  for (const auto authority : command.getAuthorities()) {
    persons.insert(idOf(authority.getPerson()));
    if (!acceptableKey(fixed<32>(authority.getKey()))) return {"KEY_REJECTED", "a founder's key is of small order"};
    keys.insert(fixed<32>(authority.getKey()));
  }
  const auto named = command.getAuthorities().size();
  if (persons.size() != named || keys.size() != named) {
    return {"SAME_PERSON", "the founders are different persons with different keys"};
  }
  if (named < 2) return {"LAST_AUTHORITIES", "a ledger is founded by at least two persons"};
  return {};
}

void apply(State& state, const Case& c, schema::LedgerFound::Reader command) {
  state.demo = command.getDemo();
  state.origin = std::string(command.getOrigin().begin(), command.getOrigin().size());
  state.log_keys = {fixed<32>(command.getLogKey())};
  for (const auto authority : command.getAuthorities()) {
    const Id id = idOf(authority.getPerson());
    state.ids.insert(id);
    state.persons[id].roles.push_back({Role::AUTHORITY, Id{}, c.recorded_at, 0});
    addKey(state, id, fixed<32>(authority.getKey()));
  }
}

Refusal judge(const State& state, const Case& c, schema::KeyRegister::Reader command) {
  if (find(state.persons, idOf(command.getPerson())) == nullptr) return kUnknownSubject;
  if (c.rules >= kVersionThree) {
    if (const auto refusal = judgeTicket(state, c, command)) return refusal;
  }
  return judgeNewKey(state, c, {command.getPerson(), command.getKey(), command.getPossession()});
}

void apply(State& state, const Case&, schema::KeyRegister::Reader command) {
  addKey(state, idOf(command.getPerson()), fixed<32>(command.getKey()));
}

Refusal judge(const State& state, const Case& c, schema::KeyRotate::Reader command) {
  const auto old_key = state.keys.find(fixed<32>(command.getOldKey()));
  if (old_key == state.keys.end() || !old_key->second.live || old_key->second.person != idOf(command.getPerson())) {
    return {"KEY_UNKNOWN", "the old key is no live key of that person"};
  }
  return judgeNewKey(state, c, {command.getPerson(), command.getNewKey(), command.getPossession()});
}

void apply(State& state, const Case&, schema::KeyRotate::Reader command) {
  const auto old_key = state.keys.find(fixed<32>(command.getOldKey()));
  if (old_key != state.keys.end()) old_key->second.live = false;
  addKey(state, idOf(command.getPerson()), fixed<32>(command.getNewKey()));
}

Refusal judge(const State& state, const Case&, schema::KeyRevoke::Reader command) {
  const auto key = state.keys.find(fixed<32>(command.getKey()));
  if (key == state.keys.end() || !key->second.live || key->second.person != idOf(command.getPerson())) {
    return {"KEY_UNKNOWN", "it is no live key of that person"};
  }
  return {};
}

void apply(State& state, const Case&, schema::KeyRevoke::Reader command) {
  const auto key = state.keys.find(fixed<32>(command.getKey()));
  if (key == state.keys.end()) return;
  key->second.live = false;
  key->second.revoked = true;
}

Refusal judge(const State& state, const Case& c, schema::RoleGrant::Reader command) {
  const Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return kUnknownSubject;
  if (c.rules >= kVersionThree && isIn(state, idOf(command.getPerson()), "merged"))
    return {"WRONG_STATE", "an absorbed profile holds no roles"};
  const Role role = command.getRole();
  const Id scope = idOf(command.getScope());
  if (!scopeFits(state, role, scope)) return {"ROLE_SCOPE", "the role is not held in such a scope"};
  if (exactRole(*person, role, scope, c.recorded_at) != nullptr)
    return {"ROLE_HELD", "the person holds that role already"};
  for (const RoleHeld& held : person->roles) {
    if (held.counts(c.recorded_at) && (held.role == Role::OPERATOR) != (role == Role::OPERATOR)) {
      return {"ROLES_INCOMPATIBLE", "an operator holds no other role"};
    }
  }
  return {};
}

void apply(State& state, const Case& c, schema::RoleGrant::Reader command) {
  Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return;
  // One that has expired makes room for the new one.
  std::erase_if(person->roles, [&](const RoleHeld& held) { return !held.counts(c.recorded_at); });
  person->roles.push_back({command.getRole(), idOf(command.getScope()), c.recorded_at, command.getValidTo()});
}

Refusal judge(const State& state, const Case& c, schema::RoleRevoke::Reader command) {
  const Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return kUnknownSubject;
  if (exactRole(*person, command.getRole(), idOf(command.getScope()), c.recorded_at) == nullptr) {
    return {"ROLE_NOT_HELD", "the person does not hold that role"};
  }
  if (command.getRole() == Role::AUTHORITY && lastingAuthorities(state, idOf(command.getPerson())) < 2) {
    return {"LAST_AUTHORITIES", "two authorities always remain"};
  }
  return {};
}

void apply(State& state, const Case&, schema::RoleRevoke::Reader command) {
  Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return;
  const Id scope = idOf(command.getScope());
  std::erase_if(person->roles,
                [&](const RoleHeld& held) { return held.role == command.getRole() && held.scope == scope; });
}

Refusal judge(const State& state, const Case&, schema::OfficeEstablish::Reader command) {
  if (state.ids.contains(idOf(command.getOffice()))) return kIdTaken;
  const std::string region = stringOf(command.getRegion());
  const bool national = command.getKind() == schema::OfficeKind::NATIONAL;
  if (national != region.empty() || (!national && !isRegion(region))) return kBadRegion;
  if (state.office_regions.contains(region)) return {"REGION_HAS_OFFICE", "the region has an office"};
  return {};
}

void apply(State& state, const Case&, schema::OfficeEstablish::Reader command) {
  state.ids.insert(idOf(command.getOffice()));
  state.offices.insert(idOf(command.getOffice()));
  state.office_regions.insert(stringOf(command.getRegion()));
}

Refusal judge(const State& state, const Case&, schema::OrganisationRegister::Reader command) {
  if (state.ids.contains(idOf(command.getOrganisation()))) return kIdTaken;
  if (!state.offices.contains(idOf(command.getOffice()))) return kUnknownSubject;
  if (!isRegion(stringOf(command.getRegion()))) return kBadRegion;
  if (command.hasRegistrationNumber() &&
      state.registration_numbers.contains(stringOf(command.getRegistrationNumber()))) {
    return {"NUMBER_TAKEN", "the registration number belongs to another organisation"};
  }
  return {};
}

void apply(State& state, const Case&, schema::OrganisationRegister::Reader command) {
  state.ids.insert(idOf(command.getOrganisation()));
  state.organisations.try_emplace(idOf(command.getOrganisation()), idOf(command.getOffice()));
  if (command.hasRegistrationNumber()) state.registration_numbers.insert(stringOf(command.getRegistrationNumber()));
}

Refusal judge(const State& state, const Case& c, schema::PersonRegister::Reader command) {
  if (state.ids.contains(idOf(command.getPerson()))) return kIdTaken;
  if (!state.offices.contains(idOf(command.getOffice()))) return kUnknownSubject;
  if (!isRegion(stringOf(command.getRegion()))) return kBadRegion;
  if (c.rules < kVersionThree || codesRise(command.getLanguages())) return {};
  return {"BAD_LANGUAGES", "a language stands twice, or not in the order of their numbers"};
}

void apply(State& state, const Case&, schema::PersonRegister::Reader command) {
  const Id id = idOf(command.getPerson());
  state.ids.insert(id);
  state.persons.try_emplace(id, Person{command.getAgeBand(), command.getAgeBasis(), idOf(command.getOffice()), 0, {}});
}

}  // namespace audit
