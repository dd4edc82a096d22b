// HoursStanding — what the days around an entry make of it: locked in a closed period, or expired unanswered.
//
// Units    days: the day asked for is that of the newest fact, at +05:00.
// Source   ledger/schema/README.md section 6, "Hours".
#pragma once

#include <absl/container/flat_hash_map.h>

#include <vector>

#include "projections/people/hours_rows.h"
#include "projections/people/hours_terms_rows.h"
#include "projections/report/period.h"

namespace projections {

class HoursStanding {
 public:
  static ledger::Result<HoursStanding> read(Database& database);

  bool isLocked(const HoursEntryRow& entry) const;
  bool isExpired(const HoursEntryRow& entry) const;

 private:
  // Of the limits that apply on the day; 0: none.
  std::uint16_t attestWithin(ledger::CivilDay day) const;

  ledger::CivilDay today_ = 0;
  absl::flat_hash_map<ledger::SubjectId, std::vector<Period>> closed_;  // by organisation
  std::vector<HoursPolicyRow> policies_;                                // the last endorsed first
};

}  // namespace projections
