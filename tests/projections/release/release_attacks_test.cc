// Attacks on published figures, each named for what it tries.
#include <gtest/gtest.h>

#include "projections/release/release_tables.h"
#include "tests/projections/release/attacker.h"

namespace projections {
namespace {

constexpr SuppressionRule kRule;

class ReleaseAttacks : public ::testing::Test {
 protected:
  static ReleaseEntries people(std::uint32_t from, std::uint32_t count, const char* region,
                               std::uint32_t organisation) {
    ReleaseEntries entries;
    for (std::uint32_t i = 0; i < count; ++i) entries.push_back({from + i, organisation, region, "shift", 60, false});
    return entries;
  }
  void serve(std::uint32_t from, std::uint32_t count, const char* region, std::uint32_t organisation) {
    const auto more = people(from, count, region, organisation);
    before_.insert(before_.end(), more.begin(), more.end());
    now_.insert(now_.end(), more.begin(), more.end());
  }
  void late(std::uint32_t from, std::uint32_t count, const char* region, std::uint32_t organisation) {
    const auto more = people(from, count, region, organisation);
    now_.insert(now_.end(), more.begin(), more.end());
  }
  YearSource released() {
    YearSource source;
    source.months[0] = {true, monthFigures(before_, kRule), before_, now_};
    for (std::size_t i : {1U, 2U}) source.months[i].is_released = true;
    source.quarters[0] = {
        true,
        quarterFigures({&before_, &none_, &none_},
                       {&source.months[0].published, &source.months[1].published, &source.months[2].published}, kRule)};
    return source;
  }
  std::string leak() {
    const YearSource source = released();
    return tests::firstLeak(source, revisedFigures(source, kRule), kRule);
  }

