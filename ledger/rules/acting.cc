#include "ledger/rules/acting.h"

#include <algorithm>
#include <tuple>

#include "ledger/base/limits.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

constexpr std::int16_t kOffsetMinutes = 300;  // by which the days of a delegation are counted

std::optional<Role> ownRole(const State& state, const PersonId& person, const Wanted& wanted, UtcMs at) {
  for (const Role role : wanted.roles) {
    if (holdsRole(state, person, role, wanted.scope, at)) return role;
  }
  for (const Role role : wanted.anywhere) {
    if (holdsRoleAnywhere(state, person, role, at)) return role;
  }
  return std::nullopt;
}

// Whether the role is wanted here, and the person who delegated it holds it here herself.
bool gives(const State& state, const DelegationRecord& delegation, const Wanted& wanted, UtcMs at) {
  const auto [person, role, within] = std::tie(delegation.person, delegation.role, delegation.within);
  if (std::ranges::find(wanted.roles, role) != wanted.roles.end()) {
    const bool covers = within.isNone() || within == wanted.scope;
    if (covers && holdsRole(state, person, role, wanted.scope, at)) return true;
  }
  if (std::ranges::find(wanted.anywhere, role) == wanted.anywhere.end()) return false;
  return within.isNone() ? holdsRoleAnywhere(state, person, role, at) : holdsRole(state, person, role, within, at);
}

bool isDelegable(Role role) {
  return role != Role::kAuthority && role != Role::kImporter && role != Role::kOperator;
}

void addOnce(std::vector<PersonId>& persons, const PersonId& person) {
  if (!person.isNone() && std::ranges::find(persons, person) == persons.end()) persons.push_back(person);
}

// By the first delegation that gives it; with `of` by the first of that person.
std::optional<Standing> delegatedStanding(const State& state, const PersonId& person, const PersonId& of,
                                          const Wanted& wanted, UtcMs at) {
  const auto* delegated = state.delegated.find(person);
  if (delegated == nullptr || holdsRoleAnywhere(state, person, Role::kOperator, at)) return std::nullopt;
  const CivilDay today = Instant{at, kOffsetMinutes}.civilDay();
  for (const SubjectId& id : *delegated) {
    const DelegationRecord& delegation = *state.delegations.find(id);
    if (!of.isNone() && delegation.person != of) continue;
    if (!delegation.days.cover(today) || !gives(state, delegation, wanted, at)) continue;
    if (stateOf(state, StreamRole::kPerson, SubjectId{delegation.person.bytes}) != SubjectState::kActive) continue;
    return Standing{delegation.role, delegation.person};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Standing> standingOf(const State& state, const PersonId& person, const Wanted& wanted, UtcMs at) {
  if (const auto role = ownRole(state, person, wanted, at)) return Standing{*role, {}};
  return delegatedStanding(state, person, {}, wanted, at);
}

std::optional<Standing> standingAsThen(const State& state, const DoneBy& then, const Wanted& wanted, UtcMs at) {
  if (!then.acting_for.isNone()) return delegatedStanding(state, then.signer, then.acting_for, wanted, at);
  const auto role = ownRole(state, then.signer, wanted, at);
  return role ? std::optional(Standing{*role, {}}) : std::nullopt;
}

DoneBy askerOf(const Context& context) {
  return {context.person, context.acting_for};
}

DoneBy secondOf(const Context& context) {
  return {context.endorser.value_or(PersonId{}), context.endorser_for};
}

const PersonId& roleHolder(const Context& context) {
  return context.acting_for.isNone() ? context.person : context.acting_for;
}

std::vector<PersonId> actingPersons(const Context& context) {
  std::vector<PersonId> persons;
  addActing(persons, context);
  return persons;
}

bool isActing(const Context& context, const PersonId& person) {
  return askerOf(context).includes(person) || secondOf(context).includes(person);
}

bool isActing(const Context& context, const DoneBy& earlier) {
  return isActing(context, earlier.signer) || isActing(context, earlier.acting_for);
}

bool isAnyActing(const Context& context, const std::vector<PersonId>& persons) {
  return std::ranges::any_of(persons, [&](const PersonId& person) { return isActing(context, person); });
}

void addActing(std::vector<PersonId>& persons, const Context& context) {
  addOnce(persons, context.person);
  addOnce(persons, context.acting_for);
  addOnce(persons, context.endorser.value_or(PersonId{}));
  addOnce(persons, context.endorser_for);
}

Result<void> checkTwoSides(const DoneBy& first, const DoneBy& second) {
  for (const PersonId& person : {second.signer, second.acting_for}) {
    if (!first.includes(person)) continue;
    return refuse("SAME_PERSON", "person " + person.text() +
                                     " signed the proposal, or it was made for them: another one must endorse it");
  }
  return {};
}

Result<Decision> judge(const State& state, const DelegationSet& command, const Context& context) {
  if (command.delegate == command.person)
    return refuse("SAME_PERSON", "nobody delegates a role to themselves: name the person who is to act");
  if (holdsRoleAnywhere(state, command.delegate, Role::kOperator, context.recorded_at)) {
    return refuse("ROLES_INCOMPATIBLE",
                  "person " + command.delegate.text() + " is an operator of the ledger, who acts in no other role");
  }
  const std::string role(nameOf(command.role));
  if (!isDelegable(command.role))
    return refuse("ROLE_NOT_DELEGABLE", "the role " + role + " is not delegated: grant it to the other person");
  if (command.role == Role::kAuditor && !command.within.isNone())
    return refuse("ROLE_SCOPE", "an auditor audits everywhere: leave `within` out");
  const bool held = command.within.isNone()
                        ? holdsRoleAnywhere(state, command.person, command.role, context.recorded_at)
                        : holdsRole(state, command.person, command.role, command.within, context.recorded_at);
  if (!held)
    return refuse("ROLE_NOT_HELD", "person " + command.person.text() + " does not hold the role " + role + " there");
  if (command.to - command.from <= limits::kDelegationDaysMax) return Decision{};
  return refuse("BAD_PERIOD", "a delegation ends at most " + std::to_string(limits::kDelegationDaysMax) +
                                  " days after it begins, not " + std::to_string(command.to - command.from));
}

void evolve(State& state, const DelegationSet& command, const Context&) {
  state.delegations.edit(command.delegation) =
      DelegationRecord{command.person, command.delegate, command.role, command.within, {command.from, command.to}};
  state.delegated.edit(command.delegate).push_back(command.delegation);
}

void evolve(State& state, const DelegationEnd& command, const Context&) {
  std::erase(state.delegated.edit(state.delegations.find(command.delegation)->delegate), command.delegation);
}

}  // namespace ledger
