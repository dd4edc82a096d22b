// ServiceFigures — service at some activities: hours, people, and people by age band.
//
// Shape    a person is counted once, and once in each age band in which she served; merged profiles are one person.
//          The band is the one she had when she claimed. Attendance without names has no bands.
// Units    minutes; people.
// Errors   those of the database.
// Threads  the database's.
//
// Below the national total nothing of this is public but in releases: hideService() takes it out.
#pragma once

#include <string>
#include <vector>

#include "projections/people/hours_rows.h"
#include "projections/report/period.h"

namespace projections {

struct BandFigures {
  ledger::AgeBand band{};
  std::int64_t volunteers = 0;  // with attested minutes
  ledger::Minutes attested{};
};

struct ServiceFigures {
  std::int64_t activities = 0;
  std::int64_t volunteers = 0;  // with attested minutes
  std::int64_t minors = 0;      // of them: in an age band below 18 at a claim
  HoursSums sums;
  std::int64_t attended_people = 0;
  ledger::Minutes attended{};
  std::vector<BandFigures> bands;  // those with anybody in them
  bool hidden = false;             // everything but `activities` is 0
};

// Of activities `a` that fulfil the condition: hours by the day the service began, activities by that of their start,
// attendance by that of its shift.
ledger::Result<ServiceFigures> readService(Database& database, const std::string& condition,
                                           const std::optional<Period>& period);

void hideService(ServiceFigures& figures);

}  // namespace projections
