#include "ledger/event/codec.h"

#include <gtest/gtest.h>

#include <set>

#include "ledger/base/clock.h"
#include "tests/support/seed.h"

namespace ledger {
namespace {

Command sampleClaim() {
  SeededRandom random(11);
  HoursClaim claim;
  claim.hours = random.id<SubjectId>();
  claim.volunteer = random.id<PersonId>();
  claim.activity = random.id<SubjectId>();
  claim.occurred_at = *Instant::parse("2026-03-01T10:00:00+05:00");
  claim.minutes = Minutes{120};
  claim.role = "kitchen-assistant";
  claim.presence = Presence::kOnline;
  return Command{random.id<NonceId>(), {}, claim};
}

Entry sampleEntry() {
  SeededRandom random(12);
  Entry entry;
  entry.version = 1;
  entry.index = 7;
  entry.streams = {{random.id<SubjectId>(), 3, 2}};
  entry.recorded_at = 1772341200000;
  entry.salt = random.id<NonceId>();
  entry.body = EventBody{6, 0, encode(sampleClaim()), Decision{1, Effect::kEffective, 4, 0, {Flag::kOverDayLimit}}};
  return entry;
}

TEST(Codec, RoundTripsACommand) {
  const Command command = sampleClaim();
  const auto decoded = decodeCommand(encode(command));
  ASSERT_TRUE(decoded.ok()) << decoded.error().message;
  EXPECT_EQ(*decoded, command);
  EXPECT_EQ(kindOf(*decoded), Kind::kHoursClaim);
}

TEST(Codec, RoundTripsAnOptionalInterval) {
  Command command = sampleClaim();
  command.body.edit<HoursClaim>().until = *Instant::parse("2026-03-01T12:30:00+05:00");
  const auto decoded = decodeCommand(encode(command));
  ASSERT_TRUE(decoded.ok()) << decoded.error().message;
  EXPECT_EQ(*decoded, command);
}

TEST(Codec, RoundTripsAnEntry) {
  const Entry entry = sampleEntry();
  const auto decoded = decodeEntry(encode(entry));
  ASSERT_TRUE(decoded.ok()) << decoded.error().message;
  EXPECT_EQ(*decoded, entry);
}

TEST(Codec, SaysWhichFieldIsMissing) {
  Command command = sampleClaim();
  command.body.edit<HoursClaim>().role.clear();
  const auto decoded = decodeCommand(encode(command));
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().reason, "MALFORMED");
  EXPECT_NE(decoded.error().message.find("HoursClaim.role"), std::string::npos) << decoded.error().message;
}

TEST(Codec, RefusesBytesAfterTheMessage) {
  Bytes bytes = encode(sampleClaim());
  bytes.resize(bytes.size() + 8);
  EXPECT_EQ(decodeCommand(bytes).error().reason, "NOT_CANONICAL");
  bytes.resize(bytes.size() - 3);
  EXPECT_EQ(decodeCommand(bytes).error().reason, "MALFORMED");
}

// Every one-bit change either is refused, or decodes to another value that encodes to those very bytes.
TEST(Codec, HasOneSpellingForEachValue) {
  for (const Bytes& original : {encode(sampleClaim()), encode(sampleEntry())}) {
    std::size_t accepted = 0;
    for (std::size_t bit = 0; bit < original.size() * 8; ++bit) {
      Bytes bytes = original;
      bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << (bit % 8)));
      if (const auto command = decodeCommand(bytes)) {
        ++accepted;
        EXPECT_EQ(encode(*command), bytes);
        EXPECT_NE(bytes, original);
      }
      if (const auto entry = decodeEntry(bytes)) {
        EXPECT_EQ(encode(*entry), bytes);
      }
    }
    EXPECT_LT(accepted, original.size() * 8);
  }
}

TEST(Codec, SurvivesRandomBytes) {
  SeededRandom random(tests::seedOr(99));
  for (int round = 0; round < 20000; ++round) {
    Bytes bytes(8 * (1 + random.below(40)));
    random.fill(bytes);
    EXPECT_FALSE(decodeEntry(bytes).ok());
    EXPECT_FALSE(decodeSubmission(bytes).ok());
  }
}

TEST(Codec, ReadsStoredEntriesWithoutReencoding) {
  const Entry entry = sampleEntry();
  EXPECT_EQ(*decodeStoredEntry(encode(entry)), entry);
}

TEST(Kinds, HaveUniquePastTenseNames) {
  std::set<std::string_view> events;
  for (std::size_t i = 0; i < kKinds; ++i) {
    const KindTraits& traits = traitsOf(static_cast<Kind>(i));
    EXPECT_TRUE(events.insert(traits.event).second) << traits.event;
    EXPECT_FALSE(traits.does.empty()) << traits.command;
    EXPECT_LE(traits.streams.size(), 8U);
  }
  EXPECT_EQ(traitsOf(Kind::kHoursClaim).visibility, Visibility::kPrivate);
  EXPECT_EQ(traitsOf(Kind::kShiftOpen).visibility, Visibility::kScoped);
  EXPECT_TRUE(traitsOf(Kind::kEndorse).inherits);
  EXPECT_TRUE(traitsOf(Kind::kHoursClaim).importable);
  EXPECT_FALSE(traitsOf(Kind::kHoursAttest).importable);
}

}  // namespace
}  // namespace ledger
