// The rules for hours: claimed, attested, disputed, corrected, voided; how they lie on civil days; what is flagged.
//
// Shape    judge… also says which policy and flags the ledger has to have recorded.
// Source   ledger/schema/README.md, "Rules, version 1".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Ruling rule(const State& state, const Case& c, schema::HoursClaim::Reader command);
Ruling rule(const State& state, const Case& c, schema::HoursAttest::Reader command);
Refusal judge(const State& state, const Case& c, schema::HoursConfirm::Reader command);
Refusal judge(const State& state, const Case& c, schema::HoursReject::Reader command);
Refusal judge(const State& state, const Case& c, schema::HoursDispute::Reader command);
Refusal judge(const State& state, const Case& c, schema::HoursResolve::Reader command);
Refusal judge(const State& state, const Case& c, schema::HoursCorrect::Reader command);
Refusal judge(const State& state, const Case& c, schema::HoursVoid::Reader command);

void apply(State& state, const Case& c, schema::HoursClaim::Reader command);
void apply(State& state, const Case& c, schema::HoursConfirm::Reader command);
void apply(State& state, const Case& c, schema::HoursAttest::Reader command);
void apply(State& state, const Case& c, schema::HoursReject::Reader command);
void apply(State& state, const Case& c, schema::HoursDispute::Reader command);
void apply(State& state, const Case& c, schema::HoursResolve::Reader command);
void apply(State& state, const Case& c, schema::HoursCorrect::Reader command);
void apply(State& state, const Case& c, schema::HoursVoid::Reader command);

}  // namespace audit
