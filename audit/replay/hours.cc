#include "audit/replay/hours.h"

#include "audit/replay/age_rules.h"
#include "audit/replay/attestors.h"
#include "audit/replay/periods.h"
#include "audit/replay/policy_documents.h"
#include "audit/replay/profiles.h"
#include "audit/replay/separation.h"
#include "audit/replay/service.h"
#include "audit/replay/time_basis.h"
#include "audit/replay/voices.h"
#include "audit/replay/volunteer_days.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

using schema::HoursReason;
using schema::Role;

constexpr Refusal kSamePerson{"SAME_PERSON", "it needs another person than those who judged before"};
constexpr Refusal kOverClaim{"MINUTES_OVER_CLAIM", "the minutes are not between those allowed and those claimed"};

unsigned flag(schema::Flag which) {
  return 1U << static_cast<unsigned>(which);
}

Hours claimOf(const State& state, const Case& c, schema::HoursClaim::Reader command) {
  const Person* volunteer = find(state.persons, idOf(command.getVolunteer()));
  Hours hours;
  hours.volunteer = idOf(command.getVolunteer());
  hours.activity = idOf(command.getActivity());
  hours.claimant = c.signer();
  hours.occurred = Moment::of(command.getOccurredAt());
  if (command.hasUntil()) hours.until = Moment::of(command.getUntil());
  hours.claimed = command.getMinutes();
  hours.position = c.document;
  hours.role = stringOf(command.getRole());
  hours.time_basis = command.getTimeBasis();
  if (c.rules >= kVersionThree) hours.employment = idOf(command.getEmployment());
  if (volunteer != nullptr) hours.age_band = volunteer->age_band;
  hours.assisted = c.assurance == schema::Assurance::ASSISTED;
  hours.imported = c.imported();
  return hours;
}

Refusal judgeInterval(const Hours& hours) {
  constexpr Refusal kOver{"MINUTES_OVER_INTERVAL", "the minutes are none, or more than the time they were served in"};
  if (hours.claimed < 1) return kOver;
  if (!hours.until) return hours.claimed <= kDayMinutes ? Refusal{} : kOver;
  return holdsMinutes(hours.occurred, *hours.until, hours.claimed) ? Refusal{} : kOver;
}

Refusal judgePlace(const State& state, const Hours& hours) {
  const Activity* activity = find(state.activities, hours.activity);
  const Project* project = activity != nullptr ? find(state.projects, activity->project) : nullptr;
  if (project == nullptr || find(state.persons, hours.volunteer) == nullptr) return kUnknownSubject;
  if (!project->covers(civilDay(hours.occurred)))
    return {"OUTSIDE_PROJECT", "the service is not in the days of the project"};
  if (hours.occurred.ms < activity->starts.ms || hours.occurred.ms >= activity->ends.ms) {
    return {"OUTSIDE_ACTIVITY", "the service did not begin during its activity"};
  }
  if (hours.until && hours.until->ms > saturated(activity->ends.ms, kDayMs))
    return {"OUTSIDE_ACTIVITY", "the service ended more than a day after its activity"};
  return {};
}

Refusal judgeClaim(const State& state, const Case& c, const Hours& hours, const Id& id) {
  if (state.ids.contains(id)) return kIdTaken;
  if (const auto refusal = judgePlace(state, hours)) return refusal;
  if (const auto refusal = judgeInterval(hours)) return refusal;
  const std::int64_t served = hours.until ? hours.until->ms : saturated(hours.occurred.ms, hours.claimed * kMinuteMs);
  if (inFuture(served, c.recorded_at)) return kInFuture;
  const Standing wanted{hours, Id{}, hours.claimed};
  if (const auto refusal = judgeDays(state, wanted)) return refusal;
  return hours.imported ? judgeOverlap(state, wanted) : Refusal{};
}

// Another entry for the same occasion, which counts or may still count, has to be meant.
Refusal judgeOccasion(const State& state, const Case& c, const Hours& hours, bool split) {
  if (c.rules < kVersionThree || c.imported() || split) return {};
  const auto counts = [&](const Id& id) {
    const Hours* other = find(state.hours, id);
    return other != nullptr && other->state != HoursState::kRejected && other->state != HoursState::kVoided;
  };
  const bool taken = std::ranges::any_of(profilesOf(state, hours.volunteer), [&](const Id& profile) {
    const auto others = state.occasions.find(occasionOf(hours, profile));
    return others != state.occasions.end() && std::ranges::any_of(others->second, counts);
  });
  return taken ? Refusal{"HOURS_TAKEN", "another entry tells of that volunteer, activity, day and role"} : Refusal{};
}

