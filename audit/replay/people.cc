#include "audit/replay/people.h"

#include <algorithm>

#include "audit/replay/later_kinds.h"
#include "audit/replay/profiles.h"
#include "audit/replay/volunteer_days.h"

namespace audit {
namespace {

Refusal judgeMerge(const State& state, const Case& c, schema::ProfilesMerge::Reader command) {
  const Id stays = idOf(command.getPerson());
  const Id absorbed = idOf(command.getAbsorbed());
  if (absorbed == stays) return {"SAME_PERSON", "a registration is not merged with itself"};
  const Person* person = find(state.persons, absorbed);
  if (person == nullptr) return kUnknownSubject;
  const bool holds =
      std::ranges::any_of(person->roles, [&](const RoleHeld& role) { return role.counts(c.recorded_at); });
  if (holds) return {"ROLE_HELD", "the absorbed registration still holds a role"};
  return judgeTogether(state, c, stays, absorbed);
}

void applyMerge(State& state, const Case& c, schema::ProfilesMerge::Reader command) {
  const Id absorbed = idOf(command.getAbsorbed());
  Life& life = state.lives[absorbed];
  life.role = "person";
  life.state = "merged";
  if (c.rules >= kVersionThree) joinProfiles(state, idOf(command.getPerson()), absorbed);
}

void applyVerification(State& state, schema::OrganisationVerify::Reader command) {
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
  const auto [place, added] = state.verified_from.try_emplace(idOf(command.getOrganisation()), day);
  if (!added) place->second = std::min(place->second, day);
}

Refusal judgeAppeal(const State& state, const Case& c, schema::AppealFile::Reader command) {
  const std::int64_t* until = find(state.appeal_until, idOf(command.getPerson()));
  if (c.rules < kVersionThree || until == nullptr || gateDay(c, command.getOccurredAt()) <= *until) return {};
  return {"APPEAL_LATE", "the time to appeal is over"};
}

// Nobody ends what she is set aside by herself, and who set a person aside hears none of her appeals.
Refusal judgeOwnCase(const State& state, const Case& c, schema::Command::Reader command) {
  if (c.rules < kVersionThree) return {};
  if (command.isPersonReinstate() && c.concerns(idOf(command.getPersonReinstate().getPerson())))
    return {"SAME_PERSON", "nobody reinstates herself"};
  if (!command.isAppealDecide()) return {};
  const IdSet* before = find(state.set_aside_by, subjectOf(state, command, "person"));
  const bool same = before != nullptr && (c.signer().isIn(*before) || c.endorser().isIn(*before));
  return same ? Refusal{"SAME_PERSON", "who decides the appeal signed what it is against"} : Refusal{};
}

void setAside(State& state, const Case& c, const Id& person, std::int64_t appeal_until) {
  state.appeal_until[person] = appeal_until;
  IdSet& by = state.set_aside_by[person];
  by.clear();
  c.signer().join(by);
  c.endorser().join(by);
}

}  // namespace

Refusal judgePeople(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isGuardianConsentRecord()) {
    const auto consent = command.getGuardianConsentRecord();
    if (areOnePerson(state, idOf(consent.getGuardian()), idOf(consent.getPerson())))
      return {"SAME_PERSON", "nobody is the own guardian"};
  }
  if (command.isProfilesMerge()) return judgeMerge(state, c, command.getProfilesMerge());
  if (command.isAppealFile()) return judgeAppeal(state, c, command.getAppealFile());
  return judgeOwnCase(state, c, command);
}

void applyPeople(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isProfilesMerge()) applyMerge(state, c, command.getProfilesMerge());
  if (command.isOrganisationVerify()) applyVerification(state, command.getOrganisationVerify());
  if (command.isPersonSuspend()) {
    const auto suspension = command.getPersonSuspend();
    setAside(state, c, idOf(suspension.getPerson()), suspension.getAppealUntil());
  }
  if (command.isPersonExclude()) {
    const auto exclusion = command.getPersonExclude();
    setAside(state, c, idOf(exclusion.getPerson()), exclusion.getAppealUntil());
  }
  if (command.isRelatedPartyDeclare()) {
    const auto related = command.getRelatedPartyDeclare();
    state.related[{idOf(related.getPerson()), idOf(related.getOrganisation())}].push_back(
        {related.getFrom(), related.getTo()});
  }
}

}  // namespace audit
