// H05, H06, H21, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/hours_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

std::uint64_t copies(int people, AttestationMethod method) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(240);
  std::vector<Act> acts;
  for (int i = 0; i < people; ++i) {
    acts = joined(std::move(acts), world.served(world.claiming(world.enrol(), where, 200, 60),
                                                [&](HoursAttest& attest) { attest.method = method; }));
  }
  return world.raisedBy("H05", acts);
}

TEST(BulkCopies, OfTenAreRaisedOfNineNot) {
  EXPECT_EQ(copies(10, AttestationMethod::kReport), 1U);
  EXPECT_EQ(copies(9, AttestationMethod::kReport), 0U);
}

TEST(BulkCopies, ByARosterAreNone) {
  EXPECT_EQ(copies(10, AttestationMethod::kRoster), 0U);
}

// Hours of one organisation, so many by each of these.
std::uint64_t shares(const std::vector<int>& entries) {
  HoursWorld world;
  world.threshold("H06.least", 10);
  const SubjectId where = world.scheduled();
  world.wait(240);
  std::vector<Act> acts;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Actor one = world.enrol();
    for (int n = 0; n < entries[i]; ++n) {
      acts = joined(std::move(acts), world.servedBefore(world.claiming(*world.volunteer, where, 200, 10), one));
    }
  }
  return world.raisedBy("H06", acts);
}

TEST(Concentration, MoreThanFourTenthsByOneOfThreeAreRaised) {
  EXPECT_EQ(shares({4, 3, 3}), 0U);
  EXPECT_EQ(shares({5, 3, 3}), 1U);
}

TEST(Concentration, OfTwoIsNone) {
  EXPECT_EQ(shares({9, 1}), 0U);
}

TEST(Concentration, OfFewEntriesIsNone) {
  EXPECT_EQ(shares({5, 2, 2}), 0U);
}

std::uint64_t inAMinute(int entries, AttestationMethod method) {
  HoursWorld world;
  world.threshold("H06.minute", 4);
  const SubjectId where = world.scheduled();
  world.wait(240);
  std::vector<Act> acts;
  for (int i = 0; i < entries; ++i) {
    acts = joined(std::move(acts), world.served(world.claiming(*world.volunteer, where, 200 - i * 10, 10),
                                                [&](HoursAttest& attest) { attest.method = method; }));
  }
  return world.raisedBy("H06", acts);
}

TEST(Concentration, MoreEntriesInAMinuteThanOneCanReadAreRaised) {
  EXPECT_EQ(inAMinute(4, AttestationMethod::kPresent), 0U);
  EXPECT_EQ(inAMinute(5, AttestationMethod::kPresent), 1U);
  EXPECT_EQ(inAMinute(5, AttestationMethod::kRoster), 0U);
}

// Of twenty entries so many are corrected to that.
std::uint64_t corrected(int entries, std::int64_t minutes) {
  HoursWorld world;
  const SubjectId where = world.scheduled();
  world.wait(500);
  std::vector<Act> acts;
  for (int i = 0; i < 20; ++i) {
    const HoursClaim claim = world.claiming(*world.volunteer, where, 490 - i * 20, 20);
    acts = joined(std::move(acts), world.served(claim, [](HoursAttest& attest) {
      attest.minutes = Minutes(10);
      attest.reason = HoursReason::kLeftEarly;
    }));
    if (i < entries) {
      acts.push_back(personal(*world.attestor,
                              HoursCorrect{claim.hours, Minutes(minutes), HoursReason::kArithmetic, world.now()}));
    }
  }
  return world.raisedBy("H21", acts);
}

TEST(Corrections, OfMoreThanATenthAlwaysUpwardsAreRaised) {
  EXPECT_EQ(corrected(2, 15), 0U);
  EXPECT_EQ(corrected(3, 15), 1U);
}

TEST(Corrections, DownwardsAreNone) {
  EXPECT_EQ(corrected(3, 5), 0U);
}

}  // namespace
}  // namespace audit::tests
