#include "ledger/vault/aead.h"

#include <gtest/gtest.h>

#include <set>

namespace ledger {
namespace {

TEST(Aead, OpensWithItsKeyAndPlaceOnly) {
  SeededRandom random(1);
  const SecretKey key = SecretKey::draw(random);
  const Bytes box = sealBox(key, asBytes("here"), asBytes("secret"), random);
  ASSERT_TRUE(openBox(key, asBytes("here"), box).ok());
  EXPECT_EQ(asText(*openBox(key, asBytes("here"), box)), "secret");
  EXPECT_EQ(openBox(key, asBytes("there"), box).error().reason, "AUTH_FAIL");
  EXPECT_EQ(openBox(SecretKey::draw(random), asBytes("here"), box).error().reason, "AUTH_FAIL");
  for (std::size_t i = 0; i < box.size(); ++i) {
    Bytes changed = box;
    changed[i] ^= 1;
    EXPECT_FALSE(openBox(key, asBytes("here"), changed).ok()) << i;
  }
  for (std::size_t size = 0; size < box.size(); ++size)
    EXPECT_FALSE(openBox(key, asBytes("here"), ByteView(box).first(size)).ok()) << size;
}

TEST(Aead, NeverUsesANonceTwice) {
  SystemRandom random;
  const SecretKey key = SecretKey::draw(random);
  std::set<Bytes> nonces;
  for (int i = 0; i < 10'000; ++i) {
    const Bytes box = sealBox(key, {}, {}, random);
    EXPECT_TRUE(nonces.insert(Bytes(box.begin(), box.begin() + 12)).second);
  }
}

// Computed by another implementation, that of Python.
TEST(Aead, KeyedHashIsHmacSha256) {
  const SecretKey key(Bytes(32, 0x0b));
  EXPECT_EQ(keyedHash(key, asBytes("Hi There")).hex(),
            "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7");
}

}  // namespace
}  // namespace ledger
