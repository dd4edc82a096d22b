#include "projections/report/population_rate.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

using tests::day;

class Population : public tests::AccountRegister {};

TEST_F(Population, IsThatOfTheNewestYearUpToTheDay) {
  const auto region = readPopulationRate(database_, "KZ-71", day("2026-06-01"));
  ASSERT_TRUE(region.ok());
  ASSERT_TRUE(region->has_value());
  EXPECT_EQ((*region)->people, 1'200);
  const auto country = readPopulationRate(database_, "", day("2026-06-01"));
  EXPECT_EQ((*country)->people, 2'000);
  EXPECT_EQ((*country)->regions, 2);
  EXPECT_EQ((*country)->year, 2026);
}

TEST_F(Population, IsNotKnownWhereNoPolicyApplies) {
  EXPECT_FALSE(readPopulationRate(database_, "KZ-71", day("2025-06-01"))->has_value());
  EXPECT_FALSE(readPopulationRate(database_, "KZ-10", day("2026-06-01"))->has_value());
}

TEST_F(Population, GivesHundredthsPerThousand) {
  PopulationRate rate;
  rate.people = 3'000;
  EXPECT_EQ(rate.perThousand(1), 33);
  EXPECT_EQ(rate.perThousand(2), 67) << "rounded half up";
  EXPECT_EQ(rate.perThousand(3), 100);
}

}  // namespace
}  // namespace projections
