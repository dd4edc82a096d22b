#include "projections/report/grant_money.h"

#include <map>

#include "projections/report/money_flows.h"
#include "projections/report/query.h"

namespace projections {
namespace {

using ledger::Result;

// One code and currency: its awards, and its money of the days and before them.
struct PeriodSums {
  std::int64_t grants = 0;
  std::int64_t awarded = 0;
  MoneyFlows before;
  MoneyFlows within;

  MoneySums sums() const {
    return {grants,         awarded,         within.disbursed - within.reversed,
            within.spent(), within.returned, before.onHand() + within.onHand()};
  }
};

Result<std::vector<MoneyFigures>> readPeriodGrants(Database& database, const GrantQuestion& question) {
  const Period& period = *question.period;
  const std::string where = "where g.state <> 'voided' and " + question.condition;
  std::map<std::pair<std::string, std::string>, PeriodSums> all;  // by currency and code
  const auto place = [&](Statement& row) -> PeriodSums& {
    const std::string of(row.nextText());
    return all[{std::string(row.nextText()), of}];
  };
  const std::string awards = "select " + question.code + ", g.currency, count(*), sum(g.awarded) from grants g " +
                             where + " and " + withinSql(period, "g.awarded_day") + " group by 1, 2";
  ASAR_TRY(eachRow(database, awards, [&](Statement& row) {
    PeriodSums& sums = place(row);
    sums.grants = row.nextInteger();
    sums.awarded = row.nextInteger();
  }));
  const std::string facts = "select " + question.code + ", g.currency, f.day < '" + period.first() +
                            "', f.kind, sum(f.amount) from grant_facts f join grants g on g.grant_id = f.grant_id " +
                            where + " and f.day <= '" + period.last() + "' group by 1, 2, 3, 4";
  ASAR_TRY(eachRow(database, facts, [&](Statement& row) {
    PeriodSums& sums = place(row);
    MoneyFlows& flows = row.nextInteger() != 0 ? sums.before : sums.within;
    const std::string kind(row.nextText());
    flows.add(kind, row.nextInteger());
  }));
  std::vector<MoneyFigures> figures;
  for (const auto& [key, sums] : all) {
    const auto currency = ledger::Currency::parse(key.first);
    if (!currency) return currency.error();
    figures.push_back({key.second, *currency, sums.sums()});
  }
  return figures;
}

}  // namespace

Result<std::vector<MoneyFigures>> readGrantMoney(Database& database, const GrantQuestion& question) {
  if (question.period) return readPeriodGrants(database, question);
  std::vector<MoneyFigures> figures;
  const std::string sql = "select " + question.code +
                          " as code, g.currency, count(*), sum(g.awarded), sum(g.disbursed - g.reversed), "
                          "sum(g.spent), sum(g.returned), sum(g.on_hand) from grants g where g.state <> 'voided' and " +
                          question.condition + " group by 1, 2 order by 2, 1";
  ASAR_TRY(eachRow(database, sql, [&](Statement& row) {
    ColumnReader reader(row);
    MoneyFigures& one = figures.emplace_back();
    reader("code", one.code), reader("currency", one.currency);
    MoneySums::columns(reader, one.sums);
  }));
  return figures;
}

Result<std::vector<GrantRow>> readGrants(Database& database, const GrantQuestion& question) {
  std::string sql = "select " + columnsIn<GrantRow>("g") + " from grants g where g.state <> 'voided' and ";
  sql += question.condition;
  if (question.period) {
    sql += " and (" + withinSql(question.period, "g.awarded_day");
    sql += " or exists (select 1 from grant_facts f where f.grant_id = g.grant_id and ";
    sql += withinSql(question.period, "f.day") + "))";
  }
  Statement all = database.prepare(sql + " order by g.number, g.since");
  return readRows<GrantRow>(all);
}

}  // namespace projections
