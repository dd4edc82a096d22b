#include "projections/release/release_tables.h"

#include <algorithm>

#include "ledger/base/civil_months.h"
#include "projections/release/revision.h"

namespace projections {
namespace {

using ledger::ReleaseSpan;
using ledger::Result;

SuppressionRule ruleOf(const ReleaseRow& release) {
  return {release.least, release.least_with_minors};
}

ReleaseTableRow rowOf(const ReleasePeriod& period, const ReleaseCell& cell) {
  ReleaseTableRow row;
  row.period = period.name();
  row.fate = cell.fate;
  row.revised = cell.revised;
  if (!isTold(cell)) return row;
  row.volunteers = roundedPeople(cell.crowd.people());
  row.hours = roundedHours(cell.crowd.minutes());
  return row;
}

// Made bit by bit: the tables of one release.
class Tables {
 public:
  explicit Tables(std::vector<OrganisationRow> organisations) : organisations_(std::move(organisations)) {}

  void add(const ReleasePeriod& period, const MonthFigures& month) {
    if (month.is_there) national_.rows.push_back(rowOf(period, month.national));
    for (const auto& [code, cell] : month.regions) {
      regions_.rows.push_back(rowOf(period, cell));
      regions_.rows.back().region = code;
    }
    for (const auto& [code, cell] : month.activities) {
      activities_.rows.push_back(rowOf(period, cell));
      activities_.rows.back().activity = code;
    }
  }
  void add(const ReleasePeriod& period, const CellsByOrganisation& cells) {
    for (const auto& [key, cell] : cells) {
      of_organisations_.rows.push_back(rowOf(period, cell));
      of_organisations_.rows.back().region = key.region;
      of_organisations_.rows.back().organisation = &organisations_[key.organisation];
    }
  }
  ReleaseTables take(const ReleasePeriod& period) {
    ReleaseTables all{period, {}, {}};
    if (period.span != ReleaseSpan::kQuarter) all.tables = {std::move(activities_), std::move(national_)};
    if (period.span != ReleaseSpan::kMonth) all.tables.push_back(std::move(of_organisations_));
    if (period.span != ReleaseSpan::kQuarter) all.tables.push_back(std::move(regions_));
    all.organisations = std::move(organisations_);
    return all;
  }

