#include "tests/support/world.h"

#include <gtest/gtest.h>

namespace tests {
namespace {

using namespace ledger;

TEST(World, IsMadeWithoutARefusalAndCarriesOneServiceThrough) {
  World world;
  ASSERT_EQ(world.failure(), "");
  world.advance(2 * kMsPerDay);
  const SubjectId hours = world.newId();
  const Instant begin{kWorldStart + kMsPerDay, 300};
  const HoursClaim claim{hours, world.volunteer.person, world.activity, begin, {}, Minutes{120}, "assistant", {}, {},
                         {}};
  EXPECT_EQ(world.refusal(world.volunteer, claim), "");
  const HoursAttest attest{hours, Minutes{120}, AttestationMethod::kPresent, HoursReason::kNone, world.now()};
  EXPECT_EQ(world.refusal(world.volunteer, attest), "ROLE_MISSING");
  EXPECT_EQ(world.refusal(world.attestor, attest), "");
}

TEST(World, AwardsByTwoFunders) {
  World world;
  const GrantAward award{world.newId(),      "SG-2026-0001",     "Sample",   world.funder,
                         world.organisation, world.programme,    "KZ-71",    Money{30'000'000, *Currency::parse("KZT")},
                         GrantClass::kSmall, FundSource::kState, world.now()};
  EXPECT_EQ(world.refusalByTwo(world.funder1, world.funder1, award), "SAME_PERSON");
  EXPECT_EQ(world.refusalByTwo(world.funder1, world.funder2, award), "");
}

}  // namespace
}  // namespace tests
