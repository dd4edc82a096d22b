#include "audit/replay_oversight.h"

namespace audit {
namespace {

constexpr Refusal kSelfConferral{"SELF_CONFERRAL", "the nominee takes part in the decision"};

bool isNominee(const Award& award, const Case& c) {
  return award.nominee == c.person || (c.second && award.nominee == *c.second);
}

}  // namespace

Refusal judge(const State&, const Case&, schema::PolicyPublish::Reader command) {
  constexpr Refusal kBadPolicy{"BAD_POLICY",
                               "limits outside 1 to 1,440, two for one age band, or a validity that ends first"};
  if (command.getValidTo() != 0 && command.getValidFrom() > command.getValidTo()) return kBadPolicy;
  unsigned bands = 0;
  for (const auto limit : command.getHoursLimits().getLimits()) {
    const unsigned band = 1U << static_cast<unsigned>(limit.getAgeBand());
    if ((bands & band) != 0 || limit.getDayMinutes() < 1 || limit.getDayMinutes() > kDayMinutes) return kBadPolicy;
    bands |= band;
  }
  return {};
}

void apply(State& state, const Case& c, schema::PolicyPublish::Reader command) {
  const auto status = command.getStatus();
  const bool repealed = status == schema::LegalStatus::REPEALED;
  if (status != schema::LegalStatus::IN_FORCE && status != schema::LegalStatus::UNVERIFIED && !repealed) return;
  Policy policy;
  policy.id = idOf(command.getPolicy());
  policy.repealed = repealed;
  policy.position = c.document;
  policy.from_day = command.getValidFrom();
  policy.to_day = command.getValidTo();
  policy.claim_days = command.getHoursLimits().getClaimWithinDays();
  policy.attest_days = command.getHoursLimits().getAttestWithinDays();
  for (const auto limit : command.getHoursLimits().getLimits()) {
    policy.day_minutes.at(static_cast<std::size_t>(limit.getAgeBand())) = limit.getDayMinutes();
  }
  state.policies.push_back(policy);
}

Refusal judge(const State& state, const Case& c, schema::AwardNominate::Reader command) {
  if (state.ids.contains(idOf(command.getAward()))) return kIdTaken;
  const Id nominee = idOf(command.getNominee());
  if (find(state.persons, nominee) == nullptr) return kUnknownSubject;
  if (!state.organisations.contains(idOf(command.getOrganisation()))) return kUnknownSubject;
  if (nominee == c.person) return {"SELF_NOMINATION", "nobody nominates himself"};
  return future(c, command.getOccurredAt());
}

void apply(State& state, const Case&, schema::AwardNominate::Reader command) {
  state.ids.insert(idOf(command.getAward()));
  state.awards.try_emplace(idOf(command.getAward()),
                           Award{AwardState::kNominated, idOf(command.getNominee()), idOf(command.getOrganisation())});
}

Refusal judge(const State& state, const Case& c, schema::AwardConfer::Reader command) {
  const Award* award = find(state.awards, idOf(command.getAward()));
  if (award == nullptr) return kUnknownSubject;
  if (award->state != AwardState::kNominated) return kWrongState;
  if (isNominee(*award, c)) return kSelfConferral;
  return future(c, command.getOccurredAt());
}

void apply(State& state, const Case&, schema::AwardConfer::Reader command) {
  if (Award* award = find(state.awards, idOf(command.getAward()))) award->state = AwardState::kConferred;
}

Refusal judge(const State& state, const Case& c, schema::AwardRevoke::Reader command) {
  const Award* award = find(state.awards, idOf(command.getAward()));
  if (award == nullptr) return kUnknownSubject;
  if (award->state != AwardState::kConferred) return kWrongState;
  if (isNominee(*award, c)) return kSelfConferral;
  return future(c, command.getOccurredAt());
}

void apply(State& state, const Case&, schema::AwardRevoke::Reader command) {
  if (Award* award = find(state.awards, idOf(command.getAward()))) award->state = AwardState::kRevoked;
}

}  // namespace audit
