// Two readings of one page: what the ledger's read side tells and hides, and what the audit does, over random
// populations, with their revisions.
#include "audit/verify/release_cells.h"

#include <gtest/gtest.h>

#include "audit/verify/release_revision.h"
#include "tests/projections/release/populations.h"

namespace audit {
namespace {

constexpr int kPopulations = 1000;

Id idOfNumber(std::uint32_t number) {
  Id id{};
  id[14] = static_cast<std::uint8_t>(number >> 8U);
  id[15] = static_cast<std::uint8_t>(number & 0xff);
  return id;
}

std::vector<ReleasedHours> hoursOf(const projections::ReleaseEntries& entries) {
  std::vector<ReleasedHours> hours;
  for (const auto& one : entries) {
    hours.push_back(
        {idOfNumber(one.person), idOfNumber(one.organisation), one.region, one.activity, one.minutes, one.minor});
  }
  return hours;
}

// "KZ-71 12 people 1440 told".
std::string textOf(const std::string& code, std::size_t people, std::int64_t minutes, const char* how) {
  return code + " " + std::to_string(people) + " people " + std::to_string(minutes) + how + "\n";
}
std::string textOf(const std::string& code, const projections::ReleaseCell& cell) {
  if (!isTold(cell)) return code + " hidden\n";
  return textOf(code, cell.crowd.shares().size(), cell.crowd.minutes(), cell.revised ? " revised" : "");
}
std::string textOf(const std::string& code, const ReleasedCell& cell) {
  if (!cell.told) return code + " hidden\n";
  return textOf(code, cell.crowd.size(), minutesOf(cell.crowd), cell.revised ? " revised" : "");
}
std::string keyText(const std::string& code) {
  return code;
}
std::string keyText(const projections::OrganisationKey& key) {
  return key.region + " " + std::to_string(key.organisation);
}
std::string keyText(const CellKey& key) {
  return key.first + " " + std::to_string(key.second[14] * 256U + key.second[15]);
}
template <class Cells>
std::string textOf(const Cells& cells) {
  std::string text;
  for (const auto& [key, cell] : cells) text += textOf(keyText(key), cell);
  return text;
}
std::string regionsText(const ReleasedCells& cells) {
  std::string text;
  for (const auto& [key, cell] : cells) text += textOf(key.first, cell);
  return text;
}

TEST(ReleaseCells, BothTellTheSame) {
  projections::tests::Populations random(1130);
  for (int i = 0; i < kPopulations; ++i) {
    const auto population = random.next();
    const SuppressionBounds bounds{population.rule.least, population.rule.least_with_minors};
    projections::YearSource source;
    projections::QuarterEntries entries{};
    projections::QuarterMonths figures{};
    RevisedYear year;
    std::vector<MadeMonth> made;
    for (std::size_t month = 0; month < 3; ++month) {
      auto& there = source.months[month];
      there = {true, projections::monthFigures(population.before[month], population.rule), population.before[month],
               population.now[month]};
      entries[month] = &there.before;
      figures[month] = &there.published;
      made.push_back({hoursOf(population.before[month]), {}});
      made.back().told = monthOf(made.back().hours, bounds);
      year.months[month] = {true, made.back().told, made.back().hours, hoursOf(population.now[month])};
      ASSERT_EQ(regionsText(made.back().told.regions), textOf(there.published.regions)) << "population " << i;
      ASSERT_EQ(regionsText(made.back().told.activities), textOf(there.published.activities)) << "population " << i;
    }
    source.quarters[0] = {true, projections::quarterFigures(entries, figures, population.rule)};
    year.quarters[0] = quarterOf(made, bounds);
    ASSERT_EQ(textOf(*year.quarters[0]), textOf(source.quarters[0].published)) << "population " << i;
    const auto revised = projections::revisedFigures(source, population.rule);
    revise(year, bounds);
    for (std::size_t month = 0; month < 3; ++month) {
      ASSERT_EQ(year.months[month].told.is_there, revised.months[month].is_there);
      if (revised.months[month].is_there) {
        ASSERT_EQ(textOf("", year.months[month].told.country), textOf("", revised.months[month].national))
            << "population " << i;
      }
      ASSERT_EQ(regionsText(year.months[month].told.regions), textOf(revised.months[month].regions));
      ASSERT_EQ(regionsText(year.months[month].told.activities), textOf(revised.months[month].activities));
    }
    ASSERT_EQ(textOf(*year.quarters[0]), textOf(revised.quarters[0])) << "population " << i;
  }
}

}  // namespace
}  // namespace audit
