#include "projections/report/flow_report.h"

#include <map>
#include <tuple>

namespace projections {
namespace {

using ledger::Result;

constexpr const char* kTopLevel = "g.parent is null";

// What was recorded on a line, and what was taken back of it, on the days asked for.
std::string spentOnDays(const GrantQuestion& question) {
  const std::string grants =
      "join grants g on g.grant_id = e.grant_id join grant_lines l on l.grant_id = e.grant_id "
      "and l.line = e.line where e.state <> 'voided' and g.state <> 'voided' and " +
      question.condition;
  return "select g.direction, g.currency, l.cost_type, 0, e.amount from grant_expenditures e " + grants + " and " +
         withinSql(question.period, "e.day") +
         " union all select g.direction, g.currency, l.cost_type, 0, -m.amount from grant_movements m join "
         "grant_expenditures e on e.expenditure = m.original " +
         grants + " and m.voided = 0 and m.kind in ('expenditureReversed', 'expenditureDisallowed') and " +
         withinSql(question.period, "m.day");
}

std::string costsSql(const GrantQuestion& question) {
  const std::string budgets =
      "select g.direction, g.currency, l.cost_type, l.budget, " + std::string(question.period ? "0" : "l.spent") +
      " from grant_lines l join grants g on g.grant_id = l.grant_id where g.state <> 'voided' and " +
      question.condition + " and " + withinSql(question.period, "g.awarded_day");
  return question.period ? budgets + " union all " + spentOnDays(question) : budgets;
}

}  // namespace

Result<std::vector<FlowCost>> readFlowCosts(Database& database, const GrantQuestion& question) {
  std::map<std::tuple<std::string, ledger::Currency, ledger::CostType>, FlowCost> all;
  ASAR_TRY(eachRow(database, costsSql(question), [&](Statement& row) {
    FlowCost cost;
    ColumnReader reader(row);
    FlowCost::columns(reader, cost);
    const auto [place, first] = all.try_emplace({cost.direction, cost.currency, cost.cost_type}, cost);
    if (first) return;
    place->second.budget += cost.budget;
    place->second.spent += cost.spent;
  }));
  std::vector<FlowCost> costs;
  costs.reserve(all.size());
  for (const auto& [key, sum] : all) costs.push_back(sum);
  return costs;
}

Result<FlowReport> readFlowReport(Database& database, const std::optional<Period>& period) {
  FlowReport report;
  ASAR_TRY(take(readStamp(database), report.stamp));
  report.stamp.period = period;
  const std::string funders =
      "select " + namedSql("o.organisation", "o") +
      " from organisations o join grants g on g.funder = o.organisation where g.state <> 'voided' and " + kTopLevel +
      " group by o.organisation, o.kk, o.ru, o.en order by min(g.since)";
  ASAR_TRY(eachRow(database, funders, [&](Statement& row) {
    ColumnReader reader(row);
    readNamed(reader, report.funders.emplace_back().funder);
  }));
  for (FlowFunder& funder : report.funders) {
    const std::string of = kTopLevel + std::string(" and g.funder = ") + sqlOf(funder.funder.id);
    ASAR_TRY(take(readGrantMoney(database, {"''", of, period}), funder.total));
    ASAR_TRY(take(readGrantMoney(database, {"g.direction", of, period}), funder.directions));
    ASAR_TRY(take(readFlowCosts(database, {"''", of, period}), funder.costs));
  }
  ASAR_TRY(take(readGrantMoney(database, {"''", kTopLevel, period}), report.total));
  return report;
}

}  // namespace projections
