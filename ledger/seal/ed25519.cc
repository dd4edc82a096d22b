#include "ledger/seal/ed25519.h"

#include <openssl/evp.h>

#include <algorithm>

namespace ledger {
namespace {

// Encodings of small-order points, the sign bit cleared; each stands for both of its signs.
constexpr std::array<PublicKey, 7> kSmallOrder = {{
    {0x00},
    {0x01},
    {0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
     0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05},
    {0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
     0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a},
    {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    {0xed, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    {0xee, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
}};

// y ≥ p = 2^255 − 19, little-endian, the sign bit cleared.
bool isBeyondField(const PublicKey& y) {
  if (y[31] != 0x7f || y[0] < 0xed) return false;
  return std::all_of(y.begin() + 1, y.begin() + 31, [](std::uint8_t byte) { return byte == 0xff; });
}

EVP_PKEY* raw(const std::shared_ptr<void>& key) {
  return static_cast<EVP_PKEY*>(key.get());
}

}  // namespace

bool isAcceptableKey(const PublicKey& key) {
  PublicKey y = key;
  y[31] &= 0x7f;
  return !isBeyondField(y) && std::ranges::find(kSmallOrder, y) == kSmallOrder.end();
}

bool verifySignature(const PublicKey& key, ByteView message, ByteView signature) {
  if (signature.size() != 64 || !isAcceptableKey(key)) return false;
  PublicKey r{};
  std::copy_n(signature.begin(), r.size(), r.begin());
  // R is held to the same table, so that verifiers on other libraries agree with us.
  if (!isAcceptableKey(r)) return false;
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()), EVP_PKEY_free);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (pkey == nullptr || context == nullptr) return false;
  return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1 &&
         EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
}

Result<KeyPair> KeyPair::fromSeed(const Seed& seed) {
  KeyPair pair;
  EVP_PKEY* const key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size());
  const Error rejected{ErrorCode::kInvalid, "KEY_REJECTED", "the seed does not make a usable Ed25519 key"};
  if (key == nullptr) return rejected;
  pair.key_ = std::shared_ptr<void>(key, [](void* owned) { EVP_PKEY_free(static_cast<EVP_PKEY*>(owned)); });
  std::size_t length = pair.public_.size();
  if (EVP_PKEY_get_raw_public_key(key, pair.public_.data(), &length) != 1 || !isAcceptableKey(pair.public_))
    return rejected;
  return pair;
}

Signature64 KeyPair::sign(ByteView message) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  Signature64 signature{};
  std::size_t length = signature.size();
  ASAR_CHECK(context != nullptr && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, raw(key_)) == 1);
  ASAR_CHECK(EVP_DigestSign(context.get(), signature.data(), &length, message.data(), message.size()) == 1 &&
             length == 64);
  return signature;
}

}  // namespace ledger
