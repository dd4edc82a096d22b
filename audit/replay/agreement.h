// The rules for agreements: what is signed, what amendments make of it, and budget that moves from line to line.
//
// Source   ledger/schema/README.md, section 6, "Grants" and "Funding".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// With the policy that decided on it.
Ruling rule(const State& state, const Case& c, schema::AgreementSign::Reader command);
void apply(State& state, const Case& c, schema::AgreementSign::Reader command);

// Amendments and virements.
Refusal judgeAgreement(const State& state, const Case& c, schema::Command::Reader command);
void applyAgreement(State& state, const Case& c, schema::Command::Reader command);
// The policy that decided on one of them; 0 for none.
std::uint64_t policyOfAgreement(const State& state, const Case& c, schema::Command::Reader command);
// More than the grantee may move away from the line without the funder.
bool isOverLimit(const State& state, schema::BudgetVire::Reader command);

}  // namespace audit
