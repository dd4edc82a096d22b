// The money on hand of a grant, at every point of time: movements ordered by when they happened, then by index.
//
// Source   ledger/schema/README.md, "Grants" and "Balance".
#pragma once

#include "audit/case.h"

namespace audit {

inline constexpr Refusal kNotEnoughMoney{"NOT_ENOUGH_MONEY",
                                         "at some point of time less than nothing would be on hand"};
inline constexpr Refusal kAmountNotPositive{"AMOUNT_NOT_POSITIVE", "an amount is not above zero"};
inline constexpr Refusal kOverOriginal{"OVER_ORIGINAL", "more than is left of what it takes back"};
inline constexpr Refusal kBeforeOriginal{"BEFORE_ORIGINAL", "earlier than what it takes back"};

// What would be wrong after this movement.
Refusal judgeMovement(const Grant& grant, const Movement& movement);
void addMovement(Grant& grant, const Movement& movement);

// What holds for every money command: the grant is known and agreed, the amount is of its currency and above zero,
// the fact is not of the future.
Refusal judgeMoney(const State& state, const Case& c, capnp::Data::Reader grant);
Refusal judgeAmount(const State& state, capnp::Data::Reader grant, schema::Money::Reader amount);
// A payer of money approved no tranche of that grant.
Refusal judgePayer(const State& state, const Case& c, capnp::Data::Reader grant);
Refusal judgeDocument(const State& state, capnp::Data::Reader hash);

// The grant, with the mark that somebody other than its import batch wrote into it.
Grant* touched(State& state, const Case& c, capnp::Data::Reader grant);

}  // namespace audit