// Nobody stands by the own service, not as second person either.
Refusal judgeEndorser(const State& state, const Case& c, const Hours& hours) {
  return isVolunteer(state, c.endorser(), hours) ? kSelfAttestation : Refusal{};
}

// Whoever judges a claim was given the role before the service ended, and is neither volunteer nor guardian nor
// claimant.
Refusal judgeJudge(const State& state, const Case& c, const Hours& hours) {
  if (const auto refusal = judgeDistance(state, c, hours)) return refusal;
  if (c.meets(hours.claimant)) return {"CLAIM_SIGNER_ATTESTS", "who signed the claim does not judge it"};
  const Id organisation = organisationOfActivity(state, hours.activity);
  const Person* person = find(state.persons, c.acts_for != Id{} ? c.acts_for : c.person);
  if (person == nullptr) return kUnknownSubject;
  for (const RoleHeld& held : person->roles) {
    const bool fits = held.role == Role::ATTESTOR || held.role == Role::COORDINATOR;
    const bool there = held.scope == Id{} || held.scope == organisation;
    if (fits && there && held.counts(c.recorded_at) && held.since_ms <= hours.end().ms) return {};
  }
  return {"MANDATE_TOO_YOUNG", "the role was given after the service"};
}

// Who audited the organisation leaves its hours alone.
Refusal judgeUnaudited(const State& state, const Case& c, const Hours& hours) {
  return judgeAttestors(state, c, organisationOfActivity(state, hours.activity));
}

Refusal judgeOvertime(const State& state, const Standing& wanted, HoursReason reason) {
  const Activity* activity = find(state.activities, wanted.hours.activity);
  if (activity == nullptr) return kUnknownSubject;
  if (holdsMinutes(wanted.hours.occurred, activity->ends, wanted.minutes) || reason == HoursReason::OVERTIME_AGREED)
    return {};
  return {"OVERTIME_REASON_MISSING", "more minutes than the activity had left need the reason overtimeAgreed"};
}

// A correction upwards: not by who signed the claim, and overtime only where it was agreed.
Refusal judgeRise(const State& state, const Case& c, const Standing& wanted, HoursReason reason) {
  if (wanted.minutes <= wanted.hours.standing) return {};
  if (c.meets(wanted.hours.claimant)) return {"CLAIM_SIGNER_ATTESTS", "who signed the claim raises its minutes"};
  return judgeOvertime(state, wanted, reason);
}

Refusal judgeAttest(const State& state, const Case& c, const Standing& wanted, schema::HoursAttest::Reader command) {
  const Hours& hours = wanted.hours;
  if (hours.state != HoursState::kClaimed) return kWrongState;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (wanted.minutes < 1 || wanted.minutes > hours.claimed) return kOverClaim;
  if (wanted.minutes < hours.claimed && command.getReason() == HoursReason::NONE) return kReasonMissing;
  if (const auto refusal = judgeOvertime(state, wanted, command.getReason())) return refusal;
  if (const auto refusal = judgeSupervision(state, c, hours, command.getMethod())) return refusal;
  if (command.getOccurredAt().getUtcMs() < hours.occurred.ms) return {"BEFORE_ORIGINAL", "attested before the service"};
  if (const auto refusal = judgeJudge(state, c, hours)) return refusal;
  if (const auto refusal = judgeUnaudited(state, c, hours)) return refusal;
  if (const auto refusal = judgeDays(state, wanted)) return refusal;
  return judgeOverlap(state, wanted);
}

// Whatever is said of a service is said after it began.
Refusal judgeTime(const Case& c, const Hours& hours, schema::Instant::Reader at) {
  if (at.getUtcMs() < hours.occurred.ms) return {"BEFORE_ORIGINAL", "said before the service"};
  return future(c, at);
}

bool correctable(const Hours& hours) {
  return hours.state == HoursState::kAttested || hours.state == HoursState::kCorrected;
}

}  // namespace

Ruling rule(const State& state, const Case& c, schema::HoursClaim::Reader command) {
  const Hours hours = claimOf(state, c, command);
  Ruling ruling;
  ruling.refusal = judgeClaim(state, c, hours, idOf(command.getHours()));
  if (!ruling.refusal) ruling.refusal = judgeEndorser(state, c, hours);
  if (!ruling.refusal) ruling.refusal = judgeServiceAtAge(state, c, hours);
  if (!ruling.refusal) ruling.refusal = judgeTimeBasis(state, c, hours);
  if (!ruling.refusal) ruling.refusal = judgeOccasion(state, c, hours, command.getSplit());
  const Standing wanted{hours, Id{}, hours.claimed};
  if (overPaidTime(state, wanted)) ruling.flags |= flag(schema::Flag::OVER_PAID_TIME);
  if (const Policy* policy = policyOn(state, schema::PolicyKind::HOURS_LIMITS, civilDay(hours.occurred))) {
    ruling.policy = policy->position;
    if (overDayLimit(state, c, wanted, *policy)) ruling.flags |= flag(schema::Flag::OVER_DAY_LIMIT);
    if (!hours.imported && isLate(c, hours.occurred, policy->claim_days))
      ruling.flags |= flag(schema::Flag::CLAIMED_LATE);
  }
  return ruling;
}