 private:
  std::vector<OrganisationRow> organisations_;
  ReleaseTable activities_{"activities", {}};
  ReleaseTable national_{"national", {}};
  ReleaseTable of_organisations_{"organisations", {}};
  ReleaseTable regions_{"regions", {}};
};

const ReleaseRow* releaseOf(const std::vector<ReleaseRow>& releases, const ReleasePeriod& period) {
  const auto found = std::ranges::find_if(
      releases, [&](const ReleaseRow& one) { return one.span == period.span && one.from == period.from; });
  return found == releases.end() ? nullptr : &*found;
}

// What a released month was made from, and what it told.
struct MadeMonth {
  ReleaseEntries entries;
  MonthFigures figures;
};

Result<MadeMonth> madeMonth(ReleaseSource& source, const ReleaseRow& release) {
  const ReleasePeriod days{release.span, release.from, release.to};
  auto entries = source.entriesOf(days, release.at_size, release.at_size);
  if (!entries) return entries.error();
  MonthFigures figures = monthFigures(*entries, ruleOf(release));
  return MadeMonth{*std::move(entries), std::move(figures)};
}

// The organisations of a quarter, from its months as they were released.
Result<CellsByOrganisation> madeQuarter(ReleaseSource& source, const std::vector<ReleaseRow>& releases,
                                        const ReleasePeriod& quarter, const SuppressionRule& rule) {
  std::array<MadeMonth, kMonthsOfQuarter> months;
  QuarterEntries entries{};
  QuarterMonths figures{};
  const auto first = static_cast<std::size_t>(ledger::monthNumber(quarter.from) % 12);
  for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
    const ReleasePeriod month = monthOfYear(ledger::yearOf(quarter.from), first + i);
    const auto* release = releaseOf(releases, month);
    if (release == nullptr) {
      return ledger::Error{ledger::ErrorCode::kRefused, "MONTHS_MISSING",
                           month.name() + " is not released: the organisations of " + quarter.name() +
                               " follow when all three months are"};
    }
    auto made = madeMonth(source, *release);
    if (!made) return made.error();
    months[i] = *std::move(made);
    entries[i] = &months[i].entries;
    figures[i] = &months[i].figures;
  }
  return quarterFigures(entries, figures, rule);
}

Result<void> addMonth(ReleaseSource& source, const ReleaseAsked& asked, Tables& tables) {
  const auto entries = source.entriesOf(asked.period, asked.size, asked.size);
  if (!entries) return entries.error();
  tables.add(asked.period, monthFigures(*entries, asked.rule));
  return {};
}

Result<void> addQuarter(ReleaseSource& source, const ReleaseAsked& asked, Tables& tables) {
  const auto cells = madeQuarter(source, asked.before, asked.period, asked.rule);
  if (!cells) return cells.error();
  tables.add(asked.period, *cells);
  return {};
}

Result<void> readYear(ReleaseSource& source, const ReleaseAsked& asked, const std::vector<ReleaseRow>& releases,
                      YearSource& year) {
  const int number = ledger::yearOf(asked.period.from);
  for (std::size_t i = 0; i < kMonthsOfYear; ++i) {
    const ReleasePeriod days = monthOfYear(number, i);
    const auto* release = releaseOf(releases, days);
    if (release == nullptr) continue;
    const auto made = madeMonth(source, *release);
    if (!made) return made.error();
    auto before = source.entriesOf(days, release->at_size, asked.size);
    if (!before) return before.error();
    auto now = source.entriesOf(days, asked.size, asked.size);
    if (!now) return now.error();
    year.months[i] = {true, made->figures, *std::move(before), *std::move(now)};
  }
  for (std::size_t i = 0; i < kQuartersOfYear; ++i) {
    const ReleasePeriod days = quarterOfYear(number, i);
    const auto* release = releaseOf(releases, days);
    if (release == nullptr) continue;
    auto cells = madeQuarter(source, releases, days, ruleOf(*release));
    if (!cells) return cells.error();
    year.quarters[i] = {true, *std::move(cells)};
  }
  return {};
}

Result<void> addYear(ReleaseSource& source, const ReleaseAsked& asked, Tables& tables) {
  const int number = ledger::yearOf(asked.period.from);
  const auto releases = releasesOfYear(asked.before, number);
  if (releases.empty()) {
    return ledger::Error{ledger::ErrorCode::kRefused, "NOTHING_TO_REVISE",
                         "nothing was released of " + asked.period.name() + ": release its months first"};
  }
  YearSource year;
  if (auto read = readYear(source, asked, releases, year); !read) return read;
  const YearFigures figures = revisedFigures(year, asked.rule);
  for (std::size_t i = 0; i < kMonthsOfYear; ++i) tables.add(monthOfYear(number, i), figures.months[i]);
  for (std::size_t i = 0; i < kQuartersOfYear; ++i) tables.add(quarterOfYear(number, i), figures.quarters[i]);
  return {};
}

}  // namespace

std::vector<ReleaseRow> releasesOfYear(const std::vector<ReleaseRow>& all, int year) {
  std::vector<ReleaseRow> of_year;
  for (const ReleaseRow& one : all) {
    if (ledger::yearOf(one.from) == year) of_year.push_back(one);
  }
  return of_year;
}

Result<ReleaseTables> makeReleaseTables(Database& database, const ReleaseAsked& asked) {
  auto source = ReleaseSource::open(database);
  if (!source) return source.error();
  Tables tables(source->organisations());
  const auto adds = asked.period.span == ReleaseSpan::kMonth
                        ? addMonth
                        : (asked.period.span == ReleaseSpan::kQuarter ? addQuarter : addYear);
  if (auto added = adds(*source, asked, tables); !added) return added.error();
  return tables.take(asked.period);
}

}  // namespace projections
