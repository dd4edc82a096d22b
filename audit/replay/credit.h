// Credit — what service earns under credit rules: a function of the rules, a day, a person's age band and her hours.
//
// Shape    minutes and credits are whole, vouchers are minor units of the one currency that the tiers have.
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Credit".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// The days between which service counts, both included.
struct Window {
  std::int64_t first = 0;
  std::int64_t last = 0;

  bool holds(std::int64_t day) const { return first <= day && day <= last; }
};
Window windowOf(schema::CreditRules::Reader rules, std::int64_t day);

// An hours entry as the rules see it.
struct Service {
  Id id{};
  const Hours* hours = nullptr;
  schema::ActivityKind activity = schema::ActivityKind::SHIFT;
  // The first day on which its organisation was verified; none: it never was.
  std::optional<std::int64_t> verified_from{};
};

struct Asked {
  std::int64_t day = 0;
  schema::AgeBand age_band = schema::AgeBand::UNKNOWN;
};

struct Earned {
  std::int64_t credits = 0;
  std::int64_t voucher = 0;
  std::string currency;  // of the voucher
  std::vector<std::pair<Id, std::int64_t>>
      used;  // entries of which minutes counted, by day, then position of the claim
};

Earned earnedBy(schema::CreditRules::Reader rules, const Asked& asked, std::vector<Service> services);

}  // namespace audit
