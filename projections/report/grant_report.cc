#include "projections/report/grant_report.h"

#include <algorithm>

#include "projections/report/money_flows.h"
#include "projections/report/query.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

template <class Row>
Result<std::vector<Row>> rowsOf(Database& database, ledger::SubjectId grant, const std::string& order,
                                const std::optional<Period>& period = {}) {
  Statement all =
      database.prepare(selectAll<Row>() + "where grant_id = $1 and " + withinSql(period, "day") + " order by " + order);
  all.add(grant.view());
  return readRows<Row>(all);
}

Result<std::vector<GrantRow>> subAwardsOf(Database& database, ledger::SubjectId parent) {
  Statement all = database.prepare(selectAll<GrantRow>() + "where parent = $1 order by since");
  all.add(parent.view());
  return readRows<GrantRow>(all);
}

// Of a payment or an expenditure that is taken back which happened by the last day.
Result<void> takeBackUntil(Database& database, const Period& period, GrantReport& report) {
  for (DisbursementRow& row : report.disbursements) row.reversed = 0;
  for (ExpenditureRow& row : report.expenditures) row.reversed = row.disallowed = 0;
  const std::string movements = selectAll<MovementRow>() +
                                "where grant_id = $1 and original is not null and voided = 0 " + "and day <= '" +
                                period.last() + "'";
  Statement all = database.prepare(movements);
  all.add(report.grant.grant.view());
  const auto rows = readRows<MovementRow>(all);
  if (!rows) return rows.error();
  for (const MovementRow& movement : *rows) {
    const auto paid = std::ranges::find(report.disbursements, movement.original, &DisbursementRow::disbursement);
    if (paid != report.disbursements.end()) paid->reversed += movement.amount;
    const auto spent = std::ranges::find(report.expenditures, movement.original, &ExpenditureRow::expenditure);
    if (spent == report.expenditures.end()) continue;
    (movement.kind == MovementKind::kExpenditureDisallowed ? spent->disallowed : spent->reversed) += movement.amount;
  }
  return {};
}

// The sums of the row become those of the period's days.
Result<void> restrictTo(Database& database, const Period& period, GrantReport& report) {
  GrantRow& grant = report.grant;
  const std::string of = "grant_id = " + sqlOf(grant.grant);
  auto before = readMoneyFlows(database, of + " and day < '" + period.first() + "'");
  if (!before) return before.error();
  auto flows = readMoneyFlows(database, of + " and " + withinSql(period, "day"));
  if (!flows) return flows.error();
  report.on_hand_before = before->onHand();
  ASAR_TRY(takeBackUntil(database, period, report));
  grant.disbursed = flows->disbursed;
  grant.reversed = flows->reversed;
  grant.interest = flows->interest;
  grant.vendor_refunds = flows->vendor_refunds;
  grant.spent = flows->spent();
  grant.disallowed = flows->disallowed;
  grant.returned = flows->returned;
  grant.on_hand = report.on_hand_before + flows->onHand();
  return {};
}

}  // namespace

Result<GrantRow> findGrant(Database& database, std::string_view number_or_id) {
  // The number of a voided grant is free again: the one that stands comes first.
  Statement by_number = database.prepare(
      selectAll<GrantRow>() + "where number = $1 order by case when state = 'voided' then 1 else 0 end, since");
  by_number.add(number_or_id);
  auto rows = readRows<GrantRow>(by_number);
  if (!rows) return rows.error();
  if (!rows->empty()) return std::move(rows->front());
  if (const auto id = ledger::SubjectId::parse(number_or_id)) {
    auto row = rowWithId<GrantRow>(database, "grant_id", *id);
    if (!row || !row->grant.isNone()) return row;
  }
  return Error{
      ErrorCode::kNotFound, "GRANT_UNKNOWN",
      "no grant has the number or id " + std::string(number_or_id) + " at the size these read models stand at"};
}

std::string_view trancheState(const GrantTrancheRow& tranche) {
  if (tranche.disbursed >= tranche.amount) return "paid";
  if (tranche.disbursed > 0) return "partlyPaid";
  return tranche.approved_index == 0 ? "planned" : "approved";
}

Result<GrantReport> readGrantReport(Database& database, std::string_view number_or_id,
                                    const std::optional<Period>& period) {
  GrantReport report;
  auto read = take(readStamp(database), report.stamp);
  if (read) read = take(findGrant(database, number_or_id), report.grant);
  if (!read) return read.error();
  report.stamp.period = period;
  const GrantRow& grant = report.grant;
  read = take(rowWithId<OrganisationRow>(database, "organisation", grant.funder), report.funder);
  if (read) read = take(rowWithId<OrganisationRow>(database, "organisation", grant.grantee), report.grantee);
  if (read) read = take(rowWithId<ProgrammeRow>(database, "programme", grant.programme), report.programme);
  if (read) read = take(rowsOf<GrantLineRow>(database, grant.grant, "ordinal"), report.lines);
  if (read) read = take(rowsOf<GrantTrancheRow>(database, grant.grant, "number"), report.tranches);
  if (read) read = take(rowsOf<DisbursementRow>(database, grant.grant, "day, since", period), report.disbursements);
  if (read) read = take(rowsOf<ExpenditureRow>(database, grant.grant, "day, since", period), report.expenditures);
  if (read) read = take(rowsOf<MovementRow>(database, grant.grant, "day, movement_index", period), report.movements);
  if (read) read = take(rowsOf<DemandRow>(database, grant.grant, "day, since", period), report.demands);
  if (read) read = take(subAwardsOf(database, grant.grant), report.sub_awards);
  if (read && !grant.parent.isNone())
    read = take(rowWithId<GrantRow>(database, "grant_id", grant.parent), report.parent);
  if (read && period) read = restrictTo(database, *period, report);
  if (!read) return read.error();
  return report;
}

}  // namespace projections
