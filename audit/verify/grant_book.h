// GrantBook — every fact that moved the money of a grant, on the day of the fact: what published money rests on.
//
// Shape    heard while the log is replayed, and read of any days. A correction changes the amount of the expenditure
//          where it stands; what is voided, alone or with its import, counts as if it had not been.
// Units    minor units of the grant's currency; civil days by the offset of each fact.
// Source   ledger/schema/README.md, section 6, "Grants", "Funding", "Imports".
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/replay/case.h"

namespace audit {

// Civil days, the last included; without more, every day.
struct DayRange {
  std::int64_t from = std::numeric_limits<std::int64_t>::min();
  std::int64_t to = std::numeric_limits<std::int64_t>::max();

  bool hold(std::int64_t day) const { return from <= day && day <= to; }
  bool areAll() const { return *this == DayRange{}; }
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

enum class Moved {
  kDisbursed,
  kReversed,  // of a disbursement
  kInterest,
  kVendorRefund,
  kRecorded,    // an expenditure
  kDisallowed,  // of an expenditure
  kTakenBack,   // of an expenditure, by a reversal
  kReturned,    // to the funder
};

struct MoneyFact {
  Moved moved = Moved::kDisbursed;
  Id subject{};  // the disbursement or expenditure that it is
  Id of{};       // the expenditure that it is, or the disbursement or expenditure that it takes back
  std::int64_t day = 0;
  std::int64_t recorded_at = 0;  // in milliseconds
  Sum amount = 0;
  bool imported = false;
  bool void_now = false;
  std::optional<std::int64_t> confirmed_at{};  // of a disbursement: when that was recorded, in milliseconds
};

struct BookSums {
  std::array<Sum, 8> by_moved{};

  Sum of(Moved moved) const { return by_moved.at(static_cast<std::size_t>(moved)); }
  Sum spent() const { return of(Moved::kRecorded) - of(Moved::kDisallowed) - of(Moved::kTakenBack); }
  Sum onHand() const;
};

// What reports tell of a grant: "/grants" (1 where it was awarded on the days asked for), "/awarded", "/disbursed",
// "/spent", "/returned" of these days, and "/onHand" at the end of them.
using GrantSums = std::array<std::pair<const char*, Sum>, 6>;

class GrantBook {
 public:
  // Before the command takes effect.
  void take(const Case& c, schema::Command::Reader command);

  BookSums sumsOf(const Id& grant, const DayRange& days) const;
  GrantSums toldOf(const Id& id, const Grant& grant, const DayRange& days) const;
  // In the order of the log.
  const std::vector<MoneyFact>& factsOf(const Id& grant) const;
  // The day of the award; nullopt of no grant.
  std::optional<std::int64_t> awardedOn(const Id& grant) const;

 private:
  struct Book {
    std::int64_t awarded_on = 0;
    std::vector<MoneyFact> facts;
  };
  struct Place {
    Id grant{};
    std::size_t number = 0;
  };

  template <class Command>
  void add(const Case& c, MoneyFact fact, Command command);
  MoneyFact* factWith(const Id& subject);

  IdMap<Book> books_;
  IdMap<Place> places_;  // by subject
  IdMap<std::vector<Place>> batches_;
};

}  // namespace audit
