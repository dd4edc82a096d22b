#include "ledger/seal/ed25519.h"

#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>

namespace ledger {
namespace {

template <std::size_t kSize>
std::array<std::uint8_t, kSize> fixed(std::string_view hex) {
  std::array<std::uint8_t, kSize> out{};
  const Bytes bytes = *fromHex(hex);
  EXPECT_EQ(bytes.size(), kSize);
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

// y coordinates of small order, little-endian, and two that are such a one plus p.
const std::array<std::string_view, 7> kSmallOrder = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};

std::vector<PublicKey> smallOrderKeys() {
  std::vector<PublicKey> keys;
  for (const std::string_view hex : kSmallOrder) {
    keys.push_back(fixed<32>(hex));
    keys.push_back(keys.back());
    keys.back()[31] ^= 0x80;
  }
  return keys;
}

// What the library says without our table.
bool opensslAccepts(const PublicKey& key, ByteView message, ByteView signature) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()), EVP_PKEY_free);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  return pkey != nullptr && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1 &&
         EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
}

class Number {
 public:
  explicit Number(ByteView little_endian)
      : number_(BN_lebin2bn(little_endian.data(), static_cast<int>(little_endian.size()), nullptr), BN_free) {}
  // (this · factor + addend) mod 2^256 and, where asked, mod the group order.
  std::array<std::uint8_t, 32> timesPlus(const Number& factor, const Number& addend, bool reduced) const {
    const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> context(BN_CTX_new(), BN_CTX_free);
    const Number result{Bytes(64)};
    BN_mul(result.number_.get(), number_.get(), factor.number_.get(), context.get());
    BN_add(result.number_.get(), result.number_.get(), addend.number_.get());
    if (reduced) BN_mod(result.number_.get(), result.number_.get(), order().number_.get(), context.get());
    std::array<std::uint8_t, 32> out{};
    EXPECT_GE(BN_bn2lebinpad(result.number_.get(), out.data(), 32), 0);
    return out;
  }
  // L = 2^252 + 27742317777372353535851937790883648493 (RFC 8032 section 5.1).
  static Number order() {
    return Number(fixed<32>("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"));
  }
  static Number one() { return Number(Bytes{1}); }
  static Number zero() { return Number(Bytes{0}); }

 private:
  std::unique_ptr<BIGNUM, decltype(&BN_free)> number_;
};

// The secret scalar of a seed.
std::array<std::uint8_t, 32> scalarOf(const Seed& seed) {
  std::array<std::uint8_t, 64> hash{};
  SHA512(seed.data(), seed.size(), hash.data());
  std::array<std::uint8_t, 32> scalar{};
  std::copy_n(hash.begin(), 32, scalar.begin());
  scalar[0] &= 248;
  scalar[31] = static_cast<std::uint8_t>((scalar[31] & 127) | 64);
  return scalar;
}

Bytes joined(ByteView r, ByteView s) {
  Bytes signature = toBytes(r);
  appendBytes(signature, s);
  return signature;
}

const Seed kSeed = fixed<32>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

