// Giving — donations in money and in kind: the rules beyond the lives of their subjects.
//
// Errors   BAD_DONOR, DOCUMENT_TAKEN, CURRENCY_MISMATCH, AMOUNT_NOT_POSITIVE, OVER_DONATION, RESTRICTED,
//          DONATION_ALLOCATED, RECEIPT_TAKEN.
// Source   ledger/schema/README.md section 6, "Giving".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const DonationPledge& command, const Context& context);
Result<Decision> judge(const State& state, const DonationReceive& command, const Context& context);
Result<Decision> judge(const State& state, const DonationRecord& command, const Context& context);
Result<Decision> judge(const State& state, const GiftReceive& command, const Context& context);
Result<Decision> judge(const State& state, const DonationAllocate& command, const Context& context);
Result<Decision> judge(const State& state, const DonationReturn& command, const Context& context);
Result<Decision> judge(const State& state, const DonationReceiptIssue& command, const Context& context);

void evolve(State& state, const DonationPledge& command, const Context& context);
void evolve(State& state, const DonationReceive& command, const Context& context);
void evolve(State& state, const DonationRecord& command, const Context& context);
void evolve(State& state, const GiftReceive& command, const Context& context);
void evolve(State& state, const DonationAllocate& command, const Context& context);
void evolve(State& state, const DonationReceiptIssue& command, const Context& context);

}  // namespace ledger
