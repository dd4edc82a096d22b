#include "audit/replay/later_kinds.h"

#include <capnp/dynamic.h>
#include <capnp/schema.h>

#include <algorithm>
#include <set>

#include "audit/replay/named_fields.h"

namespace audit {
namespace {

constexpr std::uint64_t kKindAnnotation = 0x98b2cfaa0885020e;
constexpr std::uint64_t kInStateAnnotation = 0xe1d6a7b0c3f24951;
constexpr std::uint64_t kIdAnnotation = 0xac98b467078fa695;
constexpr std::uint64_t kBecomesAnnotation = 0xb5e8f0a7c1d62394;
constexpr std::uint64_t kOfAnnotation = 0x9f1c3a77e2d04b18;
constexpr std::uint16_t kConditionsSince = 2;  // the version of the rules from which `inState` binds every kind

using Words = std::vector<std::string>;

// A field that names a subject: by the name of its stream, or as one that is only mentioned.
struct Reference {
  std::string role;
  capnp::StructSchema::Field field;
  Words states;         // it is to be in one of these
  std::string becomes;  // and is in this one afterwards
  bool mentioned = false;
};

struct LaterKind {
  std::string event;
  std::uint16_t since = 0;
  Words streams;
  Words from;
  std::string to;
  std::vector<Reference> references;

  bool opens() const { return from.empty() && !to.empty(); }
};

Words wordsOf(capnp::List<capnp::Text>::Reader list) {
  Words words;
  for (const auto word : list) words.emplace_back(word.cStr());
  return words;
}

LaterKind kindOf(capnp::StructSchema::Field member) {
  LaterKind kind;
  for (const auto annotation : member.getProto().getAnnotations()) {
    if (annotation.getId() != kKindAnnotation) continue;
    const auto facts = annotation.getValue().getStruct().getAs<schema::KindOf>();
    kind.event = facts.getEvent().cStr();
    kind.since = facts.getSince();
    kind.streams = wordsOf(facts.getStreams());
    kind.from = wordsOf(facts.getFrom());
    kind.to = facts.getTo().cStr();
  }
  return kind;
}

std::vector<Reference> referencesOf(capnp::StructSchema body, const std::set<std::string>& roles) {
  std::vector<Reference> references;
  for (const auto field : body.getNonUnionFields()) {
    Reference one{field.getProto().getName().cStr(), field, {}, {}, false};
    bool is_id = false;
    for (const auto annotation : field.getProto().getAnnotations()) {
      if (annotation.getId() == kIdAnnotation) is_id = true;
      if (annotation.getId() == kBecomesAnnotation) one.becomes = annotation.getValue().getText().cStr();
      if (annotation.getId() == kOfAnnotation) {
        one.role = annotation.getValue().getText().cStr();
        one.mentioned = true;
      }
      if (annotation.getId() == kInStateAnnotation)
        one.states = wordsOf(annotation.getValue().getList().getAs<capnp::List<capnp::Text>>());
    }
    if (is_id && roles.contains(one.role)) references.push_back(std::move(one));
  }
  return references;
}

struct AllKinds {
  std::vector<LaterKind> kinds;                     // by discriminant
  std::map<std::string, std::string> first_states;  // of a role's subjects