// RFC 8032 section 7.1, tests 1 and 2.
TEST(Ed25519, GivesTheKnownAnswers) {
  const auto first = *KeyPair::fromSeed(kSeed);
  EXPECT_EQ(toHex(first.publicKey()), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(
      toHex(first.sign({})),
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595"
      "bbe24655141438e7a100b");
  const auto second = *KeyPair::fromSeed(fixed<32>("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  EXPECT_EQ(toHex(second.publicKey()), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  EXPECT_EQ(
      toHex(second.sign(Bytes{0x72})),
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb43"
      "02aeeb00d291612bb0c00");
}

TEST(Ed25519, AcceptsItsOwnAndNothingChanged) {
  const auto pair = *KeyPair::fromSeed(kSeed);
  const ByteView message = asBytes("a message");
  const Bytes signature = toBytes(pair.sign(message));
  EXPECT_TRUE(verifySignature(pair.publicKey(), message, signature));
  EXPECT_FALSE(verifySignature(pair.publicKey(), asBytes("a massage"), signature));
  for (std::size_t i = 0; i < signature.size(); ++i) {
    Bytes changed = signature;
    changed[i] ^= 0x04;
    EXPECT_FALSE(verifySignature(pair.publicKey(), message, changed)) << i;
  }
  Bytes longer = signature;
  longer.push_back(0);
  EXPECT_FALSE(verifySignature(pair.publicKey(), message, longer));
  EXPECT_FALSE(verifySignature(pair.publicKey(), message, ByteView(signature).first(63)));
  EXPECT_FALSE(verifySignature(pair.publicKey(), message, {}));
}

TEST(Ed25519, RefusesAnSThatIsNotReduced) {
  const auto pair = *KeyPair::fromSeed(kSeed);
  const ByteView message = asBytes("a message");
  const Signature64 signature = pair.sign(message);
  const Number s(ByteView(signature).subspan(32));
  const auto beyond = s.timesPlus(Number::one(), Number::order(), /*reduced=*/false);
  EXPECT_FALSE(verifySignature(pair.publicKey(), message, joined(ByteView(signature).first(32), beyond)));
}

TEST(Ed25519, RefusesTheFourteenSmallOrderKeys) {
  for (const PublicKey& key : smallOrderKeys()) EXPECT_FALSE(isAcceptableKey(key)) << toHex(key);
}

TEST(Ed25519, RefusesEveryKeyBeyondTheField) {
  PublicKey key = fixed<32>("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
  for (int low = 0xed; low <= 0xff; ++low) {
    key[0] = static_cast<std::uint8_t>(low);
    EXPECT_FALSE(isAcceptableKey(key)) << low;
    PublicKey signed_key = key;
    signed_key[31] |= 0x80;
    EXPECT_FALSE(isAcceptableKey(signed_key)) << low;
  }
  key[0] = 0xeb;  // p - 2
  EXPECT_TRUE(isAcceptableKey(key));
}

// S = 0 with R tried over the small-order points: the library alone takes some for every key.
TEST(Ed25519, RefusesForgeriesUnderSmallOrderKeysThatTheLibraryTakes) {
  const std::vector<PublicKey> points = smallOrderKeys();
  for (const PublicKey& key : points) {
    int taken = 0;
    for (int message = 0; message < 32; ++message) {
      const Bytes text(4, static_cast<std::uint8_t>(message));
      for (const PublicKey& r : points) {
        const Bytes forged = joined(r, PublicKey{});
        taken += opensslAccepts(key, text, forged) ? 1 : 0;
        EXPECT_FALSE(verifySignature(key, text, forged));
      }
    }
    EXPECT_GT(taken, 0) << toHex(key) << ": the forgery no longer shows anything";
  }
}

// R = [s]B and S = s under the identity as key: any message is "signed", and R looks honest.
TEST(Ed25519, RefusesTheIdentityAsKeyUnderAnHonestR) {
  const PublicKey identity = fixed<32>(kSmallOrder[1]);
  const auto pair = *KeyPair::fromSeed(kSeed);
  const Number scalar(scalarOf(kSeed));
  const Bytes forged = joined(pair.publicKey(), scalar.timesPlus(Number::one(), Number::zero(), /*reduced=*/true));
  const ByteView message = asBytes("I attest to anything");
  EXPECT_TRUE(opensslAccepts(identity, message, forged));
  EXPECT_FALSE(verifySignature(identity, message, forged));
}

// The holder of an honest key takes the nonce 0, so that R is the identity and S = h·a.
TEST(Ed25519, RefusesASmallOrderRUnderAnHonestKey) {
  const auto pair = *KeyPair::fromSeed(kSeed);
  const PublicKey identity = fixed<32>(kSmallOrder[1]);
  const ByteView message = asBytes("a message");
  Bytes hashed = joined(identity, pair.publicKey());
  appendBytes(hashed, message);
  std::array<std::uint8_t, 64> challenge{};
  SHA512(hashed.data(), hashed.size(), challenge.data());
  const auto s = Number(challenge).timesPlus(Number(scalarOf(kSeed)), Number::zero(), /*reduced=*/true);
  const Bytes signature = joined(identity, s);
  EXPECT_TRUE(opensslAccepts(pair.publicKey(), message, signature));
  EXPECT_FALSE(verifySignature(pair.publicKey(), message, signature));
}

}  // namespace
}  // namespace ledger
