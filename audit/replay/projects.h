// Replay of projects that are proposed before they start, and of the directions that programmes are in.
//
// Source   ledger/schema/README.md, section 6, "Programmes and proposed projects".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Whether the direction of a new programme still takes it.
Refusal judgeDirection(const State& state, const Case& c, schema::ProgrammeDefine::Reader command);
// Proposed or approved, and neither started nor cancelled.
bool isProposed(const State& state, const Id& project);
// The start of such a project.
Refusal judgeStart(const State& state, schema::ProjectStart::Reader command);

Refusal judgeProjects(const State& state, const Case& c, schema::Command::Reader command);
void applyProjects(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
