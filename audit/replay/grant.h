// The rules for grants and their money: award, tranches, payments, refunds, closing.
//
// Source   ledger/schema/README.md, "Rules, version 1".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// With the policy that decided on it.
Ruling rule(const State& state, const Case& c, schema::GrantAward::Reader command);
Refusal judge(const State& state, const Case& c, schema::GrantAward::Reader command);
Ruling rule(const State& state, const Case& c, schema::TrancheApprove::Reader command);
Refusal judge(const State& state, const Case& c, schema::TrancheApprove::Reader command);
Refusal judge(const State& state, const Case& c, schema::TrancheDisburse::Reader command);
Refusal judge(const State& state, const Case& c, schema::DisbursementConfirm::Reader command);
Refusal judge(const State& state, const Case& c, schema::DisbursementReverse::Reader command);
Refusal judge(const State& state, const Case& c, schema::RefundSend::Reader command);
Refusal judge(const State& state, const Case& c, schema::RefundReceive::Reader command);
Refusal judge(const State& state, const Case& c, schema::GrantClose::Reader command);

void apply(State& state, const Case& c, schema::GrantAward::Reader command);
void apply(State& state, const Case& c, schema::TrancheApprove::Reader command);
void apply(State& state, const Case& c, schema::TrancheDisburse::Reader command);
void apply(State& state, const Case& c, schema::DisbursementConfirm::Reader command);
void apply(State& state, const Case& c, schema::DisbursementReverse::Reader command);
void apply(State& state, const Case& c, schema::RefundSend::Reader command);
void apply(State& state, const Case& c, schema::RefundReceive::Reader command);
void apply(State& state, const Case& c, schema::GrantClose::Reader command);

}  // namespace audit
