// The rules for distinctions, policies and imports.
//
// Source   ledger/schema/README.md, "Rules, version 1".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judge(const State& state, const Case& c, schema::PolicyPublish::Reader command);
Refusal judge(const State& state, const Case& c, schema::AwardNominate::Reader command);
Refusal judge(const State& state, const Case& c, schema::AwardConfer::Reader command);
Refusal judge(const State& state, const Case& c, schema::AwardRevoke::Reader command);
Refusal judge(const State& state, const Case& c, schema::ImportRecord::Reader command);
Refusal judge(const State& state, const Case& c, schema::ImportVoid::Reader command);

void apply(State& state, const Case& c, schema::PolicyPublish::Reader command);
void apply(State& state, const Case& c, schema::AwardNominate::Reader command);
void apply(State& state, const Case& c, schema::AwardConfer::Reader command);
void apply(State& state, const Case& c, schema::AwardRevoke::Reader command);
void apply(State& state, const Case& c, schema::ImportRecord::Reader command);
void apply(State& state, const Case& c, schema::ImportVoid::Reader command);

}  // namespace audit