  ReleaseEntries before_;
  ReleaseEntries now_;
  ReleaseEntries none_;
};

TEST_F(ReleaseAttacks, AHiddenCellFromItsSumAndTheOthers) {
  serve(0, 40, "KZ-71", 0), serve(100, 9, "KZ-75", 1), serve(200, 25, "KZ-10", 2);
  const auto regions = released().months[0].published.regions;
  EXPECT_EQ(regions.at("KZ-75").fate, Fate::kFew);
  EXPECT_EQ(regions.at("KZ-10").fate, Fate::kCover);
  EXPECT_EQ(leak(), "");
}

TEST_F(ReleaseAttacks, TheDifferenceOfAReleaseAndItsRevision) {
  serve(0, 40, "KZ-71", 0), serve(100, 40, "KZ-75", 1);
  late(300, 9, "KZ-71", 0);
  YearSource source = released();
  EXPECT_FALSE(revisedFigures(source, kRule).months[0].national.revised) << "nine people";
  late(400, 1, "KZ-71", 0);
  source = released();
  const YearFigures year = revisedFigures(source, kRule);
  EXPECT_TRUE(year.months[0].national.revised) << "ten people";
  EXPECT_TRUE(year.months[0].regions.at("KZ-71").revised);
  EXPECT_TRUE(year.quarters[0].at({"KZ-71", 0}).revised);
  EXPECT_EQ(leak(), "");
}

// Twelve changed in the country, ten of them in one region: revising both would tell of the two elsewhere.
TEST_F(ReleaseAttacks, AChangeElsewhereFromTheSumAndTheRevisedCell) {
  serve(0, 40, "KZ-71", 0), serve(100, 40, "KZ-75", 1);
  late(300, 10, "KZ-71", 0), late(400, 2, "KZ-75", 1);
  const YearFigures year = revisedFigures(released(), kRule);
  EXPECT_TRUE(year.months[0].national.revised);
  EXPECT_FALSE(year.months[0].regions.at("KZ-71").revised);
  EXPECT_EQ(leak(), "");
}

TEST_F(ReleaseAttacks, OneMoreVolunteerAfterwards) {
  serve(0, 40, "KZ-71", 0), serve(100, 40, "KZ-75", 1);
  late(300, 1, "KZ-71", 0);
  const YearSource source = released();
  const YearFigures year = revisedFigures(source, kRule);
  EXPECT_EQ(year.months[0].national.crowd.people(), 80) << "the old value stays";
  EXPECT_EQ(year.months[0].regions.at("KZ-71").crowd.people(), 40);
  EXPECT_EQ(year.quarters[0].at({"KZ-71", 0}).crowd.people(), 40);
}

TEST_F(ReleaseAttacks, ADominantVolunteer) {
  serve(0, 40, "KZ-71", 0), serve(100, 11, "KZ-75", 1), serve(200, 30, "KZ-10", 2);
  const ReleaseEntry dominant{150, 1, "KZ-75", "shift", 60 * 11 + 30, false};  // 51 % of twelve people's hours
  before_.push_back(dominant), now_.push_back(dominant);
  const auto regions = released().months[0].published.regions;
  EXPECT_EQ(regions.at("KZ-75").fate, Fate::kDominated);
  EXPECT_EQ(leak(), "");
}

// Kinds that did not change stay true beside a region that was revised: what R1 has beyond E is one person.
TEST_F(ReleaseAttacks, AKindThatDidNotChangeFromARegionThatDid) {
  const auto serveAs = [&](std::uint32_t from, std::uint32_t count, const char* region, const char* kind,
                           std::int64_t minutes, bool stays = true) {
    for (std::uint32_t i = 0; i < count; ++i) {
      const ReleaseEntry one{from + i, 0, region, kind, minutes, false};
      before_.push_back(one);
      if (stays) now_.push_back(one);
    }
  };
  serveAs(0, 30, "KZ-71", "event", 60);
  serveAs(100, 11, "KZ-71", "shift", 240, false);  // voided later
  serveAs(200, 1, "KZ-71", "shift", 1'200);
  serveAs(300, 40, "KZ-75", "shift", 60);
  const YearSource source = released();
  EXPECT_TRUE(isTold(source.months[0].published.activities.at("event")));
  EXPECT_TRUE(isTold(source.months[0].published.regions.at("KZ-71")));
  const YearFigures year = revisedFigures(source, kRule);
  EXPECT_FALSE(year.months[0].national.revised);
  EXPECT_FALSE(year.months[0].regions.at("KZ-71").revised);
  EXPECT_EQ(leak(), "");
}

// Nine volunteers in the only organisation of a region: the region is hidden for the same reason, and covered.
TEST_F(ReleaseAttacks, TheOnlyOrganisationOfItsRegion) {
  serve(0, 40, "KZ-71", 0), serve(100, 9, "KZ-75", 1), serve(200, 25, "KZ-10", 2);
  const YearSource source = released();
  EXPECT_EQ(source.months[0].published.regions.at("KZ-75").fate, Fate::kFew);
  EXPECT_FALSE(isTold(source.quarters[0].published.at({"KZ-75", 1})));
  EXPECT_TRUE(isTold(source.quarters[0].published.at({"KZ-71", 0})));
  EXPECT_EQ(leak(), "");
}

// Beside a larger one in a region that is told, it and the larger one are hidden: the region alone is told.
TEST_F(ReleaseAttacks, ASmallOrganisationBesideALargeOne) {
  serve(0, 40, "KZ-71", 0), serve(100, 9, "KZ-71", 1), serve(200, 25, "KZ-10", 2);
  const YearSource source = released();
  EXPECT_TRUE(isTold(source.months[0].published.regions.at("KZ-71")));
  EXPECT_FALSE(isTold(source.quarters[0].published.at({"KZ-71", 0})));
  EXPECT_FALSE(isTold(source.quarters[0].published.at({"KZ-71", 1})));
  EXPECT_EQ(leak(), "");
}

// There is nothing to ask but these periods: no day, no organisation, no sort, no limit.
TEST_F(ReleaseAttacks, FreeFilters) {
  for (const char* asked : {"2026-10-05", "2026-10..2026-11", "2026-W40", "2026-13", "2026-00", "2026-Q5", "2026-Q0",
                            "2026-10?org=1", "KZ-71", "", "202", "20261", "2026-1", "2026-q4", "2026-+1", "1999"}) {
    const auto period = parseReleasePeriod(asked);
    ASSERT_FALSE(period) << asked;
    EXPECT_EQ(period.error().reason, "BAD_PERIOD");
  }
}

}  // namespace
}  // namespace projections
