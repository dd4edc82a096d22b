#include "ledger/rules/hours.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/acting.h"
#include "ledger/rules/age.h"
#include "ledger/rules/assignment.h"
#include "ledger/rules/attesting.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/employers.h"
#include "ledger/rules/hours_day.h"
#include "ledger/rules/hours_index.h"
#include "ledger/rules/period.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/separation.h"

namespace ledger {
namespace {

std::string minutesText(Minutes minutes) {
  return std::to_string(minutes.count()) + " min";
}

Error wrongState(const HoursRecord& hours, const char* wish) {
  static constexpr const char* kNames[] = {"claimed", "attested", "rejected", "disputed", "voided", "imported"};
  return refuse("WRONG_STATE", std::string("the hours entry is ") + kNames[static_cast<std::size_t>(hours.state)] +
                                   " and cannot be " + wish);
}

Error overClaim(Minutes asked, Minutes claimed) {
  return refuse("MINUTES_OVER_CLAIM", "asked for " + minutesText(asked) + ", but " + minutesText(claimed) +
                                          " were claimed, and at least 1 min counts");
}

Error reasonMissing(const char* what) {
  return refuse("REASON_MISSING", std::string(what) + " needs a reason other than 'none'");
}

Result<void> checkAfterService(const HoursRecord& hours, const Instant& at, const Context& context) {
  if (at.utc_ms < hours.occurred_at.utc_ms) {
    return refuse("BEFORE_ORIGINAL", at.text() + " is before the service, " + hours.occurred_at.text());
  }
  return checkNotFuture(at, context);
}

// In an emergency days have no limit.
bool isLimited(const State& state, const SubjectId& activity, CivilDay day, const Context& context) {
  if (context.rules < kRules3 || context.imported()) return true;
  return !isDeployed(state, organisationOf(state, activity), day);
}

// Whose service, as of which age, in what.
struct Served {
  PersonId volunteer;
  AgeBand age_band{};
  SubjectId activity;
  Service service;
};

// Flags under the policy of the service's day; nothing is refused by a policy of hours.
Decision flagByPolicy(const State& state, const Served& served, Flag late, const Context& context) {
  Decision decision;
  const Service& service = served.service;
  const CivilDay day = service.occurred_at.civilDay();
  const auto* record = policyOn(state, PolicyKind::kHoursLimits, day);
  if (record == nullptr) return decision;
  decision.policy = record->document;
  const HoursLimits& policy = *record->policy.hours_limits;
  const auto limit = std::ranges::find(policy.limits, served.age_band, &HoursLimit::age_band);
  if (limit != policy.limits.end()) {
    for (const DayShare& share : sharesOf(service)) {
      const bool over = standingOn(state, served.volunteer, share.day) + share.minutes > limit->day_minutes;
      if (over && isLimited(state, served.activity, share.day, context)) {
        decision.flags.push_back(Flag::kOverDayLimit);
        break;
      }
    }
  }
  if (isLate(policy, late, service.occurred_at, context)) decision.flags.push_back(late);
  return decision;
}

Result<void> checkOvertime(const State& state, const HoursRecord& hours, Minutes minutes, HoursReason reason) {
  const auto* activity = state.activities.find(hours.activity);
  const Minutes scheduled{(activity->ends.utc_ms - hours.occurred_at.utc_ms) / kMsPerMinute};
  if (minutes <= scheduled || reason == HoursReason::kOvertimeAgreed) return {};
  return refuse("OVERTIME_REASON_MISSING", minutesText(minutes) + " would stand, but the activity ended " +
                                               minutesText(scheduled) +
                                               " after the service began: give the reason overtimeAgreed");
}

// Who signed the claim does not raise what stands of it, neither first nor second.
Result<void> checkRise(const State& state, const HoursRecord& hours, const HoursCorrect& command,
                       const Context& context) {
  if (command.minutes <= hours.standing) return {};
  if (isActing(context, hours.claim_signer))
    return refuse("CLAIM_SIGNER_ATTESTS", "who signed the claim does not raise its minutes");
  return checkOvertime(state, hours, command.minutes, command.reason);
}

// What anybody who changes attested hours must not be.
Result<void> checkChanger(const State& state, const HoursRecord& hours, const Context& context) {
  ASAR_TRY(checkNotVolunteer(state, hours, "changes their own attested hours", context));
  return checkMayJudgeHours(state, organisationOf(state, hours.activity), context);
}

// What claims are refused for: trainings have kinds of their own.
Result<void> checkIsService(const ActivityRecord& activity, const Context& context) {
  if (context.rules < kRules3 || context.imported() || activity.kind != ActivityKind::kTraining) return {};
  return refuse("TRAINING_NOT_SERVICE",
                "the activity is a training, and its minutes are no service: record who "
                "attended with trainingHold and trainingAttend");
}

void stand(State& state, const SubjectId& id, Minutes minutes) {
  HoursRecord& hours = state.hours.edit(id);
  setStanding(state, id, hours, minutes);
}

}  // namespace

SubjectId organisationOf(const State& state, const SubjectId& activity) {
  return state.projects.find(state.activities.find(activity)->project)->organisation;
}

void voidHours(State& state, const SubjectId& hours) {
  stand(state, hours, Minutes{0});
  state.hours.edit(hours).state = HoursState::kVoided;
}

Result<Decision> judge(const State& state, const HoursClaim& command, const Context& context) {
  if (isVolunteerSecond(state, command.volunteer, context))
    return refuse("SELF_ATTESTATION", "nobody stands in for a claim of their own hours");
  const Minutes most =
      command.until ? Minutes{(command.until->utc_ms - command.occurred_at.utc_ms) / kMsPerMinute} : Minutes{1440};
  if (command.minutes < Minutes{1} || command.minutes > most) {
    return refuse("MINUTES_OVER_INTERVAL", "claimed " + minutesText(command.minutes) +
                                               ", but the service lasted at most " + minutesText(most) +
                                               " and at least 1 min counts");
  }
  const Instant served{command.occurred_at.utc_ms + command.minutes.count() * kMsPerMinute,
                       command.occurred_at.offset_minutes};
  ASAR_TRY(checkNotFuture(command.until.value_or(served), context));
  const auto* activity = state.activities.find(command.activity);
  const auto* project = state.projects.find(activity->project);
  const CivilDay day = command.occurred_at.civilDay();
  if (day < project->from || day > project->to) {
    return refuse("OUTSIDE_PROJECT", "the service on " + dayText(day) + " is not within the project's days " +
                                         dayText(project->from) + " to " + dayText(project->to));
  }
  if (command.occurred_at.utc_ms < activity->starts.utc_ms || command.occurred_at.utc_ms >= activity->ends.utc_ms) {
    return refuse("OUTSIDE_ACTIVITY", "the service began at " + command.occurred_at.text() +
                                          ", outside the activity from " + activity->starts.text() + " to " +
                                          activity->ends.text());
  }
  if (command.until && command.until->utc_ms > activity->ends.utc_ms + limits::kOvertimeMax) {
    return refuse("OUTSIDE_ACTIVITY", "the service ended at " + command.until->text() +
                                          ", more than a day after its activity, which ended at " +
                                          activity->ends.text());
  }
  ASAR_TRY(checkIsService(*activity, context));
  ASAR_TRY(checkUnpaid(state, command, context));
  ASAR_TRY(checkPaidTime(state, command, context));
  ASAR_TRY(checkAge(state, command, context));
  ASAR_TRY(checkOneEntry(state, command, context));
  const Service service{command.occurred_at, command.until, command.minutes};
  ASAR_TRY(checkDays(state, command.volunteer, service, {}));
  if (context.imported()) ASAR_TRY(checkOverlap(state, command.volunteer, service, command.hours));
  const AgeBand age_band = state.persons.find(command.volunteer)->age_band;
  Decision decision =
      flagByPolicy(state, {command.volunteer, age_band, command.activity, service}, Flag::kClaimedLate, context);
  if (isOverPaidTime(state, command.employment, command.volunteer, day, command.minutes))
    decision.flags.push_back(Flag::kOverPaidTime);
  return decision;
}

void evolve(State& state, const HoursClaim& command, const Context& context) {
  HoursRecord& hours = state.hours.edit(command.hours);
  hours.volunteer = command.volunteer;
  hours.activity = command.activity;
  hours.occurred_at = command.occurred_at;
  hours.until = command.until;
  hours.claimed = command.minutes;
  hours.assurance = context.assurance;
  hours.time_basis = command.time_basis;
  hours.role = command.role;
  hours.employment = command.employment;
  hours.claimed_by = context.index;
  hours.claim_signer = askerOf(context);
  hours.age_band = state.persons.find(command.volunteer)->age_band;
  indexHours(state, command.hours);
  if (!context.imported()) return;
  hours.state = HoursState::kImported;
  stand(state, command.hours, command.minutes);
  state.batches.edit(context.batch).hours.push_back(command.hours);
}

Result<Decision> judge(const State& state, const HoursConfirm& command, const Context& context) {
  const auto* hours = state.hours.find(command.hours);
  if (hours->assurance != Assurance::kAssisted || hours->confirmed || hours->state == HoursState::kVoided)
    return wrongState(*hours, "confirmed: only an assisted claim is, and once");
  ASAR_TRY(checkAfterService(*hours, command.occurred_at, context));
  return Decision{};
}

void evolve(State& state, const HoursConfirm& command, const Context&) {
  state.hours.edit(command.hours).confirmed = true;
}

Result<Decision> judge(const State& state, const HoursAttest& command, const Context& context) {
  const auto* hours = state.hours.find(command.hours);
  if (hours->state != HoursState::kClaimed) return wrongState(*hours, "attested");
  ASAR_TRY(checkAttestor(state, *hours, context));
  ASAR_TRY(checkMayJudgeHours(state, organisationOf(state, hours->activity), context));
  ASAR_TRY(checkAfterService(*hours, command.occurred_at, context));
  if (command.minutes < Minutes{1} || command.minutes > hours->claimed)
    return overClaim(command.minutes, hours->claimed);
  if (command.minutes < hours->claimed && command.reason == HoursReason::kNone)
    return reasonMissing("a partial attestation");
  ASAR_TRY(checkOvertime(state, *hours, command.minutes, command.reason));
  ASAR_TRY(checkSupervised(state, *hours, command.method, context));
  const Service service{hours->occurred_at, hours->until, command.minutes};
  ASAR_TRY(checkDays(state, hours->volunteer, service, {}));
  ASAR_TRY(checkOverlap(state, hours->volunteer, service, command.hours));
  Decision decision =
      flagByPolicy(state, {hours->volunteer, hours->age_band, hours->activity, service}, Flag::kAttestedLate, context);
  if (isReciprocal(state, *hours, context)) decision.flags.push_back(Flag::kReciprocal);
  const CivilDay day = hours->occurred_at.civilDay();
  if (isOverPaidTime(state, hours->employment, hours->volunteer, day, command.minutes))
    decision.flags.push_back(Flag::kOverPaidTime);
  return decision;
}

void evolve(State& state, const HoursAttest& command, const Context& context) {
  stand(state, command.hours, command.minutes);
  HoursRecord& hours = state.hours.edit(command.hours);
  countAttestation(state, hours.volunteer, context);
  hours.state = HoursState::kAttested;
  hours.attested = true;
  hours.first_attestor = askerOf(context);
}

Result<Decision> judge(const State& state, const HoursReject& command, const Context& context) {
  const auto* hours = state.hours.find(command.hours);
  if (hours->state != HoursState::kClaimed) return wrongState(*hours, "rejected");
  ASAR_TRY(checkAttestor(state, *hours, context));
  ASAR_TRY(checkMayJudgeHours(state, organisationOf(state, hours->activity), context));
  ASAR_TRY(checkAfterService(*hours, command.occurred_at, context));
  if (command.reason == HoursReason::kNone) return reasonMissing("a rejection");
  return Decision{};
}

void evolve(State& state, const HoursReject& command, const Context& context) {
  HoursRecord& hours = state.hours.edit(command.hours);
  hours.state = HoursState::kRejected;
  hours.first_attestor = askerOf(context);
}

Result<Decision> judge(const State& state, const HoursDispute& command, const Context& context) {
  const auto* hours = state.hours.find(command.hours);
  if (hours->state != HoursState::kAttested && hours->state != HoursState::kRejected)
    return wrongState(*hours, "disputed");
  ASAR_TRY(checkAfterService(*hours, command.occurred_at, context));
  if (command.reason == HoursReason::kNone) return reasonMissing("a dispute");
  return Decision{};
}

void evolve(State& state, const HoursDispute& command, const Context& context) {
  HoursRecord& hours = state.hours.edit(command.hours);
  hours.was_rejected = hours.state == HoursState::kRejected;
  hours.state = HoursState::kDisputed;
  hours.disputer = askerOf(context);
}

Result<Decision> judge(const State& state, const HoursResolve& command, const Context& context) {
  const auto* hours = state.hours.find(command.hours);
  if (hours->state != HoursState::kDisputed) return wrongState(*hours, "resolved");
  ASAR_TRY(checkChanger(state, *hours, context));
  if (isActing(context, hours->claim_signer))
    return refuse("CLAIM_SIGNER_ATTESTS", "who signed the claim does not settle its dispute");
  if (isActing(context, hours->first_attestor) || isActing(context, hours->disputer)) {
    return refuse("SAME_PERSON", "who attested, rejected or disputed the hours does not settle the dispute");
  }
  ASAR_TRY(checkAfterService(*hours, command.occurred_at, context));
  const bool fits = command.outcome == DisputeOutcome::kUpheld ? command.minutes == hours->standing
                    : command.outcome == DisputeOutcome::kCorrected
                        ? command.minutes >= Minutes{1} && command.minutes <= hours->claimed
                        : command.minutes == Minutes{0};
  if (!fits) {
    return refuse("BAD_OUTCOME", "the outcome " + std::string(nameOf(command.outcome)) + " does not go with " +
                                     minutesText(command.minutes) + " (standing " + minutesText(hours->standing) +
                                     ", claimed " + minutesText(hours->claimed) + ")");
  }
  if (command.minutes > Minutes{0}) {
    const Service service{hours->occurred_at, hours->until, command.minutes};
    ASAR_TRY(checkDays(state, hours->volunteer, service, Service{hours->occurred_at, hours->until, hours->standing}));
    ASAR_TRY(checkOverlap(state, hours->volunteer, service, command.hours));
  }
  return Decision{};
}

void evolve(State& state, const HoursResolve& command, const Context&) {
  stand(state, command.hours, command.minutes);
  HoursRecord& hours = state.hours.edit(command.hours);
  hours.state = command.outcome == DisputeOutcome::kVoided                         ? HoursState::kVoided
                : command.outcome == DisputeOutcome::kUpheld && hours.was_rejected ? HoursState::kRejected
                                                                                   : HoursState::kAttested;
}

Result<Decision> judge(const State& state, const HoursCorrect& command, const Context& context) {
  const auto* hours = state.hours.find(command.hours);
  if (hours->state != HoursState::kAttested) return wrongState(*hours, "corrected");
  ASAR_TRY(checkChanger(state, *hours, context));
  ASAR_TRY(checkAfterService(*hours, command.occurred_at, context));
  if (command.minutes < Minutes{0} || command.minutes > hours->claimed)
    return overClaim(command.minutes, hours->claimed);
  if (command.minutes == hours->standing)
    return refuse("NO_CHANGE", "the entry stands at " + minutesText(hours->standing) + " already");
  if (command.reason == HoursReason::kNone) return reasonMissing("a correction");
  ASAR_TRY(checkRise(state, *hours, command, context));
  const Service service{hours->occurred_at, hours->until, command.minutes};
  ASAR_TRY(checkDays(state, hours->volunteer, service, Service{hours->occurred_at, hours->until, hours->standing}));
  if (command.minutes > Minutes{0}) ASAR_TRY(checkOverlap(state, hours->volunteer, service, command.hours));
  return Decision{};
}

void evolve(State& state, const HoursCorrect& command, const Context&) {
  stand(state, command.hours, command.minutes);
}

Result<Decision> judge(const State& state, const HoursVoid& command, const Context& context) {
  const auto* hours = state.hours.find(command.hours);
  if (hours->state == HoursState::kVoided || hours->state == HoursState::kDisputed)
    return wrongState(*hours, "voided: a dispute is resolved");
  if (hours->state == HoursState::kRejected && isActing(context, hours->first_attestor))
    return refuse("SAME_PERSON", "who rejected the claim does not take the dispute from it by voiding");
  ASAR_TRY(checkChanger(state, *hours, context));
  ASAR_TRY(checkAfterService(*hours, command.occurred_at, context));
  if (command.reason == HoursReason::kNone) return reasonMissing("voiding");
  return Decision{};
}

void evolve(State& state, const HoursVoid& command, const Context&) {
  voidHours(state, command.hours);
}

}  // namespace ledger
