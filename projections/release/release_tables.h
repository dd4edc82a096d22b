// ReleaseTables — the tables of a release: what is told, rounded, and for its makers why the rest is not.
//
// Shape    rows by period, then codes; organisations by region, then id. People are rounded to multiples of 5, hours to
//          multiples of 10, after everything was decided.
// Errors   kRefused MONTHS_MISSING where a quarter's months are not released, NOTHING_TO_REVISE; those of the database.
// Threads  the database's.
#pragma once

#include <string>
#include <vector>

#include "projections/oversight/release_rows.h"
#include "projections/release/release_source.h"

namespace projections {

struct ReleaseTableRow {
  std::string period;
  std::string region;                             // of regions and organisations
  const OrganisationRow* organisation = nullptr;  // lives as long as the tables
  std::string activity;
  std::int64_t volunteers = 0;
  std::int64_t hours = 0;
  Fate fate = Fate::kTold;
  bool revised = false;
};

struct ReleaseTable {
  std::string name;  // national, regions, activities, organisations
  std::vector<ReleaseTableRow> rows;
};

struct ReleaseAsked {
  ReleasePeriod period;
  ledger::Position size = 0;  // that the tables are made from
  SuppressionRule rule;
  std::vector<ReleaseRow> before;  // releases in effect, in their order
};

struct ReleaseTables {
  ReleasePeriod period;
  std::vector<ReleaseTable> tables;  // by name
  std::vector<OrganisationRow> organisations;
};

ledger::Result<ReleaseTables> makeReleaseTables(Database& database, const ReleaseAsked& asked);
// Those whose days lie in the year.
std::vector<ReleaseRow> releasesOfYear(const std::vector<ReleaseRow>& all, int year);

}  // namespace projections
