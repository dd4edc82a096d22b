#include "ledger/rules/field_work.h"

#include <algorithm>

#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

ClaimedKey signUpKey(const SubjectId& shift, const PersonId& volunteer) {
  return {Claimed::kSignUp, shift.text() + ' ' + volunteer.text()};
}

ClaimedKey attendanceKey(const TrainingAttend& command) {
  return {Claimed::kAttendance, command.training.text() + ' ' + command.person.text()};
}

// A KATO code; by the method geo there is one.
Result<void> checkPlace(const std::string& place, CheckMethod method, const Context& context) {
  if (context.rules < kRules3) return {};
  constexpr std::size_t kKatoDigits = 9;
  if (place.empty()) {
    if (method != CheckMethod::kGeo) return {};
    return refuse("PLACE_MISSING", "by the method geo the place is said: the KATO code of where the device was");
  }
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (place.size() == kKatoDigits && std::ranges::all_of(place, digit)) return {};
  return refuse("BAD_PLACE", "'" + place + "' is not a KATO code of nine digits such as 750000000");
}

// The place in the shift is free again.
void leave(State& state, const SubjectId& signup) {
  const SignUpRecord& left = *state.signups.find(signup);
  --state.shifts.edit(left.shift).signed_up;
  state.claimed.edit(signUpKey(left.shift, left.volunteer)) = {};
}

}  // namespace

Result<Decision> judge(const State& state, const ActivityHold& command, const Context&) {
  ASAR_TRY(checkNotBefore(command.occurred_at, state.activities.find(command.activity)->starts.utc_ms));
  return Decision{};
}

Result<Decision> judge(const State& state, const ShiftSignUp& command, const Context&) {
  if (isClaimed(state, signUpKey(command.shift, command.volunteer)))
    return refuse("SIGNUP_TAKEN", "person " + command.volunteer.text() + " is signed up for this shift already");
  const ShiftRecord& shift = *state.shifts.find(command.shift);
  if (shift.signed_up < shift.max_people) return Decision{};
  return refuse("SHIFT_FULL", "the shift takes " + std::to_string(shift.max_people) + " people and has " +
                                  std::to_string(shift.signed_up));
}

void evolve(State& state, const ShiftSignUp& command, const Context&) {
  state.signups.edit(command.signup) = {command.shift, command.volunteer, 0};
  ++state.shifts.edit(command.shift).signed_up;
  state.claimed.edit(signUpKey(command.shift, command.volunteer)) = command.signup;
}

void evolve(State& state, const SignUpCancel& command, const Context&) {
  leave(state, command.signup);
}

void evolve(State& state, const NoShowRecord& command, const Context&) {
  leave(state, command.signup);
}

Result<Decision> judge(const State&, const CheckIn& command, const Context& context) {
  ASAR_TRY(checkPlace(command.place, command.method, context));
  return Decision{};
}

void evolve(State& state, const CheckIn& command, const Context&) {
  state.signups.edit(command.signup).checked_in_at = command.occurred_at.utc_ms;
}

Result<Decision> judge(const State& state, const CheckOut& command, const Context& context) {
  ASAR_TRY(checkPlace(command.place, command.method, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, state.signups.find(command.signup)->checked_in_at));
  return Decision{};
}

void evolve(State& state, const TrainingHold& command, const Context&) {
  state.trainings.edit(command.training) = command.minutes;
}

Result<Decision> judge(const State& state, const TrainingAttend& command, const Context&) {
  if (isClaimed(state, attendanceKey(command)))
    return refuse("ATTENDANCE_TAKEN", "person " + command.person.text() + " is counted at this training already");
  const Minutes held = *state.trainings.find(command.training);
  if (command.minutes <= held) return Decision{};
  return refuse("MINUTES_OVER_TRAINING", "the training had " + std::to_string(held.count()) + " min, not " +
                                             std::to_string(command.minutes.count()));
}

void evolve(State& state, const TrainingAttend& command, const Context&) {
  state.claimed.edit(attendanceKey(command)) = command.attendance;
}

}  // namespace ledger
