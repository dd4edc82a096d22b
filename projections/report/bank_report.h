// BankReport — a bank statement beside the payments the ledger has of one organisation: which row is which payment,
// which rows have none, which payments have no row.
//
// Shape    payments of the statement's days, and those of kDaysApartMax days around it that a row was matched with. As
// a
//          funder: disbursements, their reversals, refunds received; as a grantee: disbursements received, their
//          reversals, expenditures by bank transfer and what came back of them, refunds by vendors, interest, refunds
//          sent. Void ones are left out, and so is what is spent on a line of regrants that a sub-award is of: it is
//          the disbursement of the sub-award. What was imported there is told, for no import brings a sub-award.
// Units    minor units of a currency: + into the account, − out of it; sums are kept for each currency.
// Errors   kNotFound ORGANISATION_UNKNOWN; kInvalid NO_ROWS_IN_PERIOD, SUM_OVERFLOWS; those of the stamp.
// Threads  the database's.
#pragma once

#include <map>

#include "projections/oversight/places_rows.h"
#include "projections/report/bank_matching.h"
#include "projections/report/stamp.h"

namespace projections {

struct BankQuestion {
  ledger::SubjectId organisation;
  BankStatement statement;
  int days_apart = kDaysApart;
  // Of the statement only rows of these days; those outside the days that the statement says are not asked for.
  std::optional<Period> period;
};

struct BankSide {
  std::int64_t count = 0;
  std::int64_t in = 0;
  std::int64_t out = 0;  // not negative

  // False where a sum passes what is counted.
  bool add(std::int64_t minor);
};

struct BankTotals {
  BankSide rows;
  BankSide payments;
  BankSide matched;  // of either side: their amounts are equal
  BankSide rows_alone;
  BankSide payments_alone;
};

struct BankReport {
  Stamp stamp;  // its period: the days that are compared
  OrganisationRow organisation;
  BankStatement statement;  // with the rows of these days
  int days_apart = 0;
  std::size_t rows_outside = 0;  // of the days asked for
  std::vector<BankPayment> payments;
  std::vector<BankPair> pairs;
  std::vector<std::size_t> rows_alone;
  std::vector<std::size_t> payments_alone;
  std::map<ledger::Currency, BankTotals> totals;

  // So near the first or the last day that the bank may have booked it outside the statement.
  bool isNearEdge(const BankPayment& payment) const;
  // On a day of which the statement does not tell: a row of another statement may be matched with it, too.
  bool isOutside(const BankPayment& payment) const;
};

ledger::Result<BankReport> readBankReport(Database& database, BankQuestion question);

// A match as it was recorded, by the id of its statement; none where there is none yet.
struct RecordedMatch {
  ledger::Position entry = 0;
  std::int64_t rows = 0;
  std::int64_t matched = 0;
  std::int64_t unmatched = 0;
};
ledger::Result<std::optional<RecordedMatch>> readRecordedMatch(Database& database, const ledger::SubjectId& statement);

}  // namespace projections
