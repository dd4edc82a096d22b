// H04, with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// Two services, so many minutes apart; Astana and Almaty are more than 900 km apart.
Outcome twoPlaces(const std::string& place, const std::string& other, std::int64_t apart, bool online = false) {
  HoursWorld world;
  const SubjectId here = world.scheduled(2000, place);
  const SubjectId there = world.scheduled(2000, other);
  world.wait(120 + apart);
  HoursClaim second = world.claiming(*world.volunteer, there, 60, 60);
  if (online) second.presence = Presence::kOnline;
  return world.look("H04", world.servedAll({world.claiming(*world.volunteer, here, 120 + apart, 60), second}));
}

TEST(Travel, FasterThanAnybodyIsRaised) {
  EXPECT_EQ(twoPlaces("711010000", "750000000", 330).raised, 1U);
  EXPECT_EQ(twoPlaces("711010000", "750000000", 420).raised, 0U);
}

TEST(Travel, WithinOneRegionAndBetweenNeighboursIsNone) {
  EXPECT_EQ(twoPlaces("711010000", "711010000", 0).raised, 0U);
  EXPECT_EQ(twoPlaces("711010000", "111010000", 0).raised, 0U);
}

TEST(Travel, OfWhatIsDoneOnlineIsNone) {
  EXPECT_EQ(twoPlaces("711010000", "750000000", 0, true).raised, 0U);
}

TEST(Travel, WithoutPlacesIsNotChecked) {
  const Outcome outcome = twoPlaces("", "750000000", 0);
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
  EXPECT_EQ(outcome.missing.size(), 2U);
}

}  // namespace
}  // namespace audit::tests