  AllKinds() {
    const auto members = capnp::Schema::from<schema::Command>().asStruct().getUnionFields();
    std::set<std::string> roles;
    std::set<std::string> of_first_version;
    for (const auto member : members) {
      kinds.push_back(kindOf(member));
      const LaterKind& kind = kinds.back();
      roles.insert(kind.streams.begin(), kind.streams.end());
      if (!kind.opens() || of_first_version.contains(kind.streams.front())) continue;
      first_states[kind.streams.front()] = kind.to;
      if (kind.since == 0) of_first_version.insert(kind.streams.front());
    }
    for (std::size_t i = 0; i < kinds.size(); ++i)
      kinds[i].references = referencesOf(members[static_cast<unsigned>(i)].getType().asStruct(), roles);
  }
};

const AllKinds& allKinds() {
  static const AllKinds& all = *new AllKinds;
  return all;
}

const LaterKind& kindOf(schema::Command::Reader command) {
  return allKinds().kinds.at(static_cast<std::size_t>(command.which()));
}

Id idIn(capnp::DynamicStruct::Reader body, const Reference& reference) {
  return idOf(body.get(reference.field).as<capnp::Data>());
}

bool isPerson(std::string_view role) {
  return role == "person" || role == "volunteer" || role == "nominee";
}

// Of a grant or a contract.
bool isSide(std::string_view role) {
  return role == "funder" || role == "grantee";
}

bool knows(const State& state, const std::string& role, const Id& id) {
  if (isPerson(role)) return state.persons.contains(id);
  if (isSide(role)) return state.organisations.contains(id);
  if (role == "office") return state.offices.contains(id);
  if (role == "organisation") return state.organisations.contains(id);
  if (role == "programme") return state.programmes.contains(id);
  if (role == "project") return state.projects.contains(id);
  if (role == "activity") return state.activities.contains(id);
  if (role == "shift") return state.shifts.contains(id);
  if (role == "hours") return state.hours.contains(id);
  if (role == "grant") return state.grants.contains(id);
  if (role == "award") return state.awards.contains(id);
  const Life* life = find(state.lives, id);
  return life != nullptr && life->role == role;
}

std::string stateOf(const State& state, const std::string& role, const Id& id) {
  if (const Life* life = find(state.lives, id)) return life->state;
  const auto first = allKinds().first_states.find(isPerson(role) ? "person" : isSide(role) ? "organisation" : role);
  return first == allKinds().first_states.end() ? std::string() : first->second;
}

using Roles = std::map<std::string, Id, std::less<>>;

void addProject(const State& state, const Id& id, Roles& roles) {
  const Project* project = find(state.projects, id);
  if (project == nullptr) return;
  roles["project"] = id;
  roles["programme"] = project->programme;
  roles["organisation"] = project->organisation;
  roles["region"] = project->region;
}

void addActivity(const State& state, const Id& id, Roles& roles) {
  const Activity* activity = find(state.activities, id);
  if (activity == nullptr) return;
  roles["activity"] = id;
  addProject(state, activity->project, roles);
}

void addGrant(const State& state, const Id& id, Roles& roles) {
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr) return;
  roles["funder"] = grant->funder;
  roles["grantee"] = grant->grantee;
  roles["programme"] = grant->programme;
  roles["region"] = grant->region;
}

// What a subject belongs to.
void addRelated(const State& state, const std::string& role, const Id& id, Roles& roles) {
  if (role == "project") {
    addProject(state, id, roles);
  } else if (role == "activity") {
    addActivity(state, id, roles);
  } else if (const Shift* shift = find(state.shifts, id); role == "shift" && shift != nullptr) {
    addActivity(state, shift->activity, roles);
  } else if (const Hours* hours = find(state.hours, id); role == "hours" && hours != nullptr) {
    roles["volunteer"] = hours->volunteer;
    addActivity(state, hours->activity, roles);
  } else if (role == "grant") {
    addGrant(state, id, roles);
  } else if (const Award* award = find(state.awards, id); role == "award" && award != nullptr) {
    roles["nominee"] = award->nominee;
    roles["organisation"] = award->organisation;
  } else if (const Life* life = find(state.lives, id); life != nullptr && life->role == role) {
    for (const auto& [other, stream] : life->belongs) roles[other] = stream;
  }
}

bool opensHere(const LaterKind& kind, const Reference& reference) {
  return kind.opens() && reference.role == kind.streams.front();
}

// What the command names itself is preferred to what its subjects belong to.
Roles rolesOf(const State& state, schema::Command::Reader command) {
  const LaterKind& kind = kindOf(command);
  const auto body = bodyOf(command);
  Roles roles;
  for (const Reference& reference : kind.references) {
    if (!opensHere(kind, reference) && !reference.mentioned)
      addRelated(state, reference.role, idIn(body, reference), roles);
  }
  for (const Reference& reference : kind.references) {
    if (const Id id = idIn(body, reference); id != Id{} && !reference.mentioned) roles[reference.role] = id;
  }
  KJ_IF_MAYBE (region, body.getSchema().findFieldByName("region")) {
    roles["region"] = regionId(stringOf(body.get(*region).as<capnp::Text>()));
  }
  return roles;
}

Id inRole(const Roles& roles, std::string_view role) {
  const auto found = roles.find(role);
  return found == roles.end() ? Id{} : found->second;
}

Refusal judgeReferences(const State& state, schema::Command::Reader command) {
  const LaterKind& kind = kindOf(command);
  const auto body = bodyOf(command);
  for (const Reference& reference : kind.references) {
    const Id id = idIn(body, reference);
    if (opensHere(kind, reference)) {
      if (state.ids.contains(id)) return kIdTaken;
      continue;
    }
    if (id != Id{} && !knows(state, reference.role, id)) return kUnknownSubject;
  }
  return {};
}

}  // namespace

