#include "ledger/base/digest.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

// FIPS 180-4 example "abc", and the empty string.
TEST(Sha256, GivesTheKnownAnswers) {
  EXPECT_EQ(sha256(asBytes("abc")).hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(asBytes("")).hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, OfPartsIsThatOfTheirConcatenation) {
  EXPECT_EQ(sha256({asBytes("a"), asBytes(""), asBytes("bc")}), sha256(asBytes("abc")));
}

TEST(Hasher, StartsAfreshAfterFinish) {
  Hasher hasher;
  hasher.add(asBytes("something else"));
  hasher.finish();
  hasher.add(asBytes("abc"));
  EXPECT_EQ(hasher.finish(), sha256(asBytes("abc")));
}

}  // namespace
}  // namespace ledger
