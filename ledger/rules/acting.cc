#include "ledger/rules/acting.h"

#include <algorithm>
#include <tuple>

#include "ledger/base/limits.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

constexpr std::int16_t kOffsetMinutes = 300;  // by which the days of a delegation are counted

std::optional<Role> ownRole(const State& state, const PersonId& person, const Wanted& wanted, const Context& context) {
  for (const Role role : wanted.roles) {
    if (holdsRole(state, person, role, wanted.scope, context)) return role;
  }
  for (const Role role : wanted.anywhere) {
    if (holdsRoleAnywhere(state, person, role, context)) return role;
  }
  return std::nullopt;
}

// Whether the role is wanted here, and the person who delegated it holds it here herself.
bool gives(const State& state, const DelegationRecord& delegation, const Wanted& wanted, const Context& context) {
  const auto [person, role, within] = std::tie(delegation.person, delegation.role, delegation.within);
  if (std::ranges::find(wanted.roles, role) != wanted.roles.end()) {
    const bool covers = within.isNone() || within == wanted.scope;
    if (covers && holdsRole(state, person, role, wanted.scope, context)) return true;
  }
  if (std::ranges::find(wanted.anywhere, role) == wanted.anywhere.end()) return false;
  return within.isNone() ? holdsRoleAnywhere(state, person, role, context)
                         : holdsRole(state, person, role, within, context);
}

bool isDelegable(Role role) {
  return role != Role::kAuthority && role != Role::kImporter && role != Role::kOperator;
}

void addOnce(std::vector<PersonId>& persons, const PersonId& person) {
  if (!person.isNone() && std::ranges::find(persons, person) == persons.end()) persons.push_back(person);
}

void addSide(std::vector<PersonId>& persons, const DoneBy& side) {
  addOnce(persons, side.signer);
  addOnce(persons, side.acting_for);
}

std::vector<PersonId> otherProfiles(const State& state, const DoneBy& side) {
  std::vector<PersonId> others;
  for (const PersonId& person : {side.signer, side.acting_for}) {
    if (person.isNone()) continue;
    eachProfile(state, person, [&](const PersonId& profile) {
      if (!side.includes(profile)) addOnce(others, profile);
    });
  }
  return others;
}

// By the first delegation that gives it; with `of` by the first of that person.
std::optional<Standing> delegatedStanding(const State& state, const PersonId& person, const PersonId& of,
                                          const Wanted& wanted, const Context& context) {
  const auto* delegated = state.delegated.find(person);
  if (delegated == nullptr || isShutOut(state, person, context)) return std::nullopt;
  if (holdsRoleAnywhere(state, person, Role::kOperator, context)) return std::nullopt;
  const CivilDay today = Instant{context.recorded_at, kOffsetMinutes}.civilDay();
  for (const SubjectId& id : *delegated) {
    const DelegationRecord& delegation = *state.delegations.find(id);
    if (!of.isNone() && delegation.person != of) continue;
    if (!delegation.days.cover(today) || !gives(state, delegation, wanted, context)) continue;
    if (stateOf(state, StreamRole::kPerson, SubjectId{delegation.person.bytes}) != SubjectState::kActive) continue;
    return Standing{delegation.role, delegation.person};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Standing> standingOf(const State& state, const PersonId& person, const Wanted& wanted,
                                   const Context& context) {
  if (const auto role = ownRole(state, person, wanted, context)) return Standing{*role, {}};
  return delegatedStanding(state, person, {}, wanted, context);
}

std::optional<Standing> standingAsThen(const State& state, const DoneBy& then, const Wanted& wanted,
                                       const Context& context) {
  if (!then.acting_for.isNone()) return delegatedStanding(state, then.signer, then.acting_for, wanted, context);
  const auto role = ownRole(state, then.signer, wanted, context);
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

std::vector<PersonId> askingPersons(const Context& context) {
  std::vector<PersonId> persons;
  addSide(persons, askerOf(context));
  for (const PersonId& person : context.also_asker) addOnce(persons, person);
  return persons;
}

std::vector<PersonId> secondPersons(const Context& context) {
  std::vector<PersonId> persons;
  addSide(persons, secondOf(context));
  for (const PersonId& person : context.also_second) addOnce(persons, person);
  return persons;
}

std::vector<PersonId> actingPersons(const Context& context) {
  std::vector<PersonId> persons = askingPersons(context);
  for (const PersonId& person : secondPersons(context)) addOnce(persons, person);
  return persons;
}

bool isActing(const Context& context, const PersonId& person) {
  if (askerOf(context).includes(person) || secondOf(context).includes(person)) return true;
  return std::ranges::find(context.also_asker, person) != context.also_asker.end() ||
         std::ranges::find(context.also_second, person) != context.also_second.end();
}

bool isActing(const Context& context, const DoneBy& earlier) {
  return isActing(context, earlier.signer) || isActing(context, earlier.acting_for);
}

bool isAnyActing(const Context& context, const std::vector<PersonId>& persons) {
  return std::ranges::any_of(persons, [&](const PersonId& person) { return isActing(context, person); });
}

void addActing(std::vector<PersonId>& persons, const Context& context) {
  addSide(persons, askerOf(context));
  addSide(persons, secondOf(context));
}

Context withProfiles(const State& state, const Context& context) {
  Context all = context;
  all.also_asker = otherProfiles(state, askerOf(context));
  all.also_second = otherProfiles(state, secondOf(context));
  return all;
}

Result<void> checkTwoSides(const State& state, const DoneBy& first, const DoneBy& second) {
  for (const PersonId& person : {second.signer, second.acting_for}) {
    if (!isSamePerson(state, person, first.signer) && !isSamePerson(state, person, first.acting_for)) continue;
    return refuse("SAME_PERSON", "person " + person.text() +
                                     " signed the proposal, or it was made for them: another one must endorse it");
  }
  return {};
}

Result<Decision> judge(const State& state, const DelegationSet& command, const Context& context) {
  if (isSamePerson(state, command.delegate, command.person))
    return refuse("SAME_PERSON", "nobody delegates a role to themselves: name the person who is to act");
  if (holdsRoleAnywhere(state, command.delegate, Role::kOperator, context)) {
    return refuse("ROLES_INCOMPATIBLE",
                  "person " + command.delegate.text() + " is an operator of the ledger, who acts in no other role");
  }
  const std::string role(nameOf(command.role));
  if (!isDelegable(command.role))
    return refuse("ROLE_NOT_DELEGABLE", "the role " + role + " is not delegated: grant it to the other person");
  if (command.role == Role::kAuditor && !command.within.isNone())
    return refuse("ROLE_SCOPE", "an auditor audits everywhere: leave `within` out");
  const bool held = command.within.isNone() ? holdsRoleAnywhere(state, command.person, command.role, context)
                                            : holdsRole(state, command.person, command.role, command.within, context);
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