std::uint16_t sinceOf(schema::Command::Reader command) {
  return kindOf(command).since;
}

std::string_view eventOf(schema::Command::Reader command) {
  return kindOf(command).event;
}

std::string_view roleOf(schema::Command::Reader command) {
  const LaterKind& kind = kindOf(command);
  return kind.streams.empty() ? std::string_view() : kind.streams.front();
}

bool isInStreamOf(schema::Command::Reader command, std::string_view role) {
  const Words& streams = kindOf(command).streams;
  return std::ranges::find(streams, role) != streams.end();
}

Id subjectOf(const State& state, schema::Command::Reader command, std::string_view role) {
  return inRole(rolesOf(state, command), role);
}

StreamIds laterStreams(const State& state, schema::Command::Reader command) {
  const Roles roles = rolesOf(state, command);
  StreamIds ids;
  for (const std::string& role : kindOf(command).streams) ids.add(inRole(roles, role));
  return ids;
}

Refusal judgeConditions(const State& state, const Case& c, schema::Command::Reader command) {
  if (c.rules < kConditionsSince) return {};
  const auto body = bodyOf(command);
  for (const Reference& reference : kindOf(command).references) {
    const Id id = idIn(body, reference);
    if (id == Id{}) continue;
    // Of later kinds judgeLife says so.
    if (reference.mentioned && !isLater(command) && c.rules >= kVersionThree && !knows(state, reference.role, id))
      return kUnknownSubject;
    if (reference.states.empty()) continue;
    if (std::ranges::find(reference.states, stateOf(state, reference.role, id)) == reference.states.end())
      return kWrongState;
  }
  return {};
}

Refusal judgeLife(const State& state, const Case& c, schema::Command::Reader command) {
  if (const auto refusal = judgeReferences(state, command)) return refusal;
  const LaterKind& kind = kindOf(command);
  const auto body = bodyOf(command);
  if (const auto refusal = judgeNamedFields(body, c)) return refusal;
  if (kind.from.empty()) return {};
  const std::string& role = kind.streams.front();
  const Id id = subjectOf(state, command, role);
  if (std::ranges::find(kind.from, stateOf(state, role, id)) == kind.from.end()) return kWrongState;
  const Life* life = find(state.lives, id);
  const std::int64_t at = occurredAt(body);
  if (life != nullptr && at != 0 && at < life->opened_ms)
    return {"BEFORE_ORIGINAL", "it lies before its subject began"};
  return {};
}

void changeStates(State& state, schema::Command::Reader command) {
  for (const Reference& reference : kindOf(command).references) {
    if (reference.becomes.empty()) continue;
    const Id id = idIn(bodyOf(command), reference);
    if (id == Id{}) continue;
    Life& life = state.lives[id];
    life.role = reference.role;
    life.state = reference.becomes;
  }
}

void goOn(State& state, schema::Command::Reader command) {
  const LaterKind& kind = kindOf(command);
  if (kind.to.empty()) return;
  const Roles roles = rolesOf(state, command);
  const Id id = inRole(roles, kind.streams.front());
  Life& life = state.lives[id];
  life.role = kind.streams.front();
  life.state = kind.to;
  if (!kind.opens()) return;
  state.ids.insert(id);
  life.opened_ms = occurredAt(bodyOf(command));
  for (const std::string& role : kind.streams) {
    const Id other = inRole(roles, role);
    if (role != kind.streams.front() && other != Id{}) life.belongs.emplace_back(role, other);
  }
}

}  // namespace audit
