// The ledger's rules and a reference model written from the page alone agree on a hundred thousand short histories.
// ASAR_NIGHTLY=1 plays others; RC_PARAMS=seed=… plays those again.
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "tests/reference/driver.h"
#include "tests/support/seed.h"

namespace reference {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t kHistories = 500;  // instrumented, each takes ten times as long
constexpr bool kFewHistories = true;
#else
constexpr std::uint64_t kHistories = 25'000;  // in each of the four tests
constexpr bool kFewHistories = false;
#endif
// By which the histories are judged, in turn.
constexpr std::array<std::uint16_t, 2> kVersions = {2, 3};

const Stage& stage() {
  static const Stage kStage;
  return kStage;
}

void expectAgreement(std::uint64_t quarter) {
  const std::uint64_t first = tests::seedOr(1);
  Tally tally;
  for (std::uint64_t i = 0; i < kHistories; ++i) {
    const std::uint64_t seed = first + quarter * kHistories + i;
    const auto difference = play(stage(), {seed, kVersions[i % kVersions.size()], Fault::kNone}, tally);
    ASSERT_FALSE(difference) << "RC_PARAMS=seed=" << first << "\n" << *difference;
  }
  if (kFewHistories) return;
  std::string counts;
  int kinds = 0;
  for (const auto& [name, count] : tally.taken) {
    counts += name + "=" + std::to_string(count) + " ";
    if (count >= 100) ++kinds;
  }
  EXPECT_EQ(kinds, 24) << "too tame; often taken were only some: " << counts;
  int names = 0;
  for (const auto& [name, count] : tally.refused) {
    counts += name + "=" + std::to_string(count) + " ";
    if (count >= 20) ++names;
  }
  EXPECT_GE(names, 45) << "too tame; often refused was only by some names: " << counts;
  std::printf("%d commands: %s\n", tally.commands, counts.c_str());
}

TEST(Reference, AgreesOnTheFirstQuarterOfHistories) {
  expectAgreement(0);
}
TEST(Reference, AgreesOnTheSecondQuarterOfHistories) {
  expectAgreement(1);
}
TEST(Reference, AgreesOnTheThirdQuarterOfHistories) {
  expectAgreement(2);
}
TEST(Reference, AgreesOnTheFourthQuarterOfHistories) {
  expectAgreement(3);
}

// Told a wrong rule, the model differs from the ledger, and soon.
class PlantedFault : public ::testing::TestWithParam<Fault> {};

TEST_P(PlantedFault, IsFound) {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
    if (play(stage(), {seed, kVersions[seed % kVersions.size()], GetParam()}, tally)) return;
  }
  FAIL() << "not found in " << tally.commands << " commands";
}

std::vector<Fault> faults() {
  std::vector<Fault> all = {Fault::kDayOf1441,           Fault::kDayNotSplit,     Fault::kTouchingOverlaps,
                            Fault::kCorrectionForgotten, Fault::kOnlyLastBalance, Fault::kReversalForgotten,
                            Fault::kDisallowedIsSpent,   Fault::kLineUnbounded,   Fault::kPayerMayApprove};
  // Of rules that version 3 brought.
  if (kVersions.back() >= 3) all.insert(all.end(), {Fault::kSplitNotAsked, Fault::kLateAlone});
  return all;
}

INSTANTIATE_TEST_SUITE_P(Reference, PlantedFault, ::testing::ValuesIn(faults()));

}  // namespace
}  // namespace reference
