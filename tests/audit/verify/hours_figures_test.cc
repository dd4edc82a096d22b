// Which part of an entry is in which figure of hours, state by state.
#include "audit/verify/hours_figures.h"

#include <gtest/gtest.h>

namespace audit::tests {
namespace {

// 90 minutes were claimed, and so many stand.
Hours entry(HoursState state, std::int64_t standing) {
  Hours hours;
  hours.state = state;
  hours.claimed = 90;
  hours.standing = standing;
  hours.imported = state == HoursState::kImported;
  return hours;
}

// Entries, claimed, waiting, attested, disputed, imported.
std::string partsOf(const Hours& hours) {
  std::string text;
  for (const HoursFigure figure : kHoursFigures)
    text += (text.empty() ? "" : " ") + std::to_string(static_cast<std::int64_t>(partOf(hours, figure)));
  return text;
}

TEST(HoursFigures, TellWhatOfAnEntryCountsInEachState) {
  EXPECT_EQ(partsOf(entry(HoursState::kClaimed, 0)), "1 90 90 0 0 0");
  EXPECT_EQ(partsOf(entry(HoursState::kAttested, 80)), "1 90 0 80 0 0");
  EXPECT_EQ(partsOf(entry(HoursState::kCorrected, 70)), "1 90 0 70 0 0");
  EXPECT_EQ(partsOf(entry(HoursState::kRejected, 0)), "1 90 0 0 0 0");
  EXPECT_EQ(partsOf(entry(HoursState::kDisputed, 80)), "1 90 0 80 80 0") << "disputed minutes are attested, too";
  EXPECT_EQ(partsOf(entry(HoursState::kImported, 90)), "1 0 0 0 0 90") << "imported ones are never attested";
}

TEST(HoursFigures, LeaveOutWhatIsVoid) {
  EXPECT_EQ(partsOf(entry(HoursState::kVoided, 0)), "0 0 0 0 0 0");
  Hours imported = entry(HoursState::kVoided, 0);
  imported.imported = true;
  EXPECT_EQ(partsOf(imported), "0 0 0 0 0 0");
}

TEST(HoursFigures, HaveTheNamesOfTheReport) {
  std::string names;
  for (const HoursFigure figure : kHoursFigures) names += std::string(nameOf(figure)) + " ";
  EXPECT_EQ(names, "entries claimedMinutes waitingMinutes attestedMinutes disputedMinutes importedMinutes ");
}

}  // namespace
}  // namespace audit::tests
