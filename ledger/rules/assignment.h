// Assignment — stays of weeks or months: their last days, and those for which a stipend is paid.
//
// Errors   BAD_PERIOD, STIPENDED_SERVICE.
// Source   ledger/schema/README.md section 6, "Work", "Trainings and stipends".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whether no stipend is paid for the day of service that is claimed as unpaid.
Result<void> checkUnpaid(const State& state, const HoursClaim& command, const Context& context);

Result<Decision> judge(const State& state, const AssignmentExtend& command, const Context& context);

void evolve(State& state, const AssignmentOffer& command, const Context& context);
void evolve(State& state, const AssignmentStart& command, const Context& context);
void evolve(State& state, const AssignmentExtend& command, const Context& context);
void evolve(State& state, const AssignmentComplete& command, const Context& context);
void evolve(State& state, const AssignmentTerminate& command, const Context& context);

}  // namespace ledger
