// Spending — expenditures, their checks, interest and refunds.
//
// Source   ledger/schema/README.md section 6, "Grants".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// An expenditure of that grant, not void: UNKNOWN_SUBJECT, WRONG_STATE.
Result<const ExpenditureRecordHeld*> expenditureOf(const State& state, const SubjectId& grant, const SubjectId& id);
// What is claimed once: vendor and number of a document, and its amount.
std::string invoiceKey(const std::string& invoice, const Money& amount);

Result<Decision> judge(const State& state, const ExpenditureRecord& command, const Context& context);
Result<Decision> judge(const State& state, const ExpenditureVerify& command, const Context& context);
Result<Decision> judge(const State& state, const ExpenditureQuery& command, const Context& context);
Result<Decision> judge(const State& state, const ExpenditureDisallow& command, const Context& context);
Result<Decision> judge(const State& state, const ExpenditureReverse& command, const Context& context);
Result<Decision> judge(const State& state, const InterestRecord& command, const Context& context);
Result<Decision> judge(const State& state, const RefundSend& command, const Context& context);
Result<Decision> judge(const State& state, const RefundReceive& command, const Context& context);

void evolve(State& state, const ExpenditureRecord& command, const Context& context);
void evolve(State& state, const ExpenditureVerify& command, const Context& context);
void evolve(State& state, const ExpenditureQuery& command, const Context& context);
void evolve(State& state, const ExpenditureDisallow& command, const Context& context);
void evolve(State& state, const ExpenditureReverse& command, const Context& context);
void evolve(State& state, const InterestRecord& command, const Context& context);
void evolve(State& state, const RefundSend& command, const Context& context);
void evolve(State& state, const RefundReceive& command, const Context& context);

}  // namespace ledger
