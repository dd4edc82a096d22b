#include "ledger/rules/service.h"

#include <algorithm>

#include "ledger/rules/directory.h"
#include "ledger/rules/proposing.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

Error badPeriod(const std::string& from, const std::string& to) {
  return refuse("BAD_PERIOD", "the period from " + from + " to " + to + " ends before it begins");
}

}  // namespace

Result<Decision> judge(const State& state, const ProjectStart& command, const Context&) {
  ASAR_TRY(checkRegion(command.region));
  if (command.from > command.to) return badPeriod(dayText(command.from), dayText(command.to));
  ASAR_TRY(checkProposed(state, command));
  return Decision{};
}

void evolve(State& state, const ProjectStart& command, const Context&) {
  state.projects.edit(command.project) =
      ProjectRecord{command.programme, command.organisation, command.region, command.from, command.to};
}

Result<Decision> judge(const State& state, const ActivitySchedule& command, const Context&) {
  if (command.starts.utc_ms >= command.ends.utc_ms) return badPeriod(command.starts.text(), command.ends.text());
  const auto* project = state.projects.find(command.project);
  if (command.starts.civilDay() < project->from || command.ends.civilDay() > project->to) {
    return refuse("OUTSIDE_PROJECT", "the activity from " + command.starts.text() + " to " + command.ends.text() +
                                         " is not within the project's days " + dayText(project->from) + " to " +
                                         dayText(project->to));
  }
  return Decision{};
}

void evolve(State& state, const ActivitySchedule& command, const Context&) {
  state.activities.edit(command.activity) = ActivityRecord{command.project, command.starts, command.ends, command.kind};
}

Result<Decision> judge(const State& state, const ShiftOpen& command, const Context&) {
  if (command.starts.utc_ms >= command.ends.utc_ms) return badPeriod(command.starts.text(), command.ends.text());
  const auto* activity = state.activities.find(command.activity);
  if (command.starts.utc_ms < activity->starts.utc_ms || command.ends.utc_ms > activity->ends.utc_ms) {
    return refuse("OUTSIDE_ACTIVITY", "the shift from " + command.starts.text() + " to " + command.ends.text() +
                                          " is not within its activity, " + activity->starts.text() + " to " +
                                          activity->ends.text());
  }
  if (command.max_people < 1 || command.min_people > command.max_people) {
    return refuse("BAD_CAPACITY", "a shift is for at least one person, and for no fewer at most (" +
                                      std::to_string(command.max_people) + ") than at least (" +
                                      std::to_string(command.min_people) + ")");
  }
  return Decision{};
}

void evolve(State& state, const ShiftOpen& command, const Context&) {
  state.shifts.edit(command.shift) =
      ShiftRecord{command.activity, command.starts, command.ends, command.max_people, 0, {}};
}

Result<Decision> judge(const State& state, const AttendanceSummarise& command, const Context& context) {
  const auto* shift = state.shifts.find(command.shift);
  if (std::ranges::find(shift->counted, command.state) != shift->counted.end()) {
    return refuse("ATTENDANCE_TAKEN",
                  "the shift has a count of people '" + std::string(nameOf(command.state)) + "' already");
  }
  if (command.state != AttendanceState::kSignedUp) ASAR_TRY(checkNotFuture(shift->ends, context));
  const std::int64_t length = (shift->ends.utc_ms - shift->starts.utc_ms) / kMsPerMinute;
  const std::int64_t most = command.state == AttendanceState::kCompleted ? length * std::int64_t{command.people} : 0;
  if (command.people < 1 || command.minutes.count() < 0 || command.minutes.count() > most) {
    return refuse("ATTENDANCE_OVER_SHIFT", std::to_string(command.people) + " people '" +
                                               std::string(nameOf(command.state)) + "' in a shift of " +
                                               std::to_string(length) + " min have at most " + std::to_string(most) +
                                               " min together, not " + std::to_string(command.minutes.count()));
  }
  return Decision{};
}

void evolve(State& state, const AttendanceSummarise& command, const Context& context) {
  state.shifts.edit(command.shift).counted.push_back(command.state);
  if (context.imported()) state.batches.edit(context.batch).counts.emplace_back(command.shift, command.state);
}

}  // namespace ledger
