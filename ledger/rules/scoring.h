// Scoring — expert commissions, their draw, conflicts of interest, scores.
//
// Errors   BAD_PANEL, DRAW_DIFFERS, NOT_AN_EXPERT, CONFLICT_OF_INTEREST, CRITERION_UNKNOWN, POINTS_OVER_MAX,
//          SCORE_TAKEN.
// Source   ledger/schema/README.md section 6, "Calls".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const ExpertsName& command, const Context& context);
Result<Decision> judge(const State& state, const ExpertsDraw& command, const Context& context);
Result<Decision> judge(const State& state, const ConflictDeclare& command, const Context& context);
Result<Decision> judge(const State& state, const ScoreGive& command, const Context& context);

// Whether anybody declared the person a related party of the organisation on that day.
bool isRelated(const State& state, const PersonId& person, const SubjectId& organisation, CivilDay day);

void evolve(State& state, const ExpertsName& command, const Context& context);
void evolve(State& state, const ExpertsDraw& command, const Context& context);
void evolve(State& state, const ConflictDeclare& command, const Context& context);
void evolve(State& state, const ScoreGive& command, const Context& context);

}  // namespace ledger
