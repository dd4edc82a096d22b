// NationalReport — the country in sum: hours and money by region and by direction.
//
// Shape    exact as it is read; national_hiding.h takes out what is not for the public.
// Units    minutes; minor units, each currency for itself. A person is counted once in each figure. Of a period there
//          is what occurred on its days (national_period.h); organisations are those known.
// Errors   those of the stamp.
#pragma once

#include <string>
#include <vector>

#include "projections/oversight/national_rows.h"
#include "projections/oversight/places_rows.h"
#include "projections/report/stamp.h"
#include "projections/report/suppression_policy.h"

namespace projections {

// Who has minutes of each sort. Whether they are minors is known from their claims; an age that is not known is none.
struct PeopleOfHours {
  PeopleBehind attested;
  PeopleBehind waiting;
  PeopleBehind disputed;
  PeopleBehind imported;
  PeopleBehind attended;  // of the largest summary: several may be of the same people; the country's of all days alone
};

// Which figures are 0 here because they are hidden; volunteers are hidden with the attested minutes.
struct HiddenFigures {
  bool attested = false;
  bool waiting = false;
  bool disputed = false;
  bool imported = false;
  bool claimed = false;
  bool entries = false;
  bool attended = false;
};

// Of one region, of one direction, or of everything (code is empty).
struct HoursFigures {
  std::string code;
  std::int64_t organisations = 0;  // regions: registered there; directions: with a project in it
  std::int64_t volunteers = 0;     // with attested minutes
  std::int64_t activities = 0;
  HoursSums sums;
  std::int64_t attended_people = 0;
  ledger::Minutes attended{};
  PeopleOfHours behind;
  HiddenFigures hidden;
};

struct MoneyFigures {
  std::string code;
  ledger::Currency currency;
  MoneySums sums;
};

struct NationalReport {
  Stamp stamp;
  std::vector<OfficeRow> offices;  // the national one first
  HoursFigures total;
  std::vector<HoursFigures> regions;
  std::vector<HoursFigures> directions;
  std::vector<MoneyFigures> money;  // one of each currency
  std::vector<MoneyFigures> money_by_region;
  std::vector<MoneyFigures> money_by_direction;
  std::int64_t conferred = 0;                    // distinctions that stand
  std::optional<SuppressionPolicy> suppression;  // by which figures were hidden; none: all are exact
};

// How many distinctions stand that were conferred on these days.
std::string conferredSql(const std::optional<Period>& period);

ledger::Result<NationalReport> readNationalReport(Database& database, const std::optional<Period>& period = {});

}  // namespace projections
