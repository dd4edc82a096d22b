#include "projections/render/account_parts_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace projections {
namespace {

TEST(AccountPartsJson, HoldNoFigureOfHiddenService) {
  ServiceFigures figures;
  figures.activities = 3;
  figures.volunteers = 9;
  EXPECT_EQ(serviceObject(figures)["volunteers"], 9);
  hideService(figures);
  EXPECT_EQ(serviceObject(figures), (Json{{"activities", 3}, {"hidden", true}}));
}

TEST(AccountPartsJson, HoldNoPopulationThatIsNotKnown) {
  EXPECT_TRUE(populationObject({}).is_null());
  PopulationRate rate;
  rate.people = 5;
  rate.policy.content = "{}";
  EXPECT_EQ(populationObject(rate)["people"], 5);
  EXPECT_FALSE(populationObject(rate)["policy"].contains("content"));
}

}  // namespace
}  // namespace projections
