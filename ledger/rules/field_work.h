// Field work — sign-ups, check-ins, trainings: the rules beyond the lives of their subjects.
//
// Errors   BEFORE_ORIGINAL, SIGNUP_TAKEN, SHIFT_FULL, ATTENDANCE_TAKEN, MINUTES_OVER_TRAINING, BAD_PLACE,
//          PLACE_MISSING.
// Source   ledger/schema/README.md section 6, "Work".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const ActivityHold& command, const Context& context);
Result<Decision> judge(const State& state, const ShiftSignUp& command, const Context& context);
Result<Decision> judge(const State& state, const CheckIn& command, const Context& context);
Result<Decision> judge(const State& state, const CheckOut& command, const Context& context);
Result<Decision> judge(const State& state, const TrainingAttend& command, const Context& context);

void evolve(State& state, const ShiftSignUp& command, const Context& context);
void evolve(State& state, const SignUpCancel& command, const Context& context);
void evolve(State& state, const NoShowRecord& command, const Context& context);
void evolve(State& state, const CheckIn& command, const Context& context);
void evolve(State& state, const TrainingHold& command, const Context& context);
void evolve(State& state, const TrainingAttend& command, const Context& context);

}  // namespace ledger
