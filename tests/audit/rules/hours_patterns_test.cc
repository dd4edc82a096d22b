// H13, H14, H15, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// Entries of these minutes, in an activity so long.
Outcome entriesOf(const std::vector<std::int64_t>& list, std::int64_t scheduled) {
  HoursWorld world;
  world.threshold("H13.least", static_cast<std::int64_t>(list.size()));
  const SubjectId where = world.scheduled(scheduled);
  world.wait(600);
  std::vector<HoursClaim> claims;
  for (const std::int64_t minutes : list) claims.push_back(world.claiming(world.enrol(), where, 500, minutes));
  world.importHours(claims);
  return world.look("H13");
}

TEST(RoundHours, AreRaisedWhereAllAreRound) {
  EXPECT_EQ(entriesOf({240, 240, 480, 240}, 600).raised, 1U);
  EXPECT_EQ(entriesOf({240, 240, 480, 241}, 600).raised, 0U);
}

TEST(RoundHours, OfAShiftThatLongAreNone) {
  const Outcome outcome = entriesOf({240, 240, 240, 240}, 240);
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.looked, 0U);
}

std::uint64_t late(std::size_t entries, std::int64_t days) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(days * kDay);
  std::vector<HoursClaim> claims;
  for (std::size_t i = 0; i < entries; ++i)
    claims.push_back(world.claiming(*world.volunteer, where, days * kDay - static_cast<std::int64_t>(i) * 20, 20));
  return world.raisedBy("H14", world.servedAll(claims));
}

TEST(LateBatches, OfTwoEntriesAfterThirtyOneDaysAreRaised) {
  EXPECT_EQ(late(2, 31), 1U);
  EXPECT_EQ(late(2, 30), 0U);
  EXPECT_EQ(late(1, 31), 0U);
}

TEST(LateBatches, OfImportsAreNotChecked) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(40 * kDay);
  world.importHours({world.claiming(*world.volunteer, where, 40 * kDay, 20),
                     world.claiming(*world.volunteer, where, 40 * kDay - 30, 20)});
  const Outcome outcome = world.look("H14");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.missing.size(), 2U);
}

std::uint64_t totals(const std::vector<std::int64_t>& list) {
  HoursWorld world;
  world.threshold("H15.least", 7);
  const SubjectId where = world.scheduled(2 * kDay);
  world.wait(2 * kDay);
  std::vector<HoursClaim> claims;
  for (const std::int64_t minutes : list) claims.push_back(world.claiming(world.enrol(), where, 2 * kDay, minutes));
  world.importHours(claims);
  return world.raised("H15");
}

TEST(Thresholds, HuggedBySevenOfSevenAreRaisedBySixNot) {
  EXPECT_EQ(totals({1200, 1210, 1220, 1200, 1230, 1319, 1200}), 1U);
  EXPECT_EQ(totals({1200, 1210, 1220, 1200, 1230, 1319, 1199}), 0U);
  EXPECT_EQ(totals({1200, 1210, 1220, 1200, 1230, 1319, 1320}), 0U);  // too few are near it
}

}  // namespace
}  // namespace audit::tests
