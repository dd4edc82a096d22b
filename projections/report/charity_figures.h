// CharityFigures — donations and gifts that organisations received, and what became of them.
//
// Shape    each by the day of its fact: received in money and in kind, allocated to projects, given back. A pledge
//          that was not kept yet is told apart.
// Units    minor units, each currency for itself; of a gift in kind its value as it was stated.
// Errors   kCorrupt SUM_OVERFLOWS; those of the database.
// Threads  the database's.
// Missing  the ledger says to which project a donation was allocated, and not what was bought for it; so *spent* is
//          what was allocated, and a gift in kind is never spent.
#pragma once

#include <string>
#include <vector>

#include "projections/report/period.h"
#include "projections/report/query.h"

namespace projections {

struct CharitySums {
  ledger::Currency currency;
  std::int64_t donations = 0;  // received
  std::int64_t donated = 0;
  std::int64_t gifts = 0;  // in kind, received
  std::int64_t gifts_value = 0;
  std::int64_t allocated = 0;  // to projects
  std::int64_t given_back = 0;
  std::int64_t pledged = 0;  // and not received; those due on the days

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("currency", row.currency), v("donations", row.donations), v("donated", row.donated), v("gifts", row.gifts);
    v("gifts_value", row.gifts_value), v("allocated", row.allocated), v("given_back", row.given_back);
    v("pledged", row.pledged);
  }
};

// From donors of one kind, in money and in kind.
struct CharityDonors {
  std::string donor_kind;  // organisation person anonymous
  ledger::Currency currency;
  std::int64_t donations = 0;
  std::int64_t donated = 0;
  std::int64_t gifts = 0;
  std::int64_t gifts_value = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("donor_kind", row.donor_kind), v("currency", row.currency), v("donations", row.donations);
    v("donated", row.donated), v("gifts", row.gifts), v("gifts_value", row.gifts_value);
  }
};

struct CharityFigures {
  std::vector<CharitySums> sums;      // by currency
  std::vector<CharityDonors> donors;  // by currency, then kind
};

// Of organisations `o` that fulfil the condition.
ledger::Result<CharityFigures> readCharity(Database& database, const std::string& condition,
                                           const std::optional<Period>& period);

}  // namespace projections
