#include "audit/replay/oversight.h"

#include "audit/replay/honours.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

bool isNominee(const Award& award, const Case& c) {
  return c.concerns(award.nominee);
}

}  // namespace

Refusal judge(const State&, const Case& c, schema::PolicyPublish::Reader command) {
  constexpr Refusal kBadPolicy{"BAD_POLICY",
                               "not the document of its kind alone, or out of bounds, or a validity that ends first"};
  constexpr std::uint16_t kSinceOtherKinds = 2;
  if (command.getKind() != schema::PolicyKind::HOURS_LIMITS && c.rules < kSinceOtherKinds)
    return {"KIND_TOO_NEW", "policies of its kind came with later rules than those it was judged by"};
  if (command.getValidTo() != 0 && command.getValidFrom() > command.getValidTo()) return kBadPolicy;
  return isFitDocument(command) ? Refusal{} : kBadPolicy;
}

void apply(State& state, const Case& c, schema::PolicyPublish::Reader command) {
  // A document out of bounds decides nothing, and what it would cost to follow has no bound either.
  if (judge(state, c, command)) return;
  const auto status = command.getStatus();
  const bool repealed = status == schema::LegalStatus::REPEALED;
  if (status != schema::LegalStatus::IN_FORCE && status != schema::LegalStatus::UNVERIFIED && !repealed) return;
  Policy policy;
  policy.id = idOf(command.getPolicy());
  policy.repealed = repealed;
  policy.position = c.document;
  policy.kind = command.getKind();
  policy.message = std::make_shared<capnp::MallocMessageBuilder>();
  policy.message->setRoot(command);
  policy.from_day = command.getValidFrom();
  policy.to_day = command.getValidTo();
  policy.claim_days = command.getHoursLimits().getClaimWithinDays();
  policy.attest_days = command.getHoursLimits().getAttestWithinDays();
  policy.reciprocal_most = command.getHoursLimits().getReciprocalMost();
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
  if (c.signer().is(nominee)) return {"SELF_NOMINATION", "nobody nominates himself"};
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  return judgeDistinction(state, c, command);
}

void apply(State& state, const Case& c, schema::AwardNominate::Reader command) {
  state.ids.insert(idOf(command.getAward()));
  state.awards.try_emplace(idOf(command.getAward()),
                           Award{AwardState::kNominated, idOf(command.getNominee()), idOf(command.getOrganisation()),
                                 stringOf(command.getDistinction()), civilDay(Moment::of(command.getOccurredAt())),
                                 gateDay(c, command.getOccurredAt())});
}

Refusal judge(const State& state, const Case& c, schema::AwardConfer::Reader command) {
  const Award* award = find(state.awards, idOf(command.getAward()));
  if (award == nullptr) return kUnknownSubject;
  if (award->state != AwardState::kNominated) return kWrongState;
  if (isNominee(*award, c)) return kSelfConferral;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  return judgeRounds(state, c, command);
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
