#include "audit/replay/work.h"

#include <algorithm>

#include "audit/replay/balance.h"
#include "audit/replay/time_basis.h"

namespace audit {
namespace {

Refusal judgeSignUp(const State& state, schema::ShiftSignUp::Reader command) {
  const IdSet* volunteers = find(state.signed_up, idOf(command.getShift()));
  if (volunteers != nullptr && volunteers->contains(idOf(command.getVolunteer())))
    return {"SIGNUP_TAKEN", "the volunteer is signed up for that shift already"};
  const Shift* shift = find(state.shifts, idOf(command.getShift()));
  if (shift == nullptr) return kUnknownSubject;
  const std::size_t places = volunteers == nullptr ? 0 : volunteers->size();
  return places < shift->max_people ? Refusal{} : Refusal{"SHIFT_FULL", "the shift takes no more people"};
}

Refusal judgeAttendance(const State& state, schema::TrainingAttend::Reader command) {
  const Id training = idOf(command.getTraining());
  if (state.attended.contains({training, idOf(command.getPerson())}))
    return {"ATTENDANCE_TAKEN", "the person's attendance was recorded before"};
  const std::int64_t* minutes = find(state.trainings, training);
  if (minutes == nullptr || command.getMinutes() <= *minutes) return {};
  return {"MINUTES_OVER_TRAINING", "more minutes than the training had"};
}

Refusal judgeExtension(const State& state, schema::AssignmentExtend::Reader command) {
  const Assignment* assignment = find(state.assignments, idOf(command.getAssignment()));
  if (assignment == nullptr || command.getUntil() > assignment->last) return {};
  return {"BAD_PERIOD", "the assignment lasted until that day already"};
}

// Of where the device was.
Refusal judgeSpot(const Case& c, capnp::Text::Reader place, schema::CheckMethod method) {
  constexpr std::size_t kKatoDigits = 9;
  if (c.rules < kVersionThree) return {};
  if (place.size() == 0) {
    if (method != schema::CheckMethod::GEO) return {};
    return {"PLACE_MISSING", "it was checked by the place of a device, which it does not say"};
  }
  const bool digits = std::ranges::all_of(place, [](char one) { return one >= '0' && one <= '9'; });
  return digits && place.size() == kKatoDigits ? Refusal{} : Refusal{"BAD_PLACE", "the place is no KATO code"};
}

Refusal judgeCheckOut(const State& state, const Case& c, schema::CheckOut::Reader out) {
  const Signup* signup = find(state.signups, idOf(out.getSignup()));
  if (signup != nullptr && out.getOccurredAt().getUtcMs() < signup->checked_in_ms) return kBeforeOriginal;
  return judgeSpot(c, out.getPlace(), out.getMethod());
}

// Her place in the shift is free again.
void leaveShift(State& state, const Id& id) {
  const Signup* signup = find(state.signups, id);
  if (signup != nullptr) state.signed_up[signup->shift].erase(signup->volunteer);
}

void applySignUp(State& state, schema::ShiftSignUp::Reader command) {
  const Signup signup{idOf(command.getShift()), idOf(command.getVolunteer()), 0};
  state.signed_up[signup.shift].insert(signup.volunteer);
  state.signups.try_emplace(idOf(command.getSignup()), signup);
}

void applyTraining(State& state, schema::Command::Reader command) {
  if (command.isTrainingHold()) {
    const auto held = command.getTrainingHold();
    state.trainings.try_emplace(idOf(held.getTraining()), held.getMinutes());
  }
  if (command.isTrainingAttend()) {
    const auto attended = command.getTrainingAttend();
    state.attended.emplace(idOf(attended.getTraining()), idOf(attended.getPerson()));
  }
}

}  // namespace

Refusal judgeWork(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isActivityHold()) {
    const auto held = command.getActivityHold();
    const Activity* activity = find(state.activities, idOf(held.getActivity()));
    const bool early = activity != nullptr && held.getOccurredAt().getUtcMs() < activity->starts.ms;
    return early ? kBeforeOriginal : Refusal{};
  }
  if (command.isShiftSignUp()) return judgeSignUp(state, command.getShiftSignUp());
  if (command.isCheckIn()) return judgeSpot(c, command.getCheckIn().getPlace(), command.getCheckIn().getMethod());
  if (command.isCheckOut()) return judgeCheckOut(state, c, command.getCheckOut());
  if (command.isTrainingAttend()) return judgeAttendance(state, command.getTrainingAttend());
  if (command.isAssignmentExtend()) return judgeExtension(state, command.getAssignmentExtend());
  return {};
}

void applyWork(State& state, const Case&, schema::Command::Reader command) {
  if (command.isShiftSignUp()) applySignUp(state, command.getShiftSignUp());
  if (command.isSignUpCancel()) leaveShift(state, idOf(command.getSignUpCancel().getSignup()));
  if (command.isNoShowRecord()) leaveShift(state, idOf(command.getNoShowRecord().getSignup()));
  if (command.isCheckIn()) {
    const auto in = command.getCheckIn();
    if (Signup* signup = find(state.signups, idOf(in.getSignup())))
      signup->checked_in_ms = in.getOccurredAt().getUtcMs();
  }
  applyTraining(state, command);
  applyTimeBasis(state, command);
}

}  // namespace audit
