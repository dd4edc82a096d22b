#include "projections/report/reconciliation_category.h"

#include <gtest/gtest.h>

#include <set>

namespace projections {
namespace {

TEST(ReconciliationCategories, AreEachNamedOnceAndReadBack) {
  std::set<std::string_view> names;
  std::set<ReconciledAs> kinds;
  for (const ReconciliationCategory& one : reconciliationCategories()) {
    EXPECT_TRUE(names.insert(one.name).second) << one.name;
    EXPECT_TRUE(kinds.insert(one.as).second) << one.name;
    const auto asked = parseCategory(one.name);
    ASSERT_TRUE(asked.ok()) << one.name;
    EXPECT_EQ(asked->category->as, one.as);
    EXPECT_EQ(asked->region, "");
  }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(ReconciledAs::kAwardsConferred) + 1);
}

TEST(ReconciliationCategories, TakeARegionWhereTheyAreKeptByIt) {
  const auto asked = parseCategory("projects/KZ-75");
  ASSERT_TRUE(asked.ok());
  EXPECT_EQ(asked->category->as, ReconciledAs::kProjects);
  EXPECT_EQ(asked->region, "KZ-75");
  EXPECT_EQ(parseCategory("awardsConferred/KZ-75").error().reason, "NO_REGION");
  EXPECT_EQ(parseCategory("projects/").error().reason, "NO_REGION");
}

TEST(ReconciliationCategories, PeopleAndHoursTakeNone) {
  for (const char* name : {"attestedMinutes", "importedMinutes", "attendedPeople", "volunteers"}) {
    const auto asked = parseCategory(std::string(name) + "/KZ-75");
    ASSERT_FALSE(asked.ok()) << name;
    EXPECT_EQ(asked.error().reason, "REGION_NOT_PUBLIC");
    EXPECT_TRUE(parseCategory(name).ok());
  }
  EXPECT_TRUE(parseCategory("activities/KZ-75").ok()) << "they are no people";
}

TEST(ReconciliationCategories, AnUnknownOneIsToldThoseThereAre) {
  const auto asked = parseCategory("project");
  EXPECT_EQ(asked.error().reason, "CATEGORY_UNKNOWN");
  EXPECT_NE(asked.error().message.find("'project'; there are attestedMinutes, "), std::string::npos);
  EXPECT_NE(asked.error().message.find("smallGrants"), std::string::npos);
  EXPECT_EQ(parseCategory("").error().reason, "CATEGORY_UNKNOWN");
}

}  // namespace
}  // namespace projections
