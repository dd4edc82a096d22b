// What can be reckoned from all releases of a quarter and the revision of its year: never a group below the bound.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "tests/projections/release/attacker.h"
#include "tests/projections/release/populations.h"

namespace projections {
namespace {

constexpr int kPopulations = 20'000;

int populations() {
  const char* asked = std::getenv("ASAR_POPULATIONS");
  return asked == nullptr ? kPopulations : std::atoi(asked);
}

YearSource releasedFrom(const tests::Population& population) {
  YearSource source;
  QuarterEntries entries{};
  QuarterMonths months{};
  for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
    YearMonth& month = source.months[i];
    month = {true, monthFigures(population.before[i], population.rule), population.before[i], population.now[i]};
    entries[i] = &month.before;
    months[i] = &month.published;
  }
  source.quarters[0] = {true, quarterFigures(entries, months, population.rule)};
  return source;
}

std::size_t toldIn(const YearSource& source) {
  std::size_t told = 0;
  for (const YearMonth& month : source.months) {
    for (const auto& [code, cell] : month.published.regions) told += isTold(cell) ? 1U : 0U;
    for (const auto& [code, cell] : month.published.activities) told += isTold(cell) ? 1U : 0U;
  }
  for (const auto& [key, cell] : source.quarters[0].published) told += isTold(cell) ? 1U : 0U;
  return told;
}

std::size_t revisedIn(const YearFigures& year) {
  std::size_t revised = 0;
  for (const MonthFigures& month : year.months) {
    for (const auto& [code, cell] : month.regions) revised += cell.revised ? 1U : 0U;
    for (const auto& [code, cell] : month.activities) revised += cell.revised ? 1U : 0U;
  }
  for (const auto& [key, cell] : year.quarters[0]) revised += cell.revised ? 1U : 0U;
  return revised;
}

TEST(Derivable, NoSmallGroupFromAllReleasesTogether) {
  tests::Populations random(20261130);
  std::size_t told = 0;
  std::size_t revised = 0;
  for (int i = 0; i < populations(); ++i) {
    const tests::Population population = random.next();
    const YearSource source = releasedFrom(population);
    const YearFigures year = revisedFigures(source, population.rule);
    ASSERT_EQ(tests::firstLeak(source, year, population.rule), "") << "population " << i;
    told += toldIn(source);
    revised += revisedIn(year);
  }
  // Hiding everything would pass, too.
  const auto least = static_cast<std::size_t>(populations());
  EXPECT_GT(told, 2 * least);
  EXPECT_GT(revised, least / 4);
  RecordProperty("told", static_cast<int>(told));
  RecordProperty("revised", static_cast<int>(revised));
  std::cout << told << " cells told, " << revised << " revised\n";
}

// An algorithm that hides small cells alone, and nothing beside them.
MonthFigures withoutCover(MonthFigures month) {
  for (CellsByCode* cells : {&month.regions, &month.activities}) {
    for (auto& [code, cell] : *cells) {
      if (cell.fate == Fate::kCover) cell.fate = Fate::kTold;
    }
  }
  return month;
}

int leaksOf(YearSource (*release)(const tests::Population&),
            YearFigures (*revise)(const YearSource&, const SuppressionRule&)) {
  tests::Populations random(7);
  int leaks = 0;
  for (int i = 0; i < 500; ++i) {
    const tests::Population population = random.next();
    const YearSource source = release(population);
    if (!tests::firstLeak(source, revise(source, population.rule), population.rule).empty()) ++leaks;
  }
  return leaks;
}

YearFigures unrevised(const YearSource&, const SuppressionRule&) {
  return {};
}

TEST(Derivable, TheAttackerFindsWhatIsNotCovered) {
  const auto uncovered = [](const tests::Population& population) {
    YearSource source = releasedFrom(population);
    for (YearMonth& month : source.months) month.published = withoutCover(month.published);
    return source;
  };
  EXPECT_EQ(leaksOf(releasedFrom, unrevised), 0);
  EXPECT_GT(leaksOf(uncovered, unrevised), 50);
}

TEST(Derivable, TheAttackerFindsOrganisationsThatAreNotCovered) {
  const auto uncovered = [](const tests::Population& population) {
    YearSource source = releasedFrom(population);
    for (auto& [key, cell] : source.quarters[0].published) {
      if (cell.fate == Fate::kCover) cell.fate = Fate::kTold;
    }
    return source;
  };
  EXPECT_GT(leaksOf(uncovered, unrevised), 20);
}

// Whatever changed is told anew, where the cell was and may be told.
YearFigures careless(const YearSource& source, const SuppressionRule& rule) {
  YearFigures year;
  for (std::size_t i = 0; i < kMonthsOfQuarter; ++i) {
    MonthFigures& month = year.months[i];
    month = source.months[i].published;
    const MonthFigures now = monthFigures(source.months[i].now, rule);
    for (const auto& [code, cell] : now.regions) {
      const auto old = month.regions.find(code);
      if (old != month.regions.end() && isTold(old->second) && isTold(cell))
        old->second = {cell.crowd, cell.fate, true};
    }
  }
  return year;
}

TEST(Derivable, TheAttackerFindsWhatARevisionGivesAway) {
  EXPECT_GT(leaksOf(releasedFrom, careless), 50);
}

}  // namespace
}  // namespace projections
