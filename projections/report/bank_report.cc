#include "projections/report/bank_report.h"

#include <algorithm>

#include "projections/columns.h"

namespace projections {
namespace {

using ledger::CivilDay;
using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

// What the organisation $1 paid and received, one row for each. A regrant is the disbursement it names, and is not
// told a second time; what was imported names none, nor did any before there were sub-awards. When a refund arrived,
// and the references of what was taken or sent back, stand in the facts.
constexpr const char* kBankPayments =
    "select kind, grant_number, currency, amount, day, reference, entry from ("
    "select 'disbursed' as kind, g.number as grant_number, g.currency, -d.amount as amount, d.day, d.reference, "
    "d.since as entry from grant_disbursements d join grants g on g.grant_id = d.grant_id "
    "where g.funder = $1 and d.voided = 0 "
    "union all select 'received', g.number, g.currency, d.amount, d.day, d.reference, d.since "
    "from grant_disbursements d join grants g on g.grant_id = d.grant_id where g.grantee = $1 and d.voided = 0 "
    "union all select m.kind, g.number, g.currency, case when g.funder = $1 then m.amount else -m.amount end, m.day, "
    "coalesce(w.word, ''), m.movement_index from grant_movements m join grants g on g.grant_id = m.grant_id "
    "left join fact_words w on w.fact_index = m.movement_index and w.field = 'paymentReference' "
    "where (g.funder = $1 or g.grantee = $1) and m.voided = 0 and m.kind = 'disbursementReversed' "
    "union all select 'refundReceived', g.number, g.currency, m.amount, f.day, coalesce(w.word, ''), f.fact_index "
    "from grant_movements m join grants g on g.grant_id = m.grant_id join facts f on f.fact_index = m.confirmed_index "
    "left join fact_words w on w.fact_index = m.movement_index and w.field = 'paymentReference' "
    "where g.funder = $1 and m.voided = 0 and m.kind = 'refund' and m.confirmed_index <> 0 "
    "union all select 'refundSent', g.number, g.currency, -m.amount, m.day, coalesce(w.word, ''), m.movement_index "
    "from grant_movements m join grants g on g.grant_id = m.grant_id "
    "left join fact_words w on w.fact_index = m.movement_index and w.field = 'paymentReference' "
    "where g.grantee = $1 and m.voided = 0 and m.kind = 'refund' "
    "union all select m.kind, g.number, g.currency, m.amount, m.day, '', m.movement_index "
    "from grant_movements m join grants g on g.grant_id = m.grant_id "
    "where g.grantee = $1 and m.voided = 0 and m.kind in ('vendorRefund', 'interest') "
    "union all select 'expenditure', g.number, g.currency, -e.amount, e.day, e.document_number, e.since "
    "from grant_expenditures e join grants g on g.grant_id = e.grant_id "
    "where g.grantee = $1 and e.state <> 'voided' and e.method = 'bank' "
    "and (e.batch is not null or not exists (select 1 from grant_lines l join grants s on s.parent = l.grant_id and "
    "s.parent_line = l.line where l.grant_id = e.grant_id and l.line = e.line and l.cost_type = 'regrant')) "
    "union all select m.kind, g.number, g.currency, m.amount, m.day, e.document_number, m.movement_index "
    "from grant_movements m join grants g on g.grant_id = m.grant_id "
    "join grant_expenditures e on e.expenditure = m.original "
    "where g.grantee = $1 and m.voided = 0 and m.kind = 'expenditureReversed' and e.method = 'bank' "
    "and (e.batch is not null or not exists (select 1 from grant_lines l join grants s on s.parent = l.grant_id and "
    "s.parent_line = l.line where l.grant_id = e.grant_id and l.line = e.line and l.cost_type = 'regrant'))) paid ";

Result<std::vector<BankPayment>> paymentsOf(Database& database, ledger::SubjectId organisation, const Period& days) {
  Statement all = database.prepare(kBankPayments + ("where " + withinSql(days, "day")) +
                                   " order by day, entry, kind, grant_number");
  all.add(organisation.view());
  std::vector<BankPayment> payments;
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return payments;
    BankPayment& payment = payments.emplace_back();
    ColumnReader reader(all);
    reader("kind", payment.kind), reader("grant_number", payment.grant), reader("currency", payment.amount.currency);
    reader("amount", payment.amount.minor), reader.day("day", payment.day), reader("reference", payment.reference);
    reader("entry", payment.entry);
  }
}

Result<OrganisationRow> organisationOf(Database& database, ledger::SubjectId id) {
  Statement one = database.prepare(selectAll<OrganisationRow>() + "where organisation = $1");
  one.add(id.view());
  auto rows = readRows<OrganisationRow>(one);
  if (!rows) return rows.error();
  if (!rows->empty()) return std::move(rows->front());
  return Error{
      ErrorCode::kNotFound, "ORGANISATION_UNKNOWN",
      "no organisation has the id " + id.text() + "; `asar report register organisation` lists them with their ids"};
}

// Of the statement the rows of those days alone. One that says its days tells of no others, so that nothing is missing
// there; rows of a CSV tell only where the first and the last are.
Result<void> narrow(const Period& asked, BankReport& report) {
  BankStatement& statement = report.statement;
  Period period = asked;
  if (statement.says_days) {
    period.from = std::max(period.from, statement.from);
    period.to = std::min(period.to, statement.to);
  }
  report.rows_outside = std::erase_if(statement.rows, [&](const StatementRow& row) { return !period.holds(row.day); });
  if (period.to < period.from || (statement.rows.empty() && report.rows_outside != 0)) {
    return Error{ErrorCode::kInvalid, "NO_ROWS_IN_PERIOD",
                 "the statement is of " + ledger::dayText(statement.from) + ".." + ledger::dayText(statement.to) +
                     " and has no row in " + asked.first() + ".." + asked.last() + ": ask for days of the statement"};
  }
  statement.from = period.from;
  statement.to = period.to;
  return {};
}

// What no row was matched with; of other days than the statement's only what was.
void keepPayments(const std::vector<BankPayment>& payments, BankReport& report) {
  std::vector<std::size_t> pair_of(payments.size(), report.pairs.size());
  for (std::size_t i = 0; i < report.pairs.size(); ++i) pair_of[report.pairs[i].payment] = i;
  for (std::size_t i = 0; i < payments.size(); ++i) {
    const bool paired = pair_of[i] != report.pairs.size();
    if (!paired && report.isOutside(payments[i])) continue;
    const std::size_t place = report.payments.size();
    report.payments.push_back(payments[i]);
    if (paired) {
      report.pairs[pair_of[i]].payment = place;
    } else {
      report.payments_alone.push_back(place);
    }
  }
}

void keepRows(BankReport& report) {
  std::vector<bool> paired(report.statement.rows.size());
  for (const BankPair& pair : report.pairs) paired[pair.row] = true;
  for (std::size_t i = 0; i < paired.size(); ++i) {
    if (!paired[i]) report.rows_alone.push_back(i);
  }
}

Result<void> addUpSides(BankReport& report) {
  bool holds = true;
  const auto count = [&](const ledger::Money& amount, BankSide BankTotals::*side) {
    holds = (report.totals[amount.currency].*side).add(amount.minor) && holds;
  };
  const auto& rows = report.statement.rows;
  for (const StatementRow& row : rows) count(row.amount, &BankTotals::rows);
  for (const BankPayment& payment : report.payments) count(payment.amount, &BankTotals::payments);
  for (const BankPair& pair : report.pairs) count(rows[pair.row].amount, &BankTotals::matched);
  for (const std::size_t row : report.rows_alone) count(rows[row].amount, &BankTotals::rows_alone);
  for (const std::size_t place : report.payments_alone)
    count(report.payments[place].amount, &BankTotals::payments_alone);
  if (holds) return {};
  return Error{ErrorCode::kInvalid, "SUM_OVERFLOWS",
               "a sum of this statement passes what is counted: look for a wrong amount, or ask for fewer days"};
}

}  // namespace

