// The money on hand of a grant, at every point of time: movements ordered by when they happened, then by index.
//
// Source   ledger/schema/README.md, "Grants" and "Balance".
#pragma once

#include "audit/replay/case.h"

namespace audit {

inline constexpr Refusal kNotEnoughMoney{"NOT_ENOUGH_MONEY",
                                         "at some point of time less than nothing would be on hand"};
inline constexpr Refusal kAmountNotPositive{"AMOUNT_NOT_POSITIVE", "an amount is not above zero"};
inline constexpr Refusal kOverOriginal{"OVER_ORIGINAL", "more than is left of what it takes back"};
inline constexpr Refusal kLineUnknown{"LINE_UNKNOWN", "the budget has no such line"};
inline constexpr Refusal kLineOverBudget{"LINE_OVER_BUDGET", "a line would hold less than is spent or awarded of it"};
inline constexpr Refusal kInvoiceTaken{"INVOICE_TAKEN", "the vendor's invoice was used before"};
inline constexpr Refusal kCurrencyMismatch{"CURRENCY_MISMATCH", "the amount is not of the grant's currency"};
inline constexpr Refusal kBeforeOriginal{"BEFORE_ORIGINAL", "earlier than what it takes back"};

// What would be wrong after this movement.
Refusal judgeMovement(const Grant& grant, const Movement& movement);
void addMovement(Grant& grant, const Movement& movement);

// What holds for every money command: the grant is known and agreed, the amount is of its currency and above zero,
// the fact is not of the future.
Refusal judgeMoney(const State& state, const Case& c, capnp::Data::Reader grant);
Refusal judgeAmount(const State& state, capnp::Data::Reader grant, schema::Money::Reader amount);
// Who pays, takes back or receives approved no tranche of that grant and checked no expenditure of it.
Refusal judgePayer(const State& state, const Case& c, capnp::Data::Reader grant);
// Of a grant that came with no import only spending is imported.
Refusal judgeOwnDecision(const State& state, const Case& c, capnp::Data::Reader grant);
// What a grant takes in of one kind is at most ten times its award.
Refusal judgeRoom(const Grant& grant, Sum taken_in, std::int64_t amount);
// Vendor refunds and interest follow a disbursement.
Refusal judgePaidBefore(const Grant& grant, std::int64_t at_ms);
Refusal judgeDocument(const State& state, capnp::Data::Reader hash);

// The budget line of that name, the expenditure if it is of that grant; null where there is none.
const BudgetLine* lineOf(const Grant& grant, capnp::Text::Reader name);
const Expenditure* expenditureOf(const State& state, capnp::Data::Reader grant, capnp::Data::Reader id);

// The grant, with the mark that somebody other than its import batch wrote into it.
Grant* touched(State& state, const Case& c, capnp::Data::Reader grant);

}  // namespace audit
