#include "projections/release/release_figures.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

constexpr SuppressionRule kRule;

class ReleaseFiguresTest : public ::testing::Test {
 protected:
  // So many people of their own, an hour each.
  void serve(std::uint32_t people, const char* region, std::uint32_t organisation, const char* activity = "shift") {
    for (std::uint32_t i = 0; i < people; ++i) month_.push_back({next_++, organisation, region, activity, 60, false});
  }
  Fate regionOf(const std::string& code) { return monthFigures(month_, kRule).regions.at(code).fate; }
  CellsByOrganisation quarter() {
    const MonthFigures figures = monthFigures(month_, kRule);
    const MonthFigures none;
    const ReleaseEntries empty;
    return quarterFigures({&month_, &empty, &empty}, {&figures, &none, &none}, kRule);
  }

  ReleaseEntries month_;
  std::uint32_t next_ = 0;
};

TEST_F(ReleaseFiguresTest, AMonthHasItsCountryItsRegionsAndItsKinds) {
  serve(12, "KZ-71", 0), serve(15, "KZ-75", 1, "event");
  const MonthFigures month = monthFigures(month_, kRule);
  EXPECT_TRUE(isTold(month.national));
  EXPECT_EQ(month.national.crowd.people(), 27);
  EXPECT_EQ(month.regions.size(), 2U);
  EXPECT_TRUE(isTold(month.activities.at("event")));
}

TEST_F(ReleaseFiguresTest, UnderAHiddenCountryAllIsHidden) {
  serve(9, "KZ-71", 0);
  EXPECT_EQ(regionOf("KZ-71"), Fate::kUnder);
  EXPECT_FALSE(monthFigures({}, kRule).is_there);
}

TEST_F(ReleaseFiguresTest, EntriesWithoutAttestedMinutesMakeASmallCell) {
  serve(30, "KZ-71", 0), serve(30, "KZ-75", 1);
  month_.push_back({999, 2, "KZ-10", "shift", 0, false});
  EXPECT_EQ(regionOf("KZ-10"), Fate::kFew);
  EXPECT_EQ(regionOf("KZ-71"), Fate::kCover);
  EXPECT_EQ(regionOf("KZ-75"), Fate::kTold);
}

TEST_F(ReleaseFiguresTest, OrganisationsFollowTheirRegionInEveryMonth) {
  serve(12, "KZ-71", 0), serve(20, "KZ-71", 1), serve(40, "KZ-75", 2), serve(5, "KZ-10", 3), serve(8, "KZ-15", 4);
  const CellsByOrganisation cells = quarter();
  EXPECT_TRUE(isTold(cells.at({"KZ-71", 0})));
  EXPECT_TRUE(isTold(cells.at({"KZ-75", 2})));
  EXPECT_EQ(cells.at({"KZ-10", 3}).fate, Fate::kUnder);
}

// The first organisation served in one month alone, beside three people of the second.
TEST_F(ReleaseFiguresTest, AnOrganisationOfOneMonthIsHiddenBesideFew) {
  serve(20, "KZ-71", 0), serve(3, "KZ-71", 1);
  ReleaseEntries second;
  for (std::uint32_t i = 0; i < 20; ++i) second.push_back({500 + i, 1, "KZ-71", "shift", 60, false});
  const MonthFigures first = monthFigures(month_, kRule);
  const MonthFigures next = monthFigures(second, kRule);
  const MonthFigures none;
  const ReleaseEntries empty;
  const auto cells = quarterFigures({&month_, &second, &empty}, {&first, &next, &none}, kRule);
  EXPECT_FALSE(isTold(cells.at({"KZ-71", 0})));
  EXPECT_FALSE(isTold(cells.at({"KZ-71", 1})));
}

}  // namespace
}  // namespace projections
