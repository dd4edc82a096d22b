// Digest — SHA-256, the one hash of the product.
//
// Shape    32 bytes. Hasher is a reusable streaming context.
// Threads  sha256() keeps one context per thread; a Hasher belongs to one thread.
// Source   FIPS 180-4, through OpenSSL (the algorithm is fetched once per process).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>

#include "ledger/base/bytes.h"

namespace ledger {

struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  ByteView view() const { return bytes; }
  std::string hex() const { return toHex(bytes); }
  std::string base64() const { return toBase64(bytes); }
  bool isZero() const { return bytes == std::array<std::uint8_t, 32>{}; }
  // Requires exactly 32 bytes.
  static Digest from(ByteView bytes);
  // NOLINTNEXTLINE(modernize-use-nullptr): the tool of version 14 takes the 0 of a comparison for a pointer
  friend auto operator<=>(const Digest&, const Digest&) = default;

  template <class H>
  friend H AbslHashValue(H h, const Digest& digest) {
    return H::combine_contiguous(std::move(h), digest.bytes.data(), digest.bytes.size());
  }
};

// SHA-256 of the parts, one after the other.
Digest sha256(std::initializer_list<ByteView> parts);
Digest sha256(ByteView bytes);

class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void add(ByteView bytes);
  // The digest of all added bytes; the hasher starts afresh.
  Digest finish();

 private:
  void* context_;
};

}  // namespace ledger
