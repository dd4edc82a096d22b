// ServiceReport — the service of one volunteer: every entry, and what stands in sum.
//
// Units    minutes. Of a period there are the entries whose service began on its days, and their sums.
// Errors   kNotFound VOLUNTEER_UNKNOWN, those of the stamp.
#pragma once

#include <string>
#include <vector>

#include "projections/people/hours_rows.h"
#include "projections/report/stamp.h"

namespace projections {

struct ServiceEntry {
  HoursEntryRow hours;
  ledger::Names organisation;
  ledger::Names project;
  bool locked = false;   // in a closed period
  bool expired = false;  // claimed, and not answered in time
};

struct ServiceReport {
  Stamp stamp;
  VolunteerRow volunteer;
  std::vector<ServiceEntry> entries;  // by day, then index
};

ledger::Result<ServiceReport> readServiceReport(Database& database, ledger::PersonId volunteer,
                                                const std::optional<Period>& period = {});

}  // namespace projections
