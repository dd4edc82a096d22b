// The rules for programmes, projects, activities, shifts and counts of people.
//
// Source   ledger/schema/README.md, "Rules, version 1".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Refusal judge(const State& state, const Case& c, schema::ProgrammeDefine::Reader command);
Refusal judge(const State& state, const Case& c, schema::ProjectStart::Reader command);
Refusal judge(const State& state, const Case& c, schema::ActivitySchedule::Reader command);
Refusal judge(const State& state, const Case& c, schema::ShiftOpen::Reader command);
Refusal judge(const State& state, const Case& c, schema::AttendanceSummarise::Reader command);

void apply(State& state, const Case& c, schema::ProgrammeDefine::Reader command);
void apply(State& state, const Case& c, schema::ProjectStart::Reader command);
void apply(State& state, const Case& c, schema::ActivitySchedule::Reader command);
void apply(State& state, const Case& c, schema::ShiftOpen::Reader command);
void apply(State& state, const Case& c, schema::AttendanceSummarise::Reader command);

// Remembers what a command of an import brought in, so that the batch can be voided.
void remember(State& state, const Case& c, ImportedItem item);

}  // namespace audit
