#include "audit/replay/service.h"

#include "audit/replay/keys_roles.h"
#include "audit/replay/projects.h"

namespace audit {
namespace {

constexpr Refusal kBadPeriod{"BAD_PERIOD", "it ends before it begins"};
constexpr Refusal kOverShift{"ATTENDANCE_OVER_SHIFT",
                             "no people, or more minutes than these people could serve in the shift"};

unsigned bitOf(schema::AttendanceState state) {
  return 1U << static_cast<unsigned>(state);
}

// People times the whole minutes of the shift; wide, so that no count wraps.
bool fitsShift(const Shift& shift, std::uint32_t people, std::int64_t minutes) {
  const Sum length = (Sum{shift.ends.ms} - shift.starts.ms) / kMinuteMs;
  return minutes >= 0 && Sum{minutes} <= length * people;
}

}  // namespace

Refusal judge(const State& state, const Case& c, schema::ProgrammeDefine::Reader command) {
  if (state.ids.contains(idOf(command.getProgramme()))) return kIdTaken;
  if (!state.offices.contains(idOf(command.getOffice()))) return kUnknownSubject;
  return judgeDirection(state, c, command);
}

void apply(State& state, const Case&, schema::ProgrammeDefine::Reader command) {
  state.ids.insert(idOf(command.getProgramme()));
  state.programmes.insert(idOf(command.getProgramme()));
}

Refusal judge(const State& state, const Case&, schema::ProjectStart::Reader command) {
  if (isProposed(state, idOf(command.getProject()))) return judgeStart(state, command);
  if (state.ids.contains(idOf(command.getProject()))) return kIdTaken;
  if (!state.programmes.contains(idOf(command.getProgramme()))) return kUnknownSubject;
  if (!state.organisations.contains(idOf(command.getOrganisation()))) return kUnknownSubject;
  if (!isRegion(stringOf(command.getRegion()))) return {"BAD_REGION", "the region is no ISO 3166-2 code"};
  return command.getFrom() <= command.getTo() ? Refusal{} : kBadPeriod;
}

void apply(State& state, const Case&, schema::ProjectStart::Reader command) {
  state.ids.insert(idOf(command.getProject()));
  state.projects.try_emplace(idOf(command.getProject()),
                             Project{idOf(command.getProgramme()), idOf(command.getOrganisation()),
                                     regionId(stringOf(command.getRegion())), command.getFrom(), command.getTo()});
  state.proposed_projects.erase(idOf(command.getProject()));
}

Refusal judge(const State& state, const Case&, schema::ActivitySchedule::Reader command) {
  if (state.ids.contains(idOf(command.getActivity()))) return kIdTaken;
  const Project* project = find(state.projects, idOf(command.getProject()));
  if (project == nullptr) return kUnknownSubject;
  const auto starts = Moment::of(command.getStarts());
  const auto ends = Moment::of(command.getEnds());
  if (starts.ms >= ends.ms) return kBadPeriod;
  if (!project->covers(civilDay(starts)) || !project->covers(civilDay(ends))) {
    return {"OUTSIDE_PROJECT", "the activity lies outside the days of its project"};
  }
  return {};
}

void apply(State& state, const Case&, schema::ActivitySchedule::Reader command) {
  state.ids.insert(idOf(command.getActivity()));
  state.activities.try_emplace(idOf(command.getActivity()),
                               Activity{idOf(command.getProject()), command.getKind(), Moment::of(command.getStarts()),
                                        Moment::of(command.getEnds())});
}

Refusal judge(const State& state, const Case&, schema::ShiftOpen::Reader command) {
  if (state.ids.contains(idOf(command.getShift()))) return kIdTaken;
  const Activity* activity = find(state.activities, idOf(command.getActivity()));
  if (activity == nullptr) return kUnknownSubject;
  const auto starts = Moment::of(command.getStarts());
  const auto ends = Moment::of(command.getEnds());
  if (starts.ms >= ends.ms) return kBadPeriod;
  if (starts.ms < activity->starts.ms || ends.ms > activity->ends.ms) {
    return {"OUTSIDE_ACTIVITY", "the shift lies outside its activity"};
  }
  if (command.getMaxPeople() < 1 || command.getMaxPeople() < command.getMinPeople()) {
    return {"BAD_CAPACITY", "the shift takes nobody, or fewer people than it needs"};
  }
  return {};
}

void apply(State& state, const Case&, schema::ShiftOpen::Reader command) {
  state.ids.insert(idOf(command.getShift()));
  state.shifts.try_emplace(idOf(command.getShift()), Shift{idOf(command.getActivity()), Moment::of(command.getStarts()),
                                                           Moment::of(command.getEnds()), 0, command.getMaxPeople()});
}

Refusal judge(const State& state, const Case& c, schema::AttendanceSummarise::Reader command) {
  const Shift* shift = find(state.shifts, idOf(command.getShift()));
  if (shift == nullptr) return kUnknownSubject;
  if ((shift->counted & bitOf(command.getState())) != 0) return {"ATTENDANCE_TAKEN", "that count was taken before"};
  if (command.getState() != schema::AttendanceState::SIGNED_UP && inFuture(shift->ends.ms, c.recorded_at))
    return kInFuture;
  if (command.getPeople() < 1) return kOverShift;
  if (command.getMinutes() != 0 && command.getState() != schema::AttendanceState::COMPLETED) return kOverShift;
  return fitsShift(*shift, command.getPeople(), command.getMinutes()) ? Refusal{} : kOverShift;
}

void apply(State& state, const Case& c, schema::AttendanceSummarise::Reader command) {
  Shift* shift = find(state.shifts, idOf(command.getShift()));
  if (shift == nullptr) return;
  shift->counted |= bitOf(command.getState());
  remember(state, c,
           {Imported::kAttendance, idOf(command.getShift()), c.index, c.index, 0, {}, bitOf(command.getState()), 0});
}

void remember(State& state, const Case& c, ImportedItem item) {
  Batch* batch = c.imported() ? find(state.batches, c.batch) : nullptr;
  if (batch != nullptr) batch->items.push_back(item);
}

}  // namespace audit
