// AccountPartsJson — parts that several of the accountability reports have, as JSON.
//
// Threads  pure functions.
#pragma once

#include "projections/money/grant_rows.h"
#include "projections/render/json_columns.h"
#include "projections/report/charity_figures.h"
#include "projections/report/national_report.h"
#include "projections/report/obligation_standing.h"
#include "projections/report/population_rate.h"
#include "projections/report/service_figures.h"

namespace projections {

// Null for none.
Json idJson(const ledger::SubjectId& id);
// Null for no day.
Json dayJson(ledger::CivilDay day);
// Null where it is hidden, but for the number of activities.
Json serviceObject(const ServiceFigures& figures);
Json charityObject(const CharityFigures& figures);
Json moneyList(const std::vector<MoneyFigures>& all);
// Its `disbursed` is less what was reversed, as in sums of money.
Json grantObject(const GrantRow& grant);
Json obligationObject(const ObligationEntry& entry);
// Null where no population is known.
Json populationObject(const std::optional<PopulationRate>& rate);
// Without the command it holds.
Json termObject(const PublishedTermRow& row);

}  // namespace projections
