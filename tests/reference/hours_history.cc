// Hours in a random history.
#include <algorithm>

#include "tests/reference/history.h"

namespace reference {

using namespace ledger;  // the commands

Attempt History::ofHours(const World& world) {
  if (claims_.empty() || chance(35)) return claim(world);
  const HoursClaim about = chance(60) ? claims_.back() : one(claims_);
  const auto entry = hoursEntry(world, about.hours);
  const bool waits = entry && entry->stage == HoursStage::kClaimed;
  return chance(waits ? 80 : 15) ? answer(about) : afterwards(world, about);
}

Attempt History::claim(const World& world) {
  HoursClaim claim;
  claim.hours = newId();
  claim.volunteer = chance(96) ? stage_.volunteers[below(chance(70) ? 1 : 3)] : one(stage_.everybody);
  const auto place = below(100);
  claim.activity = place < 80 ? stage_.activity : place < 90 ? stage_.short_activity : stage_.far_activity;
  if (chance(1)) claim.activity = stage_.project;
  static const std::vector<int> kStarts = {0, 9 * 60, 10 * 60, 12 * 60, 20 * 60, 22 * 60 + 30, 23 * 60 + 59};
  const bool is_short = claim.activity == stage_.short_activity;
  const int days_back =
      is_short && chance(90) ? 1 : static_cast<int>(below(chance(90) ? 6 : 16)) + (chance(95) ? 1 : 0);
  const int minute = is_short && chance(90) ? 9 * 60 + static_cast<int>(below(5)) * 60 : one(kStarts);
  const std::int16_t offset = chance(92) ? kOffset : chance(50) ? std::int16_t{0} : std::int16_t{-720};
  // After the project's last day there is little to claim.
  const CivilDay latest = dayOf(is_short ? "2026-06-15" : "2026-06-23");
  const CivilDay today = chance(97) ? std::min(Instant{now, kOffset}.civilDay(), latest) : latest + 3;
  claim.occurred_at = {(today - days_back) * kMsPerDay + (minute - kOffset) * kMsPerMinute, offset};
  if (chance(50)) {
    static const std::vector<int> kLengths = {60, 90, 120, 240, 600, 1440, 1441, 2000, 3000};
    claim.until = Instant{claim.occurred_at.utc_ms + one(kLengths) * kMsPerMinute, kOffset};
    if (chance(2)) claim.until = claim.occurred_at;
  }
  claim.minutes = Minutes{minutesOf(world, claim)};
  claim.role = chance(80) ? "helper" : "driver";
  claim.split = chance(50);
  Attempt attempt = by(chance(75) ? std::vector{claim.volunteer} : stage_.clerks, claim);
  if (attempt.person != claim.volunteer && chance(95)) attempt.assurance = Assurance::kAssisted;
  if (attempt.person == claim.volunteer && chance(10)) attempt.assurance = Assurance::kWeb;
  if (attempt.person == claim.volunteer && chance(3)) attempt.assurance = Assurance::kAssisted;
  return attempt;
}

// Often what a day just holds, or the interval, or a minute more.
std::int64_t History::minutesOf(const World& world, const HoursClaim& claim) {
  static const std::vector<std::int64_t> kUsual = {1,   60,  120, 240,  480,  481,  600, 601,
                                                   719, 720, 721, 1439, 1440, 1441, 0,   -1};
  if (!claim.until && chance(30)) {
    std::int64_t stands = 0;
    for (const auto& [key, minutes] : standingDays(world)) {
      if (key.first == claim.volunteer && key.second == claim.occurred_at.civilDay()) stands = minutes;
    }
    return 1440 - stands + static_cast<std::int64_t>(below(2));
  }
  if (!claim.until || chance(4)) return one(kUsual);
  const std::int64_t whole = (claim.until->utc_ms - claim.occurred_at.utc_ms) / kMsPerMinute;
  if (chance(70)) return whole;
  return chance(90) ? std::max<std::int64_t>(whole / 2, 1) : whole + 1;
}

std::int64_t History::minutesBelow(std::int64_t claimed) {
  const auto kind = below(100);
  if (kind < 55) return claimed;
  if (kind < 65) return claimed + 1;
  if (kind < 75) return claimed - 1;
  if (kind < 80) return 0;
  return static_cast<std::int64_t>(below(static_cast<std::uint64_t>(std::max<std::int64_t>(claimed, 0)) + 1));
}

Attempt History::answer(const HoursClaim& about) {
  static const std::vector<HoursReason> kReasons = {HoursReason::kNone, HoursReason::kLeftEarly,
                                                    HoursReason::kOvertimeAgreed, HoursReason::kOther};
  const SubjectId hours = chance(98) ? about.hours : used();
  const HoursReason reason = one(kReasons);
  const Instant at = chance(50) ? Instant{now, kOffset} : fact();
  if (chance(12)) return by(stage_.attestors, HoursReject{hours, reason, at});
  if (chance(8)) return by({about.volunteer}, HoursConfirm{hours, at});
  const auto minutes = Minutes{minutesBelow(about.minutes.count())};
  Attempt attempt = by(stage_.attestors, HoursAttest{hours, minutes, AttestationMethod::kRoster, reason, at});
  if (about.activity == stage_.far_activity && chance(60)) attempt.person = stage_.others.back();
  return attempt;
}

Attempt History::afterwards(const World& world, const HoursClaim& about) {
  const auto entry = hoursEntry(world, about.hours);
  const auto reason = chance(85)   ? HoursReason::kArithmetic
                      : chance(50) ? HoursReason::kNone
                                   : HoursReason::kOvertimeAgreed;
  const Instant at = chance(60) ? Instant{now, kOffset} : fact();
  const bool disputed = entry && entry->stage == HoursStage::kDisputed;
  if (chance(disputed ? 70 : 5)) {
    static const std::vector<DisputeOutcome> kOutcomes = {DisputeOutcome::kUpheld, DisputeOutcome::kCorrected,
                                                          DisputeOutcome::kVoided};
    const DisputeOutcome outcome = one(kOutcomes);
    std::int64_t minutes = minutesBelow(about.minutes.count());
    if (chance(80) && outcome == DisputeOutcome::kVoided) minutes = 0;
    if (chance(80) && outcome == DisputeOutcome::kUpheld && entry) minutes = entry->standing;
    return by(chance(60) ? stage_.auditors : stage_.attestors,
              HoursResolve{about.hours, outcome, Minutes{minutes}, at});
  }
  const auto kind = below(100);
  if (kind < 35) {
    return by(chance(60) ? std::vector{about.volunteer} : stage_.auditors, HoursDispute{about.hours, reason, at});
  }
  if (kind < 80) {
    return by(stage_.attestors, HoursCorrect{about.hours, Minutes{minutesBelow(about.minutes.count())}, reason, at});
  }
  if (kind < 85) return by({about.volunteer}, HoursConfirm{about.hours, at});
  return by(stage_.attestors, HoursVoid{about.hours, reason, at});
}

}  // namespace reference
