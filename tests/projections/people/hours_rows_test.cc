#include "projections/people/hours_rows.h"

#include <gtest/gtest.h>

#include "projections/columns.h"

namespace projections {
namespace {

using ledger::Minutes;

HoursEntryRow entryIn(HoursState state, int claimed, int standing) {
  HoursEntryRow row;
  row.state = state;
  row.claimed = Minutes{claimed};
  row.minutes = Minutes{standing};
  return row;
}

TEST(HoursSums, CountDisputedMinutesAmongTheAttested) {
  const HoursSums sums = sumsOf(entryIn(HoursState::kDisputed, 90, 80));
  EXPECT_EQ(sums.attested, Minutes{80});
  EXPECT_EQ(sums.disputed, Minutes{80});
  EXPECT_EQ(sums.waiting, Minutes{0});
}

TEST(HoursSums, KeepImportedMinutesApart) {
  const HoursSums sums = sumsOf(entryIn(HoursState::kImported, 90, 90));
  EXPECT_EQ(sums.imported, Minutes{90});
  EXPECT_EQ(sums.attested, Minutes{0});
  EXPECT_EQ(sums.claimed, Minutes{0});
}

TEST(HoursSums, LeaveOutWhatIsVoided) {
  EXPECT_EQ(sumsOf(entryIn(HoursState::kVoided, 90, 0)), HoursSums{});
}

TEST(HoursSums, ComeBackToNothingWhenTakenAway) {
  HoursSums sums = sumsOf(entryIn(HoursState::kClaimed, 90, 0));
  EXPECT_EQ(sums.waiting, Minutes{90});
  sums += sumsOf(entryIn(HoursState::kAttested, 60, 60));
  sums -= sumsOf(entryIn(HoursState::kClaimed, 90, 0));
  sums -= sumsOf(entryIn(HoursState::kAttested, 60, 60));
  EXPECT_EQ(sums, HoursSums{});
}

TEST(HoursState, IsReadBackFromItsName) {
  for (std::uint16_t i = 0; i < ledger::kEnumerants<HoursState>; ++i) {
    const auto state = static_cast<HoursState>(i);
    EXPECT_FALSE(nameOf(state).empty());
    EXPECT_EQ(enumNamed<HoursState>(nameOf(state)), state);
  }
}

}  // namespace
}  // namespace projections
