// Period — an organisation's closed days, and facts that come late: for both a second person stands in (authorise.h).
//
// Errors   IN_FUTURE, PERIOD_TAKEN.
// Source   ledger/schema/README.md section 5, "Late facts and closed periods".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/subjects.h"

namespace ledger {

// Whether a claim or attestation comes after the days that the policy gives for it: those in which `late` is not
// flagged, counted from the service's civil day. Imported claims never do.
bool isLate(const HoursLimits& policy, Flag late, const Instant& occurred_at, const Context& context);
// The same of a command, under the policy of the service's day; of kinds other than claims and attestations never.
bool comesLate(const State& state, const Command& command, const Context& context);
// Whether the day lies in a closed period of that organisation.
bool isClosed(const State& state, const SubjectId& organisation, CivilDay day);
// The civil day of the fact, where it lies in a closed period of its organisation; of payments also of the funder.
std::optional<CivilDay> closedDayOf(const State& state, const Command& command, const Subjects& subjects);

Result<Decision> judge(const State& state, const PeriodClose& command, const Context& context);
void evolve(State& state, const PeriodClose& command, const Context& context);

}  // namespace ledger
