#include "audit/base/ed25519.h"

#include <openssl/evp.h>

#include <memory>

namespace audit {
namespace {

// The first byte of each point of small order whose other bytes are alike, and the two that have a pattern of their
// own.
constexpr Key kOrder8Low = {0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4,
                            0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6,
                            0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05};
constexpr Key kOrder8High = {0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b,
                             0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39,
                             0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a};
// L, the order of the base point, little-endian.
constexpr Key kOrder = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                        0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};

bool middleAll(const Key& point, std::uint8_t value) {
  for (std::size_t i = 1; i < 31; ++i) {
    if (point[i] != value) return false;
  }
  return true;
}

bool acceptablePoint(Key point) {
  point[31] &= 0x7FU;
  if (middleAll(point, 0) && point[31] == 0 && point[0] <= 1) return false;
  // p − 1, and every y ≥ p = 2^255 − 19.
  if (middleAll(point, 0xFF) && point[31] == 0x7F && point[0] >= 0xEC) return false;
  return point != kOrder8Low && point != kOrder8High;
}

bool reduced(Bytes scalar) {
  for (std::size_t i = 32; i-- > 0;) {
    if (scalar[i] != kOrder[i]) return scalar[i] < kOrder[i];
  }
  return false;
}

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

bool acceptableKey(const Key& key) {
  return acceptablePoint(key);
}

bool signatureHolds(const Key& key, Bytes message, Bytes signature) {
  if (signature.size() != 64 || !acceptablePoint(key)) return false;
  if (!acceptablePoint(fixed<32>(signature.first(32))) || !reduced(signature.subspan(32))) return false;
  const std::unique_ptr<EVP_PKEY, Free> parsed(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
  const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
  if (!parsed || !context) return false;
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, parsed.get()) != 1) return false;
  return EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
}

}  // namespace audit
