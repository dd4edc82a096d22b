#include "ledger/rules/people.h"

#include <algorithm>

#include "ledger/rules/acting.h"
#include "ledger/rules/personal.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

void noteBar(State& state, const PersonId& person, CivilDay appeal_until, const Context& context) {
  BarRecord made{appeal_until, {}};
  addActing(made.signers, context);
  state.bars.edit(person) = std::move(made);
}

PersonId appellantOf(const State& state, const SubjectId& appeal) {
  const auto& belongs = state.lives.find(appeal)->belongs;
  const auto person = std::ranges::find(belongs, StreamRole::kPerson, &std::pair<StreamRole, SubjectId>::first);
  return person == belongs.end() ? PersonId{} : PersonId{person->second.bytes};
}

}  // namespace

Result<Decision> judge(const State& state, const GuardianConsentRecord& command, const Context&) {
  if (!isSamePerson(state, command.guardian, command.person)) return Decision{};
  return refuse("SAME_PERSON", "nobody is their own guardian: name the parent or guardian");
}

void evolve(State& state, const GuardianConsentRecord& command, const Context&) {
  state.guardianships.edit(command.person)
      .push_back({command.guardianship, {command.from, command.to}, command.guardian});
}

Result<Decision> judge(const State& state, const ProfilesMerge& command, const Context& context) {
  if (command.absorbed == command.person)
    return refuse("SAME_PERSON", "a profile is not merged with itself: name the one that goes as `absorbed`");
  const auto* roles = state.roles.find(command.absorbed);
  const bool held = roles != nullptr &&
                    std::ranges::any_of(*roles, [&](const RoleHeld& role) { return role.counts(context.recorded_at); });
  if (held) {
    return refuse("ROLE_HELD",
                  "person " + command.absorbed.text() + " still holds a role: revoke it, or merge the other way round");
  }
  ASAR_TRY(checkJoined(state, command, context));
  return Decision{};
}

Result<Decision> judge(const State& state, const AgeBandSet& command, const Context& context) {
  if (isActing(context, command.person))
    return refuse("SAME_PERSON", "nobody sets their own age band: another clerk of the office does");
  const auto& commitments = command.commitments;
  if (command.age_basis == AgeBasis::kVault && std::ranges::none_of(commitments, showsAge)) {
    return refuse("AGE_UNPROVED", "the age of " + command.person.text() +
                                      " is said to come from the vault: send iin or birthDate along, or say declared");
  }
  ASAR_TRY(checkReplacing(state, command.person, commitments));
  if (!std::ranges::all_of(commitments, showsAge)) {
    return refuse("FIELD_OF_AGE",
                  "ageBandSet commits to nothing but iin and birthDate: correct other values with personCorrect");
  }
  const PersonRecord& person = *state.persons.find(command.person);
  if (!commitments.empty() || person.age_band != command.age_band || person.age_basis != command.age_basis)
    return Decision{};
  return refuse("NO_CHANGE", "person " + command.person.text() + " is " + std::string(nameOf(command.age_band)) +
                                 " already, on that basis");
}

void evolve(State& state, const AgeBandSet& command, const Context&) {
  PersonRecord& person = state.persons.edit(command.person);
  person.age_band = command.age_band;
  person.age_basis = command.age_basis;
  replaceValues(state, command.person, command.commitments);
}

void evolve(State& state, const PersonSuspend& command, const Context& context) {
  noteBar(state, command.person, command.appeal_until, context);
}

void evolve(State& state, const PersonExclude& command, const Context& context) {
  noteBar(state, command.person, command.appeal_until, context);
}

Result<Decision> judge(const State&, const PersonReinstate& command, const Context& context) {
  if (context.rules < kRules3 || !isActing(context, command.person)) return Decision{};
  return refuse("SAME_PERSON", "nobody reinstates themselves: two other persons do");
}

Result<Decision> judge(const State& state, const AppealFile& command, const Context& context) {
  const auto* bar = context.rules < kRules3 ? nullptr : state.bars.find(command.person);
  const CivilDay day = context.gateDay(command.occurred_at);
  if (bar == nullptr || day <= bar->appeal_until) return Decision{};
  return refuse("APPEAL_LATE",
                "an appeal could be filed until " + dayText(bar->appeal_until) + ", not on " + dayText(day));
}

Result<Decision> judge(const State& state, const AppealDecide& command, const Context& context) {
  const auto* bar = context.rules < kRules3 ? nullptr : state.bars.find(appellantOf(state, command.appeal));
  if (bar == nullptr || !isAnyActing(context, bar->signers)) return Decision{};
  return refuse("SAME_PERSON", "who signed the suspension or exclusion does not decide the appeal against it");
}

void evolve(State& state, const RelatedPartyDeclare& command, const Context&) {
  state.related.edit(command.person).push_back({command.organisation, {command.from, command.to}});
}

}  // namespace ledger
