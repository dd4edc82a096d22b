// FlowReport — where grant money goes: from each funder by direction, and there by type of cost.
//
// Shape    sub-awards are left out: what was passed on stands under the cost type `regrant` of the grant that funds
//          them, and `report regrants` follows it further. Of a period there are the awards of its days with the
//          budgets of their agreements, and what was spent on its days, less what they disallowed or reversed.
// Units    minor units, each currency for itself.
// Errors   those of the stamp and the database.
// Missing  donations are not here: the ledger says to which project they were allocated, and not what for.
#pragma once

#include <string>
#include <vector>

#include "projections/report/grant_money.h"
#include "projections/report/query.h"

namespace projections {

struct FlowCost {
  std::string direction;
  ledger::Currency currency;
  ledger::CostType cost_type{};
  std::int64_t budget = 0;
  std::int64_t spent = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("direction", row.direction), v("currency", row.currency), v("cost_type", row.cost_type);
    v("budget", row.budget), v("spent", row.spent);
  }
};

// By direction, currency and cost type, of grants that fulfil the condition over `g`.
ledger::Result<std::vector<FlowCost>> readFlowCosts(Database& database, const GrantQuestion& question);

struct FlowFunder {
  NamedId funder;
  std::vector<MoneyFigures> total;       // one of each currency
  std::vector<MoneyFigures> directions;  // by currency, then direction
  std::vector<FlowCost> costs;
};

struct FlowReport {
  Stamp stamp;
  std::vector<FlowFunder> funders;  // in the order of their first award
  std::vector<MoneyFigures> total;
};

ledger::Result<FlowReport> readFlowReport(Database& database, const std::optional<Period>& period = {});

}  // namespace projections
