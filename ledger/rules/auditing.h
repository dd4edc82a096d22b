// Auditing — audits, their samples and findings: the rules beyond the lives of their subjects.
//
// Errors   NOT_OF_GRANT, AUDITOR_INVOLVED, BAD_SAMPLE, SAMPLE_TAKEN, SAMPLE_UNSEALED, CURRENCY_MISMATCH, FINDING_OPEN,
//          REASON_MISSING, COUNT_ZERO, BAD_EVIDENCE.
// Source   ledger/schema/README.md section 6, "Accountability" and "Separation".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const AuditOpen& command, const Context& context);
Result<Decision> judge(const State& state, const SampleDraw& command, const Context& context);
Result<Decision> judge(const State& state, const FindingRaise& command, const Context& context);
Result<Decision> judge(const State& state, const FindingRespond& command, const Context& context);
Result<Decision> judge(const State& state, const FindingClose& command, const Context& context);
Result<Decision> judge(const State& state, const FindingReopen& command, const Context& context);
Result<Decision> judge(const State& state, const FindingDismiss& command, const Context& context);
Result<Decision> judge(const State& state, const AuditReport& command, const Context& context);

void evolve(State& state, const AuditOpen& command, const Context& context);
void evolve(State& state, const SampleDraw& command, const Context& context);
void evolve(State& state, const FindingRaise& command, const Context& context);
void evolve(State& state, const FindingClose& command, const Context& context);
void evolve(State& state, const FindingReopen& command, const Context& context);
void evolve(State& state, const FindingDismiss& command, const Context& context);
void evolve(State& state, const AuditReport& command, const Context& context);

}  // namespace ledger
