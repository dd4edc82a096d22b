#include "ledger/base/ids.h"

#include <gtest/gtest.h>

#include "ledger/base/clock.h"

namespace ledger {
namespace {

TEST(IdText, IsCrockfordBase32OfOneBigEndianNumber) {
  Id16 bytes{};
  EXPECT_EQ(idText(bytes), "00000000000000000000000000");
  bytes[15] = 0x1f;
  EXPECT_EQ(idText(bytes), "0000000000000000000000000z");
  bytes.fill(0xff);
  // 128 one bits: the largest ULID (ULID specification, "Overflow Errors").
  EXPECT_EQ(idText(bytes), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
}

TEST(IdText, RoundTripsRandomIds) {
  SeededRandom random(7);
  for (int i = 0; i < 1000; ++i) {
    const auto id = random.id<PersonId>();
    const auto parsed = PersonId::parse(id.text());
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(*parsed, id);
  }
}

TEST(IdText, RefusesOtherSpellings) {
  for (const char* text : {"", "0", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000I",
                           "0000000000000000000000000i", "0000000000000000000000000Z", "000000000000000000000000000"}) {
    EXPECT_FALSE(parseIdText(text).ok()) << text;
  }
}

TEST(RegionStream, IsThePaddedIsoCode) {
  EXPECT_EQ(toHex(regionStream("KZ-75").view()), "4b5a2d37350000000000000000000000");
}

TEST(TimeOrderedId, SortsByTime) {
  SeededRandom random(1);
  EXPECT_LT(timeOrderedId(1'000, random), timeOrderedId(1'001, random));
}

}  // namespace
}  // namespace ledger
