#include "tests/reference/hours_model.h"

#include <algorithm>

namespace reference {

using namespace ledger;  // the commands

namespace {

constexpr std::int64_t kDay = 1440;

// What later facts make of an entry.
void follow(const World& world, HoursEntry& entry) {
  for (const Fact& fact : world.facts) {
    const auto about = [&](const auto* body) { return body != nullptr && body->hours == entry.claim->hours; };
    if (const auto* attest = fact.body.as<HoursAttest>(); about(attest)) {
      entry.stage = HoursStage::kAttested;
      entry.standing = attest->minutes.count();
      entry.answered_by = fact.signer;
    } else if (about(fact.body.as<HoursReject>())) {
      entry.stage = HoursStage::kRejected;
      entry.answered_by = fact.signer;
    } else if (about(fact.body.as<HoursConfirm>())) {
      entry.confirmed = true;
    } else if (about(fact.body.as<HoursDispute>())) {
      entry.before_dispute = entry.stage;
      entry.stage = HoursStage::kDisputed;
      entry.disputer = fact.signer;
    } else if (const auto* resolve = fact.body.as<HoursResolve>(); about(resolve)) {
      if (resolve->outcome == DisputeOutcome::kUpheld) entry.stage = entry.before_dispute;
      if (resolve->outcome == DisputeOutcome::kCorrected) entry.stage = HoursStage::kAttested;
      if (resolve->outcome == DisputeOutcome::kVoided) entry.stage = HoursStage::kVoided;
      if (resolve->outcome != DisputeOutcome::kUpheld) entry.standing = resolve->minutes.count();
    } else if (const auto* correct = fact.body.as<HoursCorrect>(); about(correct)) {
      if (!world.isTold(Fault::kCorrectionForgotten)) entry.standing = correct->minutes.count();
    } else if (about(fact.body.as<HoursVoid>())) {
      entry.stage = HoursStage::kVoided;
      entry.standing = 0;
    }
  }
}

std::int64_t standingOn(const World& world, const HoursClaim& claim, CivilDay day) {
  std::int64_t sum = 0;
  for (const HoursEntry& entry : hoursEntries(world)) {
    if (entry.claim->volunteer != claim.volunteer || entry.claim->hours == claim.hours) continue;
    const auto days = spread(world, *entry.claim, entry.standing);
    if (const auto found = days.find(day); found != days.end()) sum += found->second;
  }
  return sum;
}

// So many minutes of the service come to stand, or are claimed, beside what stands.
void judgeDays(const World& world, const HoursClaim& claim, std::int64_t minutes, Verdict& verdict) {
  const std::int64_t most = world.isTold(Fault::kDayOf1441) ? kDay + 1 : kDay;
  for (const auto& [day, more] : spread(world, claim, minutes)) {
    verdict.refuseIf(standingOn(world, claim, day) + more > most, "DAY_OVER_1440");
  }
}

void judgeOverlap(const World& world, const HoursClaim& claim, Verdict& verdict) {
  if (!claim.until) return;
  const UtcMs touching = world.isTold(Fault::kTouchingOverlaps) ? 1 : 0;
  for (const HoursEntry& entry : hoursEntries(world)) {
    const HoursClaim& other = *entry.claim;
    if (other.hours == claim.hours || other.volunteer != claim.volunteer || !other.until) continue;
    if (entry.standing == 0) continue;
    verdict.refuseIf(other.occurred_at.utc_ms < claim.until->utc_ms + touching &&
                         claim.occurred_at.utc_ms < other.until->utc_ms + touching,
                     "OVERLAP");
  }
}

const LimitsInForce* limitsOn(const World& world, CivilDay day) {
  const LimitsInForce* last = nullptr;
  for (const LimitsInForce& one : world.scene.limits) {
    if (one.from <= day && (one.to == 0 || day <= one.to)) last = &one;
  }
  return last;
}

// Flags of a claim or an attestation, and the second person that a late one needs. The claim's day decides.
struct Spoken {
  std::int64_t minutes = 0;
  bool is_claim = false;
};
void flag(const World& world, const HoursClaim& claim, const Spoken& spoken, const Asking& asking, Verdict& verdict) {
  const LimitsInForce* limits = limitsOn(world, claim.occurred_at.civilDay());
  if (limits == nullptr) return;
  verdict.policy = limits->position;
  const auto person = world.scene.persons.find(claim.volunteer);
  for (const HoursLimit& limit : limits->limits.limits) {
    if (person == world.scene.persons.end() || limit.age_band != person->second) continue;
    for (const auto& [day, more] : spread(world, claim, spoken.minutes)) {
      if (standingOn(world, claim, day) + more > limit.day_minutes.count()) verdict.flags.insert(Flag::kOverDayLimit);
    }
  }
  const CivilDay recorded = Instant{asking.recorded_at, claim.occurred_at.offset_minutes}.civilDay();
  const int within = spoken.is_claim ? limits->limits.claim_within_days : limits->limits.attest_within_days;
  if (within == 0 || recorded - claim.occurred_at.civilDay() <= within) return;
  verdict.flags.insert(spoken.is_claim ? Flag::kClaimedLate : Flag::kAttestedLate);
  if (world.rules < 3 || world.isTold(Fault::kLateAlone)) return;
  verdict.needs_second = true;
  if (asking.endorser) {
    verdict.refuseIf(!holds(world, *asking.endorser, Role::kClerk, {}, asking.recorded_at), "ROLE_MISSING");
    verdict.refuseIf(*asking.endorser == claim.volunteer, "SELF_ATTESTATION");
  }
}

void judgeClaimant(const World& world, const HoursClaim& claim, const Asking& asking, Verdict& verdict) {
  const bool clerk = holds(world, asking.person, Role::kClerk, {}, asking.recorded_at);
  const bool herself = asking.person == claim.volunteer;
  const bool assisted = asking.assurance == Assurance::kAssisted;
  if (assisted ? clerk && !herself : herself) return;
  verdict.names.insert(herself || clerk ? "ASSURANCE_MISMATCH" : "ROLE_MISSING");
}

void judgeClaim(const World& world, const HoursClaim& claim, const Asking& asking, Verdict& verdict) {
  verdict.refuseIf(isTaken(world, claim.hours), "ID_TAKEN");
  verdict.refuseIf(!world.scene.persons.contains(claim.volunteer), "UNKNOWN_SUBJECT");
  judgeClaimant(world, claim, asking, verdict);
  const std::int64_t minutes = claim.minutes.count();
  const UtcMs starts = claim.occurred_at.utc_ms;
  const UtcMs ends = claim.until ? claim.until->utc_ms : starts + minutes * kMsPerMinute;
  verdict.refuseIf(minutes < 1, "MINUTES_OVER_INTERVAL");
  verdict.refuseIf(claim.until ? minutes * kMsPerMinute > ends - starts : minutes > kDay, "MINUTES_OVER_INTERVAL");
  verdict.refuseIf(isFuture(starts, asking) || isFuture(ends, asking), "IN_FUTURE");
  const auto activity = world.scene.activities.find(claim.activity);
  verdict.refuseIf(activity == world.scene.activities.end(), "UNKNOWN_SUBJECT");
  if (!verdict.names.empty() && activity == world.scene.activities.end()) return;
  const Activity& of = activity->second;
  const CivilDay day = claim.occurred_at.civilDay();
  verdict.refuseIf(day < of.project_from || day > of.project_to, "OUTSIDE_PROJECT");
  verdict.refuseIf(starts < of.starts.utc_ms || starts >= of.ends.utc_ms, "OUTSIDE_ACTIVITY");
  verdict.refuseIf(claim.until && ends > of.ends.utc_ms + kMsPerDay, "OUTSIDE_ACTIVITY");
  for (const HoursEntry& entry : hoursEntries(world)) {
    const HoursClaim& other = *entry.claim;
    const bool same = other.volunteer == claim.volunteer && other.activity == claim.activity &&
                      other.occurred_at.civilDay() == day && other.role == claim.role;
    const bool counts = entry.stage != HoursStage::kRejected && entry.stage != HoursStage::kVoided;
    verdict.refuseIf(world.rules >= 3 && same && counts && !claim.split && !world.isTold(Fault::kSplitNotAsked),
                     "HOURS_TAKEN");
  }
  judgeDays(world, claim, minutes, verdict);
  flag(world, claim, {minutes, true}, asking, verdict);
}

// What anything said of an entry has to fulfil; none where there is no such entry.
template <class Said>
std::optional<HoursEntry> judgeSaid(const World& world, const Said& said, const Asking& asking, Verdict& verdict) {
  auto entry = hoursEntry(world, said.hours);
  verdict.refuseIf(!entry, "UNKNOWN_SUBJECT");
  verdict.refuseIf(isFuture(said.occurred_at.utc_ms, asking), "IN_FUTURE");
  if (entry) {
    verdict.refuseIf(said.occurred_at.utc_ms < entry->claim->occurred_at.utc_ms, "BEFORE_ORIGINAL");
  }
  return entry;
}

const Activity& activityOf(const World& world, const HoursEntry& entry) {
  return world.scene.activities.at(entry.claim->activity);
}

bool holdsHere(const World& world, const HoursEntry& entry, Role role, const Asking& asking) {
  return holds(world, asking.person, role, activityOf(world, entry).organisation, asking.recorded_at);
}

// Attestor and rejecter.
void judgeAnswerer(const World& world, const HoursEntry& entry, const Asking& asking, Verdict& verdict) {
  verdict.refuseIf(entry.stage != HoursStage::kClaimed, "WRONG_STATE");
  verdict.refuseIf(asking.person == entry.claim->volunteer, "SELF_ATTESTATION");
  verdict.refuseIf(asking.person == entry.claimed->signer, "CLAIM_SIGNER_ATTESTS");
  const SubjectId organisation = activityOf(world, entry).organisation;
  const UtcMs end = entry.claim->until ? entry.claim->until->utc_ms : entry.claim->occurred_at.utc_ms;
  bool held = false;
  bool old_enough = false;
  for (const Appointment& one : world.scene.appointments) {
    if (one.person != asking.person || (one.role != Role::kAttestor && one.role != Role::kCoordinator)) continue;
    if (!one.scope.isNone() && one.scope != organisation) continue;
    if (one.valid_to != 0 && asking.recorded_at > one.valid_to) continue;
    held = true;
    old_enough = old_enough || one.granted_at <= end;
  }
  verdict.refuseIf(!held, "ROLE_MISSING");
  verdict.refuseIf(held && !old_enough, "MANDATE_TOO_YOUNG");
}

void judgeOvertime(const World& world, const HoursEntry& entry, std::int64_t minutes, HoursReason reason,
                   Verdict& verdict) {
  const UtcMs left = activityOf(world, entry).ends.utc_ms - entry.claim->occurred_at.utc_ms;
  verdict.refuseIf(minutes * kMsPerMinute > left && reason != HoursReason::kOvertimeAgreed, "OVERTIME_REASON_MISSING");
}

void judge(const World& world, const HoursAttest& attest, const Asking& asking, Verdict& verdict) {
  const auto entry = judgeSaid(world, attest, asking, verdict);
  if (!entry) return;
  judgeAnswerer(world, *entry, asking, verdict);
  verdict.refuseIf(asking.endorser == entry->claimed->signer, "CLAIM_SIGNER_ATTESTS");
  const std::int64_t minutes = attest.minutes.count();
  verdict.refuseIf(minutes < 1 || minutes > entry->claim->minutes.count(), "MINUTES_OVER_CLAIM");
  verdict.refuseIf(minutes < entry->claim->minutes.count() && attest.reason == HoursReason::kNone, "REASON_MISSING");
  judgeOvertime(world, *entry, minutes, attest.reason, verdict);
  judgeDays(world, *entry->claim, minutes, verdict);
  judgeOverlap(world, *entry->claim, verdict);
  flag(world, *entry->claim, {minutes, false}, asking, verdict);
}

void judge(const World& world, const HoursReject& reject, const Asking& asking, Verdict& verdict) {
  verdict.refuseIf(reject.reason == HoursReason::kNone, "REASON_MISSING");
  const auto entry = judgeSaid(world, reject, asking, verdict);
  if (entry) judgeAnswerer(world, *entry, asking, verdict);
}

void judge(const World& world, const HoursConfirm& confirm, const Asking& asking, Verdict& verdict) {
  const auto entry = judgeSaid(world, confirm, asking, verdict);
  if (!entry) return;
  verdict.refuseIf(asking.person != entry->claim->volunteer, "ROLE_MISSING");
  verdict.refuseIf(
      entry->claimed->assurance != Assurance::kAssisted || entry->confirmed || entry->stage == HoursStage::kVoided,
      "WRONG_STATE");
}

void judge(const World& world, const HoursDispute& dispute, const Asking& asking, Verdict& verdict) {
  verdict.refuseIf(dispute.reason == HoursReason::kNone, "REASON_MISSING");
  const auto entry = judgeSaid(world, dispute, asking, verdict);
  if (!entry) return;
  verdict.refuseIf(
      asking.person != entry->claim->volunteer && !holds(world, asking.person, Role::kAuditor, {}, asking.recorded_at),
      "ROLE_MISSING");
  verdict.refuseIf(entry->stage != HoursStage::kAttested && entry->stage != HoursStage::kRejected, "WRONG_STATE");
}

void judge(const World& world, const HoursResolve& resolve, const Asking& asking, Verdict& verdict) {
  const auto entry = judgeSaid(world, resolve, asking, verdict);
  if (!entry) return;
  const PersonId& person = asking.person;
  verdict.refuseIf(!holds(world, person, Role::kAuditor, {}, asking.recorded_at) &&
                       !holdsHere(world, *entry, Role::kAttestor, asking),
                   "ROLE_MISSING");
  verdict.refuseIf(entry->stage != HoursStage::kDisputed, "WRONG_STATE");
  verdict.refuseIf(person == entry->claim->volunteer, "SELF_ATTESTATION");
  verdict.refuseIf(person == entry->claimed->signer, "CLAIM_SIGNER_ATTESTS");
  verdict.refuseIf(person == entry->answered_by || person == entry->disputer, "SAME_PERSON");
  const std::int64_t minutes = resolve.minutes.count();
  switch (resolve.outcome) {
    case DisputeOutcome::kUpheld:
      verdict.refuseIf(minutes != entry->standing, "BAD_OUTCOME");
      break;
    case DisputeOutcome::kCorrected:
      verdict.refuseIf(minutes < 1 || minutes > entry->claim->minutes.count(), "BAD_OUTCOME");
      judgeDays(world, *entry->claim, minutes, verdict);
      judgeOverlap(world, *entry->claim, verdict);
      break;
    case DisputeOutcome::kVoided:
      verdict.refuseIf(minutes != 0, "BAD_OUTCOME");
      break;
  }
}

void judge(const World& world, const HoursCorrect& correct, const Asking& asking, Verdict& verdict) {
  const auto entry = judgeSaid(world, correct, asking, verdict);
  if (!entry) return;
  const std::int64_t minutes = correct.minutes.count();
  const bool upwards = minutes > entry->standing;
  verdict.refuseIf(entry->stage != HoursStage::kAttested, "WRONG_STATE");
  verdict.refuseIf(!holdsHere(world, *entry, Role::kAttestor, asking), "ROLE_MISSING");
  verdict.refuseIf(minutes < 0 || minutes > entry->claim->minutes.count(), "MINUTES_OVER_CLAIM");
  verdict.refuseIf(minutes == entry->standing, "NO_CHANGE");
  verdict.refuseIf(correct.reason == HoursReason::kNone, "REASON_MISSING");
  verdict.needs_second = upwards;
  for (const auto& person : {std::optional(asking.person), asking.endorser}) {
    if (!person) continue;
    verdict.refuseIf(*person == entry->claim->volunteer, "SELF_ATTESTATION");
    verdict.refuseIf(upwards && *person == entry->claimed->signer, "CLAIM_SIGNER_ATTESTS");
  }
  if (asking.endorser) {
    verdict.refuseIf(
        !holds(world, *asking.endorser, Role::kAttestor, activityOf(world, *entry).organisation, asking.recorded_at),
        "ROLE_MISSING");
  }
  if (!upwards) return;
  judgeOvertime(world, *entry, minutes, correct.reason, verdict);
  judgeDays(world, *entry->claim, minutes, verdict);
  judgeOverlap(world, *entry->claim, verdict);
}

void judge(const World& world, const HoursVoid& voiding, const Asking& asking, Verdict& verdict) {
  const auto entry = judgeSaid(world, voiding, asking, verdict);
  if (!entry) return;
  verdict.refuseIf(entry->stage == HoursStage::kVoided || entry->stage == HoursStage::kDisputed, "WRONG_STATE");
  verdict.refuseIf(!holdsHere(world, *entry, Role::kAttestor, asking), "ROLE_MISSING");
  verdict.refuseIf(voiding.reason == HoursReason::kNone, "REASON_MISSING");
  verdict.refuseIf(asking.person == entry->claim->volunteer, "SELF_ATTESTATION");
  verdict.refuseIf(entry->stage == HoursStage::kRejected && asking.person == entry->answered_by, "SAME_PERSON");
}

template <class Body>
bool judgeIf(const World& world, const CommandBody& body, const Asking& asking, Verdict& verdict) {
  if (!body.is<Body>()) return false;
  judge(world, body.get<Body>(), asking, verdict);
  return true;
}

}  // namespace

std::optional<HoursEntry> hoursEntry(const World& world, const SubjectId& hours) {
  std::optional<HoursEntry> entry;
  each<HoursClaim>(world, [&](const Fact& fact, const HoursClaim& claim) {
    if (claim.hours != hours) return;
    entry.emplace();
    entry->claimed = &fact;
    entry->claim = &claim;
    follow(world, *entry);
  });
  return entry;
}

std::vector<HoursEntry> hoursEntries(const World& world) {
  std::vector<HoursEntry> entries;
  each<HoursClaim>(world, [&](const Fact& fact, const HoursClaim& claim) {
    HoursEntry& entry = entries.emplace_back();
    entry.claimed = &fact;
    entry.claim = &claim;
    follow(world, entry);
  });
  return entries;
}

DayMinutes spread(const World& world, const HoursClaim& claim, std::int64_t minutes) {
  DayMinutes days;
  if (minutes <= 0) return days;
  CivilDay day = claim.occurred_at.civilDay();
  if (!claim.until || world.isTold(Fault::kDayNotSplit)) return {{day, minutes}};
  const UtcMs local = claim.occurred_at.utc_ms + claim.occurred_at.offset_minutes * kMsPerMinute;
  std::int64_t room = kDay - local % kMsPerDay / kMsPerMinute;
  while (minutes > 0) {
    days[day] = std::min(room, minutes);
    minutes -= days[day++];
    room = kDay;
  }
  return days;
}

std::map<std::pair<PersonId, CivilDay>, std::int64_t> standingDays(const World& world) {
  std::map<std::pair<PersonId, CivilDay>, std::int64_t> all;
  for (const HoursEntry& entry : hoursEntries(world)) {
    for (const auto& [day, minutes] : spread(world, *entry.claim, entry.standing)) {
      all[{entry.claim->volunteer, day}] += minutes;
    }
  }
  return all;
}

bool judgeHours(const World& world, const CommandBody& body, const Asking& asking, Verdict& verdict) {
  if (const auto* claim = body.as<HoursClaim>()) {
    judgeClaim(world, *claim, asking, verdict);
    return true;
  }
  return judgeIf<HoursAttest>(world, body, asking, verdict) || judgeIf<HoursReject>(world, body, asking, verdict) ||
         judgeIf<HoursConfirm>(world, body, asking, verdict) || judgeIf<HoursDispute>(world, body, asking, verdict) ||
         judgeIf<HoursResolve>(world, body, asking, verdict) || judgeIf<HoursCorrect>(world, body, asking, verdict) ||
         judgeIf<HoursVoid>(world, body, asking, verdict);
}

}  // namespace reference
