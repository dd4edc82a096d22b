// Accountability — obligations to report and road maps: the rules beyond the lives of their subjects.
//
// Errors   NOT_OF_GRANT, BAD_PERIOD, REPORT_OVERDUE, REPORT_OPEN, FINDING_OPEN, TARGET_TAKEN, BASIS_DIFFERS,
//          CONFLICT_OF_INTEREST.
// Source   ledger/schema/README.md section 6, "Accountability".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const ObligationCreate& command, const Context& context);
Result<Decision> judge(const State& state, const ObligationExtend& command, const Context& context);
Result<Decision> judge(const State& state, const TargetSet& command, const Context& context);
Result<Decision> judge(const State& state, const ReportSubmit& command, const Context& context);
Result<Decision> judge(const State& state, const ReportAccept& command, const Context& context);
Result<Decision> judge(const State& state, const ActualReport& command, const Context& context);

void evolve(State& state, const ObligationCreate& command, const Context& context);
void evolve(State& state, const ObligationExtend& command, const Context& context);
void evolve(State& state, const IndicatorDefine& command, const Context& context);
void evolve(State& state, const TargetSet& command, const Context& context);

// That the grant belongs to these two: nothing to check where no grant is named.
Result<void> checkGrantOf(const State& state, const SubjectId& grant, const SubjectId& organisation,
                          const SubjectId& funder);
// Before a tranche is approved on that day, and before a grant closes.
Result<void> checkNoReportOverdue(const State& state, const SubjectId& grant, CivilDay day, const Context& context);
Result<void> checkAllAnswered(const State& state, const SubjectId& grant, const Context& context);
// Of a grant, for the gate of its years.
std::int64_t annualReportsAccepted(const State& state, const SubjectId& grant);

}  // namespace ledger