void apply(State& state, const Case& c, schema::HoursClaim::Reader command) {
  const Id id = idOf(command.getHours());
  state.ids.insert(id);
  const auto [place, added] = state.hours.try_emplace(id, claimOf(state, c, command));
  if (added) state.hours_of[place->second.volunteer].push_back(id);
  if (added) state.occasions[occasionOf(place->second, place->second.volunteer)].push_back(id);
  if (!added || !c.imported()) return;
  place->second.state = HoursState::kImported;
  stand(state, id, place->second, command.getMinutes());
  remember(state, c, {Imported::kHours, id, c.index, c.index, 0, {}, 0, 0});
}

Refusal judge(const State& state, const Case& c, schema::HoursConfirm::Reader command) {
  const Hours* hours = find(state.hours, idOf(command.getHours()));
  if (hours == nullptr) return kUnknownSubject;
  if (!hours->assisted || hours->confirmed || hours->state == HoursState::kVoided) return kWrongState;
  return judgeTime(c, *hours, command.getOccurredAt());
}

void apply(State& state, const Case&, schema::HoursConfirm::Reader command) {
  if (Hours* hours = find(state.hours, idOf(command.getHours()))) hours->confirmed = true;
}

Ruling rule(const State& state, const Case& c, schema::HoursAttest::Reader command) {
  const Id id = idOf(command.getHours());
  const Hours* hours = find(state.hours, id);
  if (hours == nullptr) return {kUnknownSubject, 0, 0};
  const Standing wanted{*hours, id, command.getMinutes()};
  Ruling ruling;
  ruling.refusal = judgeAttest(state, c, wanted, command);
  if (overPaidTime(state, wanted)) ruling.flags |= flag(schema::Flag::OVER_PAID_TIME);
  if (const Policy* policy = policyOn(state, schema::PolicyKind::HOURS_LIMITS, civilDay(hours->occurred))) {
    ruling.policy = policy->position;
    if (overDayLimit(state, c, wanted, *policy)) ruling.flags |= flag(schema::Flag::OVER_DAY_LIMIT);
    if (isLate(c, hours->occurred, policy->attest_days)) ruling.flags |= flag(schema::Flag::ATTESTED_LATE);
    if (isReciprocal(state, c, *hours, *policy)) ruling.flags |= flag(schema::Flag::RECIPROCAL);
  }
  return ruling;
}

void apply(State& state, const Case& c, schema::HoursAttest::Reader command) {
  const Id id = idOf(command.getHours());
  Hours* hours = find(state.hours, id);
  if (hours == nullptr) return;
  hours->state = HoursState::kAttested;
  hours->attestor = c.signer();
  if (hours->first_judge.signer == Id{}) hours->first_judge = c.signer();
  countAttestation(state, c, *hours);
  stand(state, id, *hours, command.getMinutes());
}

