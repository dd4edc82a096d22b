// A private seed encrypted under a passphrase.
//
// Errors   nullopt: the passphrase is wrong, the bytes were changed, or the cost is out of bounds.
// Source   RFC 7914 (scrypt, r = 8, p = 1); NIST SP 800-38D (AES-256-GCM).
#pragma once

#include "audit/base/bytes.h"

namespace audit::witness {

struct SealedSeed {
  std::uint64_t cost = 1U << 17U;  // scrypt's N
  std::array<std::uint8_t, 16> salt{};
  std::array<std::uint8_t, 12> nonce{};
  std::array<std::uint8_t, 48> ciphertext{};  // 32 bytes of seed, 16 of tag
};

// Draws salt and nonce.
std::optional<SealedSeed> sealSeed(const Key& seed, std::string_view passphrase, std::string_view bound_to);
std::optional<Key> openSeed(const SealedSeed& sealed, std::string_view passphrase, std::string_view bound_to);
// From the operating system's generator; false where that fails.
bool drawRandom(std::span<std::uint8_t> out);

}  // namespace audit::witness
