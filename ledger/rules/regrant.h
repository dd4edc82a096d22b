// Regrant — sub-awards: a grantee that gives parts of its grant to others, and how their money and its own meet.
//
// Shape    a parent's line of cost type regrant is the budget of its sub-awards; each of their disbursements is one
//          expenditure of the parent. Judged by rules from version 3 on.
// Errors   PARENT_LINE_MISSING, NOT_IMPORTABLE, UNKNOWN_SUBJECT, NO_AGREEMENT, GRANT_CLOSED, NOT_OF_PARENT,
//          LINE_UNKNOWN, NOT_A_REGRANT_LINE, CURRENCY_MISMATCH, SOURCE_DIFFERS, OVER_PARENT_LINE; REGRANT_MISMATCH,
//          AMOUNT_DIFFERS, DISBURSEMENT_TAKEN; SUB_AWARD_OPEN, REGRANT_DIFFERS.
// Source   ledger/schema/README.md section 6, "Sub-awards".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Of an award: whether its parent, where it names one, may fund it.
Result<void> checkParent(const State& state, const GrantAward& command, const Context& context);
void takeFromParent(State& state, const GrantAward& command, const Context& context);

// Of an agreement: the parent of the sub-award is agreed.
Result<void> checkParentAgreed(const State& state, const GrantRecord& grant);

// Of an expenditure on `line`: it names the disbursement that it pays where the line is one of regrants.
Result<void> checkRegrant(const State& state, const ExpenditureRecord& command, const LineRecord& line,
                          const Context& context);
void takeDisbursement(State& state, const ExpenditureRecord& command, const Context& context);

// Before a grant closes.
Result<void> checkSubAwardsDone(const State& state, const GrantRecord& grant);

}  // namespace ledger
