// Service in the sample year: projects, activities and shifts, claims at the end of the week, their judgement after it.
#include "tests/sample/year.h"

namespace sample {

using namespace ledger;

namespace {

constexpr std::size_t kLongDayWeek = 20;
constexpr std::size_t kSaturday = 5;

Instant moment(std::size_t week, std::size_t day, std::size_t minute) {
  return {midnight(week, day) + static_cast<UtcMs>(minute) * kMsPerMinute, kOffset};
}

// In quarters of an hour; the young and the old serve shorter days.
std::size_t longestService(AgeBand band) {
  switch (band) {
    case AgeBand::kFrom14to15:
      return 12;
    case AgeBand::kFrom16to17:
    case AgeBand::kFrom60:
      return 16;
    case AgeBand::kUnknown:
    case AgeBand::kUnder14:
    case AgeBand::kFrom18to35:
    case AgeBand::kFrom36to59:
      return 20;
  }
  return 4;
}

}  // namespace

void Year::startProjects() {
  for (std::size_t i = 0; i < cast_.hosts.size(); ++i) {
    const Host& host = cast_.hosts[i];
    submit(host.officer, {ProjectStart{host.project, cast_.programmes[i % kDirections], host.id,
                                       std::string(kRegionTable[host.region].code), civilDay(0, 0), civilDay(kWeeks, 0),
                                       numbered("Үлгі жоба", "Образцовый проект", "Sample project", i + 1)}});
  }
}

void Year::scheduleWeeks(std::size_t first, std::size_t count) {
  for (Host& host : cast_.hosts) {
    std::vector<CommandBody> bodies;
    for (std::size_t week = first; week < first + count; ++week) {
      const SubjectId activity = newId();
      host.activities.push_back(activity);
      bodies.emplace_back(ActivitySchedule{activity, host.project, ActivityKind::kCampaign,
                                           std::string(kRegionTable[host.region].code.substr(3)) + "0000000",
                                           moment(week, 3, 7 * 60), moment(week, 6, 20 * 60)});
      for (std::size_t day = kSaturday; day <= kSaturday + 1; ++day) {
        const SubjectId shift = newId();
        host.shifts.push_back(shift);
        bodies.emplace_back(
            ShiftOpen{shift, activity, "assistant", moment(week, day, 9 * 60), moment(week, day, 14 * 60), 2, 20});
      }
    }
    submit(host.coordinator, bodies);
  }
}

void Year::countAttendance(std::size_t first, std::size_t count) {
  for (const Host& host : cast_.hosts) {
    std::vector<CommandBody> bodies;
    for (std::size_t i = 2 * first; i < 2 * (first + count); ++i) {
      const auto people = static_cast<std::uint32_t>(3 + below(10));
      const Minutes served{static_cast<std::int64_t>(people * (120 + 15 * below(12)))};
      bodies.emplace_back(AttendanceSummarise{host.shifts[i], AttendanceState::kSignedUp,
                                              people + static_cast<std::uint32_t>(below(4)), Minutes{0}});
      bodies.emplace_back(AttendanceSummarise{host.shifts[i], AttendanceState::kCompleted, people, served});
    }
    submit(host.coordinator, bodies);
  }
}

HoursClaim Year::claim(std::size_t volunteer, std::size_t host, std::size_t week, std::size_t day) {
  const Volunteer& one = cast_.volunteers[volunteer];
  std::size_t minutes = 15 * (4 + below(longestService(one.band) - 3));
  std::size_t begin = 60 * (9 + below(5));
  std::size_t rest = minutes > 180 ? 15 : 0;
  if (!long_day_ && week >= kLongDayWeek && day == kSaturday && one.band == AgeBand::kFrom18to35) {
    long_day_ = true;
    minutes = 13 * 60;
    begin = 7 * 60;
    rest = 0;
  }
  HoursClaim claim;
  claim.hours = newId();
  claim.volunteer = one.actor.person;
  claim.activity = cast_.hosts[host].activities[week];
  claim.occurred_at = moment(week, day, begin);
  claim.until = moment(week, day, begin + minutes + rest);
  claim.minutes = Minutes{static_cast<std::int64_t>(minutes)};
  claim.role = "assistant";
  claim.time_basis = volunteer % 25 == 4 ? TimeBasis::kPaidWorkTime : TimeBasis::kUnpaid;
  return claim;
}

std::vector<CommandBody> Year::claimsOf(std::size_t volunteer, std::size_t week, bool assisted) {
  const std::size_t host = cast_.volunteers[volunteer].region + kRegions * ((volunteer / kRegions + week) % 2);
  const std::size_t free_day = 3 + below(3);
  std::vector<CommandBody> bodies;
  for (std::size_t day = 3; day <= 6; ++day) {
    if (day == free_day) continue;
    const HoursClaim one = claim(volunteer, host, week, day);
    last_claims_.push_back({one.hours, volunteer, host, one.minutes, Minutes{0}, assisted});
    bodies.emplace_back(one);
  }
  return bodies;
}

void Year::claimWeek(std::size_t week) {
  std::vector<std::vector<CommandBody>> assisted(kRegions);
  for (std::size_t i = 0; i < scale_.serving; ++i) {
    const std::size_t who = next_volunteer_++ % cast_.volunteers.size();
    const Volunteer& volunteer = cast_.volunteers[who];
    const bool by_clerk = volunteer.silent || i % 20 == 3;
    const auto bodies = claimsOf(who, week, by_clerk);
    if (by_clerk) {
      auto& desk = assisted[volunteer.region];
      desk.insert(desk.end(), bodies.begin(), bodies.end());
    } else {
      submit(volunteer.actor, bodies);
    }
  }
  for (std::size_t i = 0; i < kRegions; ++i) submit(cast_.clerks[i], assisted[i], Assurance::kAssisted);
}

void Year::confirmAssisted() {
  for (const Claimed& one : last_claims_) {
    const Volunteer& volunteer = cast_.volunteers[one.volunteer];
    if (one.assisted && !volunteer.silent) submit(volunteer.actor, {HoursConfirm{one.id, now()}});
  }
}

CommandBody Year::judgement(Claimed& claimed) {
  const std::size_t chance = below(100);
  if (chance < 4) {
    rejected_.push_back(claimed);
    return HoursReject{claimed.id, chance < 2 ? HoursReason::kNotPresent : HoursReason::kWrongActivity, now()};
  }
  const bool part = chance < 10 && claimed.minutes > Minutes{60};
  claimed.standing = part ? claimed.minutes - Minutes{30} : claimed.minutes;
  judged_.push_back(claimed);
  return HoursAttest{claimed.id, claimed.standing, AttestationMethod::kPresent,
                     part ? HoursReason::kLeftEarly : HoursReason::kNone, now()};
}

void Year::attestWeek() {
  confirmAssisted();
  judged_.clear();
  rejected_.clear();
  for (std::size_t host = 0; host < cast_.hosts.size(); ++host) {
    std::vector<CommandBody> bodies;
    for (Claimed& one : last_claims_) {
      if (one.host == host) bodies.push_back(judgement(one));
    }
    submit(cast_.hosts[host].attestor1, bodies);
  }
  last_claims_.clear();
}

}  // namespace sample
