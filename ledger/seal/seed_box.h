// Seed box — a private seed encrypted under a passphrase.
//
// Errors   kRefused WRONG_PASSPHRASE; kInvalid BAD_KEY_FILE for parameters out of bounds.
// Source   RFC 7914 (scrypt); NIST SP 800-38D (GCM).
#pragma once

#include <array>
#include <string_view>

#include "ledger/base/clock.h"
#include "ledger/seal/ed25519.h"

namespace ledger {

struct SealedSeed {
  std::uint64_t n = 0;  // scrypt cost; r = 8, p = 1
  std::array<std::uint8_t, 16> salt{};
  std::array<std::uint8_t, 12> nonce{};
  std::array<std::uint8_t, 48> ciphertext{};  // 32 bytes of seed, 16 of tag
};

SealedSeed sealSeed(const Seed& seed, std::string_view passphrase, std::string_view bound_to, Random& random);
Result<Seed> openSeed(const SealedSeed& sealed, std::string_view passphrase, std::string_view bound_to);

}  // namespace ledger
