#include "audit/replay/acting.h"

#include <algorithm>

#include "audit/replay/profiles.h"

namespace audit {
namespace {

using schema::Role;

constexpr std::int64_t kZoneMinutes = 300;  // delegations count by the day at +05:00
constexpr std::int64_t kDaysMost = 90;

bool isActive(const State& state, const Id& person) {
  return state.persons.contains(person) && (!state.lives.contains(person) || isIn(state, person, "active"));
}

bool isSetAside(const State& state, const Id& person) {
  return isIn(state, person, "suspended") || isIn(state, person, "excluded");
}

// What she holds is there again once that is over.
bool isBarred(const State& state, const Case& c, const Id& person, Role role) {
  return c.rules >= kVersionThree && role != Role::AUTHORITY && isSetAside(state, person);
}

bool isDelegable(Role role) {
  return role != Role::AUTHORITY && role != Role::IMPORTER && role != Role::OPERATOR;
}

Refusal judgeSetting(const State& state, const Case& c, schema::DelegationSet::Reader command) {
  const Id person = idOf(command.getPerson());
  const Id delegate = idOf(command.getDelegate());
  const Id within = idOf(command.getWithin());
  if (areOnePerson(state, delegate, person)) return {"SAME_PERSON", "nobody delegates to herself"};
  if (holdsAnywhere(state, c, delegate, Role::OPERATOR))
    return {"ROLES_INCOMPATIBLE", "an operator acts in no other role"};
  if (!isDelegable(command.getRole())) return {"ROLE_NOT_DELEGABLE", "that role is not delegated"};
  if (command.getRole() == Role::AUDITOR && within != Id{})
    return {"ROLE_SCOPE", "an auditor audits everywhere, and so does who acts for one"};
  const bool held = within == Id{} ? holdsAnywhere(state, c, person, command.getRole())
                                   : holds(state, c, person, command.getRole(), within);
  if (!held) return {"ROLE_NOT_HELD", "who delegates does not hold the role there herself"};
  if (std::int64_t{command.getTo()} - command.getFrom() > kDaysMost)
    return {"BAD_PERIOD", "it ends more than 90 days after it begins"};
  return {};
}

}  // namespace

bool holds(const State& state, const Case& c, const Id& person, Role role, const Id& scope) {
  const Person* known = find(state.persons, person);
  if (known == nullptr || isBarred(state, c, person, role)) return false;
  return std::ranges::any_of(known->roles, [&](const RoleHeld& held) {
    return held.role == role && held.counts(c.recorded_at) && (held.scope == Id{} || held.scope == scope);
  });
}

bool holdsAnywhere(const State& state, const Case& c, const Id& person, Role role) {
  const Person* known = find(state.persons, person);
  if (known == nullptr || isBarred(state, c, person, role)) return false;
  return std::ranges::any_of(known->roles,
                             [&](const RoleHeld& held) { return held.role == role && held.counts(c.recorded_at); });
}

bool Bearer::has(Role role, const Id& scope) const {
  if (lent_ == nullptr) return holds(state_, case_, person_, role, scope);
  return lent_->role == role && (lent_->within == Id{} || lent_->within == scope) &&
         holds(state_, case_, lent_->person, role, scope);
}

bool Bearer::hasSomewhere(Role role) const {
  if (lent_ == nullptr) return holdsAnywhere(state_, case_, person_, role);
  if (lent_->role != role) return false;
  return lent_->within == Id{} ? holdsAnywhere(state_, case_, lent_->person, role)
                               : holds(state_, case_, lent_->person, role, lent_->within);
}

std::vector<const Delegation*> delegationsTo(const State& state, const Case& c, const Id& person) {
  std::vector<const Delegation*> counting;
  if (c.rules < kVersionThree || holdsAnywhere(state, c, person, Role::OPERATOR)) return counting;
  if (isSetAside(state, person)) return counting;
  const std::int64_t day = civilDay(c.recorded_at, kZoneMinutes);
  for (const Delegation& one : listOf(state.delegations_to, person)) {
    if (isIn(state, one.id, "set") && one.days.cover(day) && isActive(state, one.person)) counting.push_back(&one);
  }
  return counting;
}

Refusal judgeActing(const State& state, const Case& c, schema::Command::Reader command) {
  return command.isDelegationSet() ? judgeSetting(state, c, command.getDelegationSet()) : Refusal{};
}

void applyActing(State& state, const Case&, schema::Command::Reader command) {
  if (!command.isDelegationSet()) return;
  const auto set = command.getDelegationSet();
  state.delegations_to[idOf(set.getDelegate())].push_back({idOf(set.getDelegation()),
                                                           idOf(set.getPerson()),
                                                           set.getRole(),
                                                           idOf(set.getWithin()),
                                                           {set.getFrom(), set.getTo()}});
}

}  // namespace audit