Refusal judge(const State& state, const Case& c, schema::HoursReject::Reader command) {
  const Hours* hours = find(state.hours, idOf(command.getHours()));
  if (hours == nullptr) return kUnknownSubject;
  if (hours->state != HoursState::kClaimed) return kWrongState;
  if (command.getReason() == HoursReason::NONE) return kReasonMissing;
  if (const auto refusal = judgeTime(c, *hours, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeJudge(state, c, *hours)) return refusal;
  return judgeUnaudited(state, c, *hours);
}

void apply(State& state, const Case& c, schema::HoursReject::Reader command) {
  Hours* hours = find(state.hours, idOf(command.getHours()));
  if (hours == nullptr) return;
  hours->state = HoursState::kRejected;
  if (hours->first_judge.signer == Id{}) hours->first_judge = c.signer();
}

Refusal judge(const State& state, const Case& c, schema::HoursDispute::Reader command) {
  const Hours* hours = find(state.hours, idOf(command.getHours()));
  if (hours == nullptr) return kUnknownSubject;
  if (!correctable(*hours) && hours->state != HoursState::kRejected) return kWrongState;
  if (command.getReason() == HoursReason::NONE) return kReasonMissing;
  return judgeTime(c, *hours, command.getOccurredAt());
}

void apply(State& state, const Case& c, schema::HoursDispute::Reader command) {
  Hours* hours = find(state.hours, idOf(command.getHours()));
  if (hours == nullptr) return;
  hours->before_dispute = hours->state;
  hours->state = HoursState::kDisputed;
  hours->disputer = c.signer();
}

Refusal judge(const State& state, const Case& c, schema::HoursResolve::Reader command) {
  constexpr Refusal kBadOutcome{"BAD_OUTCOME", "the minutes do not fit the outcome"};
  const Id id = idOf(command.getHours());
  const Hours* hours = find(state.hours, id);
  if (hours == nullptr) return kUnknownSubject;
  if (hours->state != HoursState::kDisputed) return kWrongState;
  if (const auto refusal = judgeTime(c, *hours, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeDistance(state, c, *hours)) return refusal;
  if (c.meets(hours->claimant)) return {"CLAIM_SIGNER_ATTESTS", "who signed the claim does not judge it"};
  if (c.meets(hours->first_judge) || c.meets(hours->disputer)) return kSamePerson;
  if (const auto refusal = judgeUnaudited(state, c, *hours)) return refusal;
  switch (command.getOutcome()) {
    case schema::DisputeOutcome::UPHELD:
      return command.getMinutes() == hours->standing ? Refusal{} : kBadOutcome;
    case schema::DisputeOutcome::VOIDED:
      return command.getMinutes() == 0 ? Refusal{} : kBadOutcome;
    case schema::DisputeOutcome::CORRECTED:
      break;
  }
  if (command.getMinutes() < 1 || command.getMinutes() > hours->claimed) return kBadOutcome;
  const Standing wanted{*hours, id, command.getMinutes()};
  if (const auto refusal = judgeDays(state, wanted)) return refusal;
  return judgeOverlap(state, wanted);
}

void apply(State& state, const Case&, schema::HoursResolve::Reader command) {
  const Id id = idOf(command.getHours());
  Hours* hours = find(state.hours, id);
  if (hours == nullptr) return;
  switch (command.getOutcome()) {
    case schema::DisputeOutcome::UPHELD:
      hours->state = hours->before_dispute;
      return;
    case schema::DisputeOutcome::CORRECTED:
      hours->state = HoursState::kCorrected;
      break;
    case schema::DisputeOutcome::VOIDED:
      hours->state = HoursState::kVoided;
      break;
  }
  stand(state, id, *hours, command.getMinutes());
}

Refusal judge(const State& state, const Case& c, schema::HoursCorrect::Reader command) {
  const Id id = idOf(command.getHours());
  const Hours* hours = find(state.hours, id);
  if (hours == nullptr) return kUnknownSubject;
  if (!correctable(*hours)) return kWrongState;
  if (command.getReason() == HoursReason::NONE) return kReasonMissing;
  if (const auto refusal = judgeTime(c, *hours, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeDistance(state, c, *hours)) return refusal;
  if (const auto refusal = judgeUnaudited(state, c, *hours)) return refusal;
  if (command.getMinutes() < 0 || command.getMinutes() > hours->claimed) return kOverClaim;
  if (command.getMinutes() == hours->standing) return {"NO_CHANGE", "the minutes are those that stand"};
  const Standing wanted{*hours, id, command.getMinutes()};
  if (const auto refusal = judgeRise(state, c, wanted, command.getReason())) return refusal;
  if (const auto refusal = judgeDays(state, wanted)) return refusal;
  return judgeOverlap(state, wanted);
}

void apply(State& state, const Case&, schema::HoursCorrect::Reader command) {
  const Id id = idOf(command.getHours());
  Hours* hours = find(state.hours, id);
  if (hours == nullptr) return;
  hours->state = HoursState::kCorrected;
  stand(state, id, *hours, command.getMinutes());
}

Refusal judge(const State& state, const Case& c, schema::HoursVoid::Reader command) {
  const Hours* hours = find(state.hours, idOf(command.getHours()));
  if (hours == nullptr) return kUnknownSubject;
  if (hours->state == HoursState::kVoided || hours->state == HoursState::kDisputed) return kWrongState;
  if (hours->state == HoursState::kRejected && c.meets(hours->first_judge)) return kSamePerson;
  if (command.getReason() == HoursReason::NONE) return kReasonMissing;
  if (const auto refusal = judgeDistance(state, c, *hours)) return refusal;
  if (const auto refusal = judgeUnaudited(state, c, *hours)) return refusal;
  return judgeTime(c, *hours, command.getOccurredAt());
}

void apply(State& state, const Case&, schema::HoursVoid::Reader command) {
  const Id id = idOf(command.getHours());
  Hours* hours = find(state.hours, id);
  if (hours == nullptr) return;
  hours->state = HoursState::kVoided;
  stand(state, id, *hours, 0);
}

}  // namespace audit
