#include "ledger/vault/commitment.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

Opening openingOf(std::size_t size) {
  Opening opening;
  opening.tag = 7;
  opening.salt.bytes.fill(0x77);
  opening.value = Bytes(size, 'a');
  return opening;
}

// The example of the contract's page.
TEST(Commitment, IsThatOfTheContract) {
  Digest salt;
  salt.bytes.fill(0x77);
  EXPECT_EQ(commitmentOf(7, salt, asBytes("Aisu")).hex(),
            "2aea8e6f372c301390320bdf545cceae0930aef4aa43e8b5318dc85634c5881d");
}

TEST(Commitment, ChangesWithTagSaltAndValue) {
  const Opening opening = openingOf(4);
  const Digest digest = commitmentOf(opening.tag, opening.salt, opening.value);
  EXPECT_NE(commitmentOf(8, opening.salt, opening.value), digest);
  EXPECT_NE(commitmentOf(7, sha256(opening.value), opening.value), digest);
  EXPECT_NE(commitmentOf(7, opening.salt, Bytes(5, 'a')), digest);
}

TEST(Commitment, PackedOpeningsComeBackAndHideTheirLength) {
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 64U, 65U, 256U, 257U, 1024U}) {
    const Opening opening = openingOf(size);
    const Bytes packed = packOpening(opening);
    Opening again;
    ASSERT_TRUE(unpackOpening(packed, again));
    EXPECT_EQ(again.salt, opening.salt);
    EXPECT_EQ(again.value, opening.value);
  }
  EXPECT_EQ(packOpening(openingOf(3)).size(), packOpening(openingOf(16)).size());
  EXPECT_LT(packOpening(openingOf(16)).size(), packOpening(openingOf(17)).size());
}

TEST(Commitment, WhatIsNoPackedOpeningIsRefused) {
  Opening out;
  const Bytes packed = packOpening(openingOf(4));
  EXPECT_FALSE(unpackOpening(ByteView(packed).first(35), out));
  EXPECT_FALSE(unpackOpening(ByteView(packed).first(39), out));
}

}  // namespace
}  // namespace ledger
