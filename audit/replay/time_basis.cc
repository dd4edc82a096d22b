#include "audit/replay/time_basis.h"

#include <algorithm>

#include "audit/replay/profiles.h"
#include "audit/replay/voices.h"

namespace audit {
namespace {

// The organisation of the activity pays for that day, to her or to another profile of hers.
bool isStipended(const State& state, const Hours& hours) {
  const std::int64_t day = civilDay(hours.occurred);
  const Id organisation = organisationOfActivity(state, hours.activity);
  return std::ranges::any_of(profilesOf(state, hours.volunteer), [&](const Id& profile) {
    return std::ranges::any_of(listOf(state.stipended, profile), [&](const Id& id) {
      const Assignment* one = find(state.assignments, id);
      return one != nullptr && one->organisation == organisation && one->holds(day);
    });
  });
}

Refusal judgeUnpaid(const State& state, const Hours& hours) {
  const Activity* activity = find(state.activities, hours.activity);
  if (activity != nullptr && activity->kind == schema::ActivityKind::TRAINING)
    return {"TRAINING_NOT_SERVICE", "who is trained does not serve"};
  if (hours.time_basis != schema::TimeBasis::UNPAID || !isStipended(state, hours)) return {};
  return {"STIPENDED_SERVICE", "a stipend is paid for that day, so that its service is not unpaid"};
}

Refusal judgePaid(const State& state, const Hours& hours) {
  if (hours.employment == Id{}) return {};
  const Employment* employment = find(state.employments, hours.employment);
  if (employment == nullptr) return kUnknownSubject;
  if (hours.time_basis != schema::TimeBasis::PAID_WORK_TIME)
    return {"NOT_PAID_TIME", "an employer's time is paid work time"};
  if (employment->days.cover(civilDay(hours.occurred))) return {};
  return {"OUTSIDE_EMPLOYMENT", "the employer gives no time on that day"};
}

void end(State& state, capnp::Data::Reader id, schema::Instant::Reader at) {
  Assignment* one = find(state.assignments, idOf(id));
  if (one != nullptr) one->last = std::min(one->last, civilDay(Moment::of(at)));
}

void applyOffer(State& state, schema::AssignmentOffer::Reader command) {
  const Id id = idOf(command.getAssignment());
  state.assignments.try_emplace(id, Assignment{idOf(command.getOrganisation()), std::nullopt, command.getTo()});
  if (command.hasStipend()) state.stipended[idOf(command.getPerson())].push_back(id);
}

}  // namespace

Refusal judgeTimeBasis(const State& state, const Case& c, const Hours& hours) {
  if (c.rules < kVersionThree) return {};
  if (!hours.imported) {
    if (const auto refusal = judgeUnpaid(state, hours)) return refusal;
  }
  return judgePaid(state, hours);
}

bool overPaidTime(const State& state, const Standing& wanted) {
  const Employment* employment = find(state.employments, wanted.hours.employment);
  if (employment == nullptr) return false;
  const PaidWeek week = paidWeekOf(wanted.hours);
  std::int64_t minutes = saturated(wanted.minutes, -wanted.hours.standing);
  for (const Id& profile : profilesOf(state, wanted.hours.volunteer)) {
    const VolunteerTime* time = find(state.time, profile);
    if (time == nullptr) continue;
    const auto found = time->paid_weeks.find(week);
    if (found != time->paid_weeks.end()) minutes = saturated(minutes, found->second);
  }
  return minutes > employment->week_minutes;
}

void applyTimeBasis(State& state, schema::Command::Reader command) {
  if (command.isEmployerProgrammeAgree()) {
    const auto agreed = command.getEmployerProgrammeAgree();
    state.employments.try_emplace(idOf(agreed.getEmployment()),
                                  Employment{{agreed.getFrom(), agreed.getTo()}, agreed.getWeekMinutes()});
  }
  if (command.isAssignmentOffer()) applyOffer(state, command.getAssignmentOffer());
  if (command.isAssignmentStart()) {
    const auto start = command.getAssignmentStart();
    if (Assignment* one = find(state.assignments, idOf(start.getAssignment())))
      one->first = civilDay(Moment::of(start.getOccurredAt()));
  }
  if (command.isAssignmentExtend()) {
    const auto extension = command.getAssignmentExtend();
    if (Assignment* one = find(state.assignments, idOf(extension.getAssignment()))) one->last = extension.getUntil();
  }
  if (command.isAssignmentComplete()) {
    const auto completed = command.getAssignmentComplete();
    end(state, completed.getAssignment(), completed.getOccurredAt());
  }
  if (command.isAssignmentTerminate()) {
    const auto terminated = command.getAssignmentTerminate();
    end(state, terminated.getAssignment(), terminated.getOccurredAt());
  }
}

}  // namespace audit
