// Replay of mended expenditures: corrected or voided before anybody verified them.
//
// Source   ledger/schema/README.md, section 6, "Funding".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// What is once in the ledger: the bill of a vendor with its amount.
std::string invoiceOf(const std::string& bill, std::int64_t amount);

Refusal judgeMending(const State& state, const Case& c, schema::Command::Reader command);
void applyMending(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
