#include "ledger/rules/keys.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/enrolment.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

Result<void> checkNewKey(const State& state, const PersonId& person, const ActorKey& key,
                         const ActorSignature& possession, const Context& context) {
  if (!context.signatures->acceptable(key)) {
    return refuse("KEY_REJECTED",
                  "the key " + toBase64(key.view()) + " is a weak or malformed Ed25519 key: make another one");
  }
  if (const auto* taken = state.keys.find(key)) {
    return refuse("KEY_TAKEN",
                  "the key " + toBase64(key.view()) + " was registered before, for person " + taken->person.text());
  }
  const Bytes message = possessionMessage(state.ledger().id, person, key);
  if (!context.signatures->holds(key, message, possession)) {
    return refuse("BAD_POSSESSION", "the proof of possession does not verify for this ledger, person and key");
  }
  return {};
}

enum class ScopeNeed { kNothing, kOfficeOrNothing, kOrganisation, kOrganisationOrNothing };

ScopeNeed scopeNeedOf(Role role) {
  switch (role) {
    case Role::kAuthority:
    case Role::kAuditor:
    case Role::kImporter:
    case Role::kOperator:
      return ScopeNeed::kNothing;
    case Role::kClerk:
      return ScopeNeed::kOfficeOrNothing;
    case Role::kOfficer:
    case Role::kCoordinator:
    case Role::kAttestor:
      return ScopeNeed::kOrganisation;
    case Role::kFunder:
    case Role::kPayer:
    case Role::kVerifier:
      return ScopeNeed::kOrganisationOrNothing;
  }
  return ScopeNeed::kNothing;
}

Result<void> checkScope(const State& state, Role role, const SubjectId& scope) {
  const bool none = scope.isNone();
  const bool organisation = state.organisations.has(scope);
  const bool office = state.offices.has(scope);
  bool fits = false;
  switch (scopeNeedOf(role)) {
    case ScopeNeed::kNothing:
      fits = none;
      break;
    case ScopeNeed::kOfficeOrNothing:
      fits = none || office;
      break;
    case ScopeNeed::kOrganisation:
      fits = organisation;
      break;
    case ScopeNeed::kOrganisationOrNothing:
      fits = none || organisation;
      break;
  }
  if (fits) return {};
  return refuse("ROLE_SCOPE", "the role " + std::string(nameOf(role)) + " does not go with the scope " +
                                  (none ? "'whole ledger'" : scope.text()));
}

// One that has expired is held no longer.
const RoleHeld* sameRole(const State& state, const PersonId& person, Role role, const SubjectId& scope, UtcMs at) {
  const auto* held = state.roles.find(person);
  if (held == nullptr) return nullptr;
  const auto same = std::ranges::find_if(
      *held, [&](const RoleHeld& one) { return one.role == role && one.scope == scope && one.counts(at); });
  return same == held->end() ? nullptr : &*same;
}

// Those who hold the role without an end, but for one person: a temporary authority does not keep a ledger governed.
std::size_t lastingAuthorities(const State& state, const PersonId& besides) {
  return static_cast<std::size_t>(std::ranges::count_if(
      state.ledger().authorities, [&](const auto& one) { return one.first != besides && one.second.valid_to == 0; }));
}

}  // namespace

Bytes possessionMessage(const LedgerId& ledger, const PersonId& person, const ActorKey& key) {
  Bytes message = toBytes(asBytes("asar/pop/v1"));
  appendBytes(message, ledger.bytes);
  appendBytes(message, person.bytes);
  appendBytes(message, key.bytes);
  return message;
}

Result<void> checkSigningKey(const State& state, const PersonId& person, const ActorKey& key) {
  const auto* record = state.keys.find(key);
  if (record == nullptr)
    return refuse("KEY_UNKNOWN", "the key " + toBase64(key.view()) + " is not registered in this ledger");
  if (record->person != person) {
    return refuse("KEY_OF_OTHER_PERSON",
                  "the key " + toBase64(key.view()) + " belongs to another person than " + person.text());
  }
  if (!record->live)
    return refuse("KEY_REVOKED",
                  "the key " + toBase64(key.view()) + " was revoked or rotated: sign with the person's live key");
  return {};
}

Result<Decision> judge(const State& state, const LedgerFound& command, const Context& context) {
  if (state.ledger().founded) return refuse("WRONG_STATE", "the ledger is founded already");
  if (command.origin.size() > limits::kOriginBytesMax || command.origin.find_first_of(" +") != std::string::npos)
    return refuse("BAD_ORIGIN", "the origin names the log's key: at most 255 bytes, without space and plus");
  if (const auto currency = Currency::parse(command.currency); !currency) return currency.error();
  if (!context.signatures->acceptable(command.log_key))
    return refuse("KEY_REJECTED", "the log key is a weak or malformed Ed25519 key");
  for (std::size_t i = 0; i < command.authorities.size(); ++i) {
    const Authority& authority = command.authorities[i];
    if (!context.signatures->acceptable(authority.key))
      return refuse("KEY_REJECTED", "an authority's key is weak or malformed");
    for (std::size_t k = 0; k < i; ++k) {
      if (command.authorities[k].person == authority.person || command.authorities[k].key == authority.key) {
        return refuse("SAME_PERSON", "the authorities are different persons with different keys");
      }
    }
  }
  if (command.authorities.size() < 2)
    return refuse("LAST_AUTHORITIES", "a ledger is founded by at least two authorities");
  return Decision{};
}