bool BankSide::add(std::int64_t minor) {
  ++count;
  return minor < 0 ? !__builtin_sub_overflow(out, minor, &out) : !__builtin_add_overflow(in, minor, &in);
}

bool BankReport::isNearEdge(const BankPayment& payment) const {
  return payment.day - statement.from < days_apart || statement.to - payment.day < days_apart;
}

bool BankReport::isOutside(const BankPayment& payment) const {
  return payment.day < statement.from || payment.day > statement.to;
}

Result<BankReport> readBankReport(Database& database, BankQuestion question) {
  BankReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  auto organisation = organisationOf(database, question.organisation);
  if (!organisation) return organisation.error();
  report.organisation = *std::move(organisation);
  report.statement = std::move(question.statement);
  report.days_apart = question.days_apart;
  if (question.period) ASAR_TRY(narrow(*question.period, report));
  const Period days{report.statement.from, report.statement.to};
  report.stamp.period = days;
  // A reference counts however late the bank booked; keepPayments leaves out what it named not.
  const auto payments =
      paymentsOf(database, question.organisation, {days.from - kDaysApartMax, days.to + kDaysApartMax});
  if (!payments) return payments.error();
  report.pairs = matchPayments(report.statement.rows, *payments, question.days_apart);
  keepPayments(*payments, report);
  keepRows(report);
  ASAR_TRY(addUpSides(report));
  return report;
}

Result<std::optional<RecordedMatch>> readRecordedMatch(Database& database, const ledger::SubjectId& statement) {
  Statement said = database.prepare(
      "select w.field, w.value, f.fact_index from facts f join fact_words w on w.fact_index = f.fact_index "
      "where f.subject = $1 and f.event = 'StatementMatched' order by w.field");
  said.add(statement.view());
  std::optional<RecordedMatch> recorded;
  for (auto row = said.step();; row = said.step()) {
    if (!row) return row.error();
    if (!*row) return recorded;
    if (!recorded) recorded.emplace();
    const std::string field(said.nextText());
    const std::int64_t value = said.nextInteger();
    recorded->entry = static_cast<ledger::Position>(said.nextInteger());
    if (field == "rows") recorded->rows = value;
    if (field == "matched") recorded->matched = value;
    if (field == "unmatched") recorded->unmatched = value;
  }
}

}  // namespace projections
