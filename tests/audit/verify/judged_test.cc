// What was judged, as it is written down: read as it was written, or not at all.
#include "audit/verify/judged.h"

#include <gtest/gtest.h>

#include "tests/audit/answers/answered_log.h"

namespace audit::tests {
namespace {

Judged madeRecord(std::uint8_t seed = 3) {
  const auto key = keyOf(seed);
  return {thisAuditor(), Id{7}, verifierKeyOf(key), *SignedCheckpoint::parse(checkpointOf(numbered(5), key))};
}

TEST(Judged, IsReadAsItWasWritten) {
  const Judged made = madeRecord();
  const auto read = Judged::parse(bytesOf(made.text()));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->by, thisAuditor());
  EXPECT_EQ(read->ledger, Id{7});
  EXPECT_EQ(read->key.text(), made.key.text());
  EXPECT_EQ(read->seen.bytes, made.seen.bytes);
  EXPECT_EQ(read->size(), 5U);
  EXPECT_EQ(made.text().find("asar/judged/v1\nby asar-audit "), 0U);
}

TEST(Judged, EveryChangedByteIsDamage) {
  const std::string text = madeRecord().text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 7)));
    EXPECT_FALSE(Judged::parse(bytesOf(changed))) << "byte " << i;
    EXPECT_FALSE(Judged::parse(bytesOf(text.substr(0, i)))) << "cut off at " << i;
  }
  EXPECT_FALSE(Judged::parse(bytesOf(text + "\n")));
}

// The hash at its end fits what somebody wrote; the checkpoint has to be signed by the key all the same.
TEST(Judged, ACheckpointOfAnotherKeyIsNone) {
  Judged made = madeRecord();
  made.key = verifierKeyOf(keyOf(4));
  EXPECT_FALSE(Judged::parse(bytesOf(made.text())));
  made = madeRecord();
  made.key = VerifierKey::of("log.example/other", keyOf(3).publicKey());
  EXPECT_FALSE(Judged::parse(bytesOf(made.text())));
}

}  // namespace
}  // namespace audit::tests
