// Ed25519 — signing, and the one acceptance rule everybody applies.
//
// Shape    keys and R halves of small order or with y ≥ p are refused; the check is cofactorless.
// Errors   KEY_REJECTED for a seed or key that cannot be used.
// Threads  pure functions; a KeyPair may be shared.
// Source   RFC 8032 section 5.1; ledger/schema/README.md section 2.
#pragma once

#include <array>
#include <memory>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

namespace ledger {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature64 = std::array<std::uint8_t, 64>;
using Seed = std::array<std::uint8_t, 32>;

bool isAcceptableKey(const PublicKey& key);
bool verifySignature(const PublicKey& key, ByteView message, ByteView signature);

class KeyPair {
 public:
  static Result<KeyPair> fromSeed(const Seed& seed);

  const PublicKey& publicKey() const { return public_; }
  Signature64 sign(ByteView message) const;

 private:
  KeyPair() = default;

  PublicKey public_{};
  std::shared_ptr<void> key_;  // EVP_PKEY
};

}  // namespace ledger
