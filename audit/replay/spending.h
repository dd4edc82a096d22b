// The rules for what a grantee spends: expenditures, their verification, reversals and interest.
//
// Source   ledger/schema/README.md, "Rules, version 1".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Ruling rule(const State& state, const Case& c, schema::ExpenditureRecord::Reader command);
Refusal judge(const State& state, const Case& c, schema::ExpenditureRecord::Reader command);
Refusal judge(const State& state, const Case& c, schema::ExpenditureVerify::Reader command);
Refusal judge(const State& state, const Case& c, schema::ExpenditureQuery::Reader command);
Refusal judge(const State& state, const Case& c, schema::ExpenditureDisallow::Reader command);
Refusal judge(const State& state, const Case& c, schema::ExpenditureReverse::Reader command);
Refusal judge(const State& state, const Case& c, schema::InterestRecord::Reader command);

void apply(State& state, const Case& c, schema::ExpenditureRecord::Reader command);
void apply(State& state, const Case& c, schema::ExpenditureVerify::Reader command);
void apply(State& state, const Case& c, schema::ExpenditureQuery::Reader command);
void apply(State& state, const Case& c, schema::ExpenditureDisallow::Reader command);
void apply(State& state, const Case& c, schema::ExpenditureReverse::Reader command);
void apply(State& state, const Case& c, schema::InterestRecord::Reader command);

}  // namespace audit
