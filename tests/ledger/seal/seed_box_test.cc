#include "ledger/seal/seed_box.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

constexpr std::string_view kPassphrase = "a made-up passphrase";
constexpr std::string_view kBound = "what the seed is for";

Seed someSeed() {
  Seed seed{};
  for (std::size_t i = 0; i < seed.size(); ++i) seed[i] = static_cast<std::uint8_t>(i);
  return seed;
}

std::string boxReason(const SealedSeed& sealed, std::string_view passphrase, std::string_view bound) {
  const auto seed = openSeed(sealed, passphrase, bound);
  return seed ? "" : seed.error().reason;
}

TEST(SeedBox, OpensUnderItsPassphraseAndPurposeOnly) {
  SeededRandom random(1);
  const SealedSeed sealed = sealSeed(someSeed(), kPassphrase, kBound, random);
  EXPECT_EQ(sealed.n, 1U << 17);
  EXPECT_EQ(*openSeed(sealed, kPassphrase, kBound), someSeed());
  EXPECT_EQ(boxReason(sealed, "another passphrase", kBound), "WRONG_PASSPHRASE");
  EXPECT_EQ(boxReason(sealed, kPassphrase, "something else"), "WRONG_PASSPHRASE");
}

TEST(SeedBox, HasAnotherSaltAndNonceEachTime) {
  SeededRandom random(1);
  const SealedSeed one = sealSeed(someSeed(), kPassphrase, kBound, random);
  const SealedSeed two = sealSeed(someSeed(), kPassphrase, kBound, random);
  EXPECT_NE(one.salt, two.salt);
  EXPECT_NE(one.nonce, two.nonce);
  EXPECT_NE(one.ciphertext, two.ciphertext);
}

TEST(SeedBox, NoticesAnyChangedByte) {
  SeededRandom random(1);
  SealedSeed sealed = sealSeed(someSeed(), kPassphrase, kBound, random);
  for (std::uint8_t* byte : {&sealed.salt[3], &sealed.nonce[3], &sealed.ciphertext[3], &sealed.ciphertext[47]}) {
    *byte ^= 1;
    EXPECT_EQ(boxReason(sealed, kPassphrase, kBound), "WRONG_PASSPHRASE");
    *byte ^= 1;
  }
}

// A hostile file must not make us take all memory, nor a cost that scrypt does not have.
TEST(SeedBox, RefusesCostsOutOfBounds) {
  for (const std::uint64_t n : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{3}, (std::uint64_t{1} << 17) + 1,
                                std::uint64_t{1} << 21, std::uint64_t{1} << 63}) {
    SealedSeed sealed;
    sealed.n = n;
    EXPECT_EQ(boxReason(sealed, kPassphrase, kBound), "BAD_KEY_FILE") << n;
  }
}

}  // namespace
}  // namespace ledger
