#include "projections/report/charity_figures.h"

#include <map>

namespace projections {
namespace {

using ledger::Currency;
using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

// Facts about what an organisation was given, with the sort of the donor; a donation is given back whole.
std::string givingSql(const std::string& condition, const std::optional<Period>& period) {
  return "select f.event, s.kind, coalesce(f.currency, ''), f.amount, h.currency, h.amount from facts f "
         "join subjects s on s.subject = f.subject "
         "join subject_states h on h.subject = f.subject and h.until = 0 "
         "join subject_links l on l.subject = f.subject and l.role = 'organisation' and l.mentioned = 0 "
         "join organisations o on o.organisation = l.other "
         "where f.event in ('DonationReceived', 'DonationRecorded', 'GiftReceived', 'DonationAllocated', "
         "'DonationReturned') and " +
         condition + " and " + withinSql(period, "f.day") + " order by f.fact_index";
}

std::string pledgesSql(const std::string& condition, const std::optional<Period>& period) {
  return "select h.currency, h.amount from subjects s join subject_states h on h.subject = s.subject and h.until = 0 "
         "join subject_links l on l.subject = s.subject and l.role = 'organisation' and l.mentioned = 0 "
         "join organisations o on o.organisation = l.other "
         "where s.register = 'donation' and h.state = 'pledged' and " +
         condition + " and " + withinSql(period, "h.due_day");
}

class Giving {
 public:
  void take(Statement& row) {
    const std::string event(row.nextText());
    const std::string kind(row.nextText());
    Amount said;
    Amount standing;
    for (Amount* one : {&said, &standing}) {
      const auto currency = Currency::parse(row.nextText());
      one->currency = currency ? *currency : Currency();
      one->minor = row.nextInteger();
    }
    if (event == "DonationReturned") {
      add(sumsOf(standing.currency).given_back, standing.minor);
    } else if (event == "DonationAllocated") {
      add(sumsOf(said.currency).allocated, said.minor);
    } else {
      receive(event == "GiftReceived", kind, said);
    }
  }
  void pledge(const Currency& currency, std::int64_t minor) { add(sumsOf(currency).pledged, minor); }
  Result<CharityFigures> figures() const {
    if (overflows_) {
      return Error{ErrorCode::kCorrupt, "SUM_OVERFLOWS",
                   "the sum of these gifts passes what is counted: ask for fewer days"};
    }
    CharityFigures figures;
    for (const auto& [currency, sums] : sums_) figures.sums.push_back(sums);
    for (const auto& [key, donors] : donors_) figures.donors.push_back(donors);
    return figures;
  }

 private:
  struct Amount {
    Currency currency;
    std::int64_t minor = 0;
  };

  CharitySums& sumsOf(const Currency& currency) {
    CharitySums& sums = sums_[currency];
    sums.currency = currency;
    return sums;
  }
  void add(std::int64_t& sum, std::int64_t minor) {
    overflows_ = __builtin_add_overflow(sum, minor, &sum) || overflows_;
  }
  void receive(bool in_kind, const std::string& kind, const Amount& amount) {
    CharitySums& sums = sumsOf(amount.currency);
    CharityDonors& donors = donors_[{amount.currency, kind}];
    donors.donor_kind = kind;
    donors.currency = amount.currency;
    ++(in_kind ? sums.gifts : sums.donations);
    ++(in_kind ? donors.gifts : donors.donations);
    add(in_kind ? sums.gifts_value : sums.donated, amount.minor);
    add(in_kind ? donors.gifts_value : donors.donated, amount.minor);
  }

  std::map<Currency, CharitySums> sums_;
  std::map<std::pair<Currency, std::string>, CharityDonors> donors_;
  bool overflows_ = false;
};

}  // namespace

Result<CharityFigures> readCharity(Database& database, const std::string& condition,
                                   const std::optional<Period>& period) {
  Giving giving;
  ASAR_TRY(eachRow(database, givingSql(condition, period), [&](Statement& row) { giving.take(row); }));
  ASAR_TRY(eachRow(database, pledgesSql(condition, period), [&](Statement& row) {
    const auto currency = Currency::parse(row.nextText());
    giving.pledge(currency ? *currency : Currency(), row.nextInteger());
  }));
  return giving.figures();
}

}  // namespace projections
