// Coordination — what front offices coordinate, where the life of a subject does not say it all.
//
// Errors   DIRECTION_TAKEN, OUTSIDE_CAMPAIGN, PARTICIPATION_TAKEN, BAD_COUNTRY, BAD_FINDINGS, VERDICT_DIFFERS.
// Source   ledger/schema/README.md section 6, "Coordination" and "Visits".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

Result<Decision> judge(const State& state, const DirectionAdd& command, const Context& context);
Result<Decision> judge(const State& state, const DeedRecord& command, const Context& context);
Result<Decision> judge(const State& state, const MonitoringVisitRecord& command, const Context& context);
Result<Decision> judge(const State& state, const ParticipationRecord& command, const Context& context);

void evolve(State& state, const DirectionAdd& command, const Context& context);
void evolve(State& state, const CampaignOpen& command, const Context& context);
void evolve(State& state, const DeploymentOrder& command, const Context& context);
void evolve(State& state, const DeploymentEnd& command, const Context& context);
void evolve(State& state, const ParticipationRecord& command, const Context& context);

}  // namespace ledger
