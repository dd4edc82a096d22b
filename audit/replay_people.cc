#include "audit/replay_people.h"

#include <algorithm>

namespace audit {
namespace {

Refusal judgeMerge(const State& state, const Case& c, schema::ProfilesMerge::Reader command) {
  const Id absorbed = idOf(command.getAbsorbed());
  if (absorbed == idOf(command.getPerson())) return {"SAME_PERSON", "a registration is not merged with itself"};
  const Person* person = find(state.persons, absorbed);
  if (person == nullptr) return kUnknownSubject;
  const bool holds =
      std::ranges::any_of(person->roles, [&](const RoleHeld& role) { return role.counts(c.recorded_at); });
  return holds ? Refusal{"ROLE_HELD", "the absorbed registration still holds a role"} : Refusal{};
}

Refusal judgeAppeal(const State& state, const Case& c, schema::AppealFile::Reader command) {
  const std::int64_t* until = find(state.appeal_until, idOf(command.getPerson()));
  if (c.rules < kVersionThree || until == nullptr || civilDay(Moment::of(command.getOccurredAt())) <= *until) return {};
  return {"APPEAL_LATE", "the time to appeal is over"};
}

}  // namespace

Refusal judgePeople(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isGuardianConsentRecord()) {
    const auto consent = command.getGuardianConsentRecord();
    if (idOf(consent.getGuardian()) == idOf(consent.getPerson())) return {"SAME_PERSON", "nobody is the own guardian"};
  }
  if (command.isProfilesMerge()) return judgeMerge(state, c, command.getProfilesMerge());
  if (command.isAppealFile()) return judgeAppeal(state, c, command.getAppealFile());
  return {};
}

void applyPeople(State& state, const Case&, schema::Command::Reader command) {
  if (command.isProfilesMerge()) {
    Life& life = state.lives[idOf(command.getProfilesMerge().getAbsorbed())];
    life.role = "person";
    life.state = "merged";
  }
  if (command.isPersonSuspend()) {
    const auto suspension = command.getPersonSuspend();
    state.appeal_until[idOf(suspension.getPerson())] = suspension.getAppealUntil();
  }
  if (command.isPersonExclude()) {
    const auto exclusion = command.getPersonExclude();
    state.appeal_until[idOf(exclusion.getPerson())] = exclusion.getAppealUntil();
  }
  if (command.isRelatedPartyDeclare()) {
    const auto related = command.getRelatedPartyDeclare();
    state.related[{idOf(related.getPerson()), idOf(related.getOrganisation())}].push_back(
        {related.getFrom(), related.getTo()});
  }
}

}  // namespace audit
