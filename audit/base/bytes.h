// Bytes, hashes and ids of the second opinion, and how they are written down.
//
// Shape    views of bytes, 32-byte hashes, 16-byte ids; plain values.
// Errors   what cannot be read is nullopt: nothing here throws.
// Source   ledger/schema/README.md; RFC 4648 section 4 (base64); Crockford's base32 as in ULID.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

using Bytes = std::span<const std::uint8_t>;
using Buffer = std::vector<std::uint8_t>;
using Hash = std::array<std::uint8_t, 32>;
using Key = std::array<std::uint8_t, 32>;
using Id = std::array<std::uint8_t, 16>;

inline Bytes bytesOf(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view textOf(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline bool same(Bytes a, Bytes b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}

// Exactly N bytes, or zeros where `bytes` has another length (an absent field has none).
template <std::size_t N>
std::array<std::uint8_t, N> fixed(Bytes bytes) {
  std::array<std::uint8_t, N> out{};
  if (bytes.size() == N) std::memcpy(out.data(), bytes.data(), N);
  return out;
}

std::string hexOf(Bytes bytes);
std::optional<Hash> hashFromHex(std::string_view text);
std::string base64Of(Bytes bytes);
// Strict: padded, standard alphabet, no stray bits.
std::optional<Buffer> base64Decoded(std::string_view text);
// 26 lower-case characters: the 128 bits as one big-endian number.
std::string idText(const Id& id);
std::optional<Id> idFrom(std::string_view text);
// The text up to the next line feed, which goes with it; nullopt where there is none.
std::optional<std::string_view> takeLine(std::string_view& rest);
// Decimal without sign or leading zero.
std::optional<std::uint64_t> decimal(std::string_view text);

inline std::uint64_t load64(const std::uint8_t* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

struct IdHash {
  std::size_t operator()(const Id& id) const {
    std::uint64_t mixed = load64(id.data()) * 0x9E3779B97F4A7C15U ^ load64(id.data() + 8) * 0xC2B2AE3D27D4EB4FU;
    return mixed ^ (mixed >> 29U);
  }
};
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    std::uint64_t mixed = load64(key.data()) * 0x9E3779B97F4A7C15U ^ load64(key.data() + 16) * 0xC2B2AE3D27D4EB4FU;
    return mixed ^ (mixed >> 29U);
  }
};

}  // namespace audit