void evolve(State& state, const LedgerFound& command, const Context& context) {
  LedgerRecord& ledger = state.editLedger();
  ledger.founded = true;
  ledger.origin = command.origin;
  ledger.log_key = command.log_key;
  ledger.currency = command.currency;
  ledger.demo = command.demo;
  for (const Authority& authority : command.authorities) {
    state.persons.edit(authority.person).has_key = true;
    state.keys.edit(authority.key) =
        KeyRecord{authority.person, /*live=*/true, /*revoked=*/false, /*seen_nothing=*/false};
    const RoleHeld held{Role::kAuthority, {}, context.recorded_at, 0};
    state.roles.edit(authority.person).push_back(held);
    ledger.authorities.emplace_back(authority.person, held);
  }
}

Result<Decision> judge(const State& state, const KeyRegister& command, const Context& context) {
  ASAR_TRY(checkTicket(state, command, context));
  const auto* person = state.persons.find(command.person);
  if (person->has_key && context.person != command.person) {
    return refuse("ROLE_MISSING",
                  "person " + command.person.text() + " has a key already: a further one is registered by that person");
  }
  ASAR_TRY(checkNewKey(state, command.person, command.key, command.possession, context));
  return Decision{};
}

void evolve(State& state, const KeyRegister& command, const Context&) {
  state.keys.edit(command.key).person = command.person;
  state.persons.edit(command.person).has_key = true;
}

Result<Decision> judge(const State& state, const KeyRotate& command, const Context& context) {
  if (command.old_key != context.key) return refuse("KEY_UNKNOWN", "a rotation is signed by the key it replaces");
  ASAR_TRY(checkSigningKey(state, command.person, command.old_key));
  ASAR_TRY(checkNewKey(state, command.person, command.new_key, command.possession, context));
  return Decision{};
}

void evolve(State& state, const KeyRotate& command, const Context&) {
  state.keys.edit(command.old_key).live = false;
  state.keys.edit(command.new_key).person = command.person;
}

Result<Decision> judge(const State& state, const KeyRevoke& command, const Context&) {
  const auto* key = state.keys.find(command.key);
  if (key == nullptr || key->person != command.person || !key->live) {
    return refuse("KEY_UNKNOWN",
                  "person " + command.person.text() + " has no live key " + toBase64(command.key.view()));
  }
  return Decision{};
}

void evolve(State& state, const KeyRevoke& command, const Context&) {
  KeyRecord& key = state.keys.edit(command.key);
  key.live = false;
  key.revoked = true;
}

Result<Decision> judge(const State& state, const RoleGrant& command, const Context& context) {
  ASAR_TRY(checkScope(state, command.role, command.scope));
  if (context.rules >= kRules3 && state.absorbed_by.has(command.person)) {
    return refuse("WRONG_STATE", "person " + command.person.text() + " was merged into " +
                                     state.absorbed_by.find(command.person)->text() + ": grant the role to that one");
  }
  if (sameRole(state, command.person, command.role, command.scope, context.recorded_at) != nullptr) {
    return refuse("ROLE_HELD", "person " + command.person.text() + " holds the role " +
                                   std::string(nameOf(command.role)) + " there already");
  }
  const auto* held = state.roles.find(command.person);
  const auto excluded = [&](const RoleHeld& one) {
    return one.counts(context.recorded_at) && (one.role == Role::kOperator) != (command.role == Role::kOperator);
  };
  if (held != nullptr && std::ranges::any_of(*held, excluded)) {
    return refuse("ROLES_INCOMPATIBLE", "an operator of the ledger holds no other role");
  }
  return Decision{};
}

void evolve(State& state, const RoleGrant& command, const Context& context) {
  const RoleHeld granted{command.role, command.scope, context.recorded_at, command.valid_to};
  auto& roles = state.roles.edit(command.person);
  std::erase_if(roles, [&](const RoleHeld& one) { return !one.counts(context.recorded_at); });
  roles.push_back(granted);
  if (command.role != Role::kAuthority) return;
  auto& authorities = state.editLedger().authorities;
  std::erase_if(authorities, [&](const auto& one) { return one.first == command.person; });
  authorities.emplace_back(command.person, granted);
}

Result<Decision> judge(const State& state, const RoleRevoke& command, const Context& context) {
  if (sameRole(state, command.person, command.role, command.scope, context.recorded_at) == nullptr) {
    return refuse("ROLE_NOT_HELD", "person " + command.person.text() + " does not hold the role " +
                                       std::string(nameOf(command.role)) + " there");
  }
  if (command.role == Role::kAuthority && lastingAuthorities(state, command.person) < 2) {
    return refuse("LAST_AUTHORITIES",
                  "two authorities without an end always remain beside the one revoked: grant another one first");
  }
  return Decision{};
}

void evolve(State& state, const RoleRevoke& command, const Context&) {
  std::erase_if(state.roles.edit(command.person),
                [&](const RoleHeld& one) { return one.role == command.role && one.scope == command.scope; });
  if (command.role != Role::kAuthority) return;
  std::erase_if(state.editLedger().authorities, [&](const auto& one) { return one.first == command.person; });
}

Result<Decision> judge(const State&, const Endorse&, const Context&) {
  return Decision{};
}
void evolve(State&, const Endorse&, const Context&) {}

}  // namespace ledger
