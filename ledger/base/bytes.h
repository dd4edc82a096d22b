// Bytes — owned and viewed octets, and their text forms.
//
// Shape    hex is lower case; base64 is RFC 4648 section 4, padded, standard alphabet.
// Errors   decoding accepts the one canonical spelling only (pad bits zero, no spaces); else kInvalid.
// Threads  value types and pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"

namespace ledger {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView asBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view asText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes toBytes(ByteView bytes) {
  return {bytes.begin(), bytes.end()};
}
bool sameBytes(ByteView a, ByteView b);

void appendBytes(Bytes& out, ByteView more);
void appendBigEndian16(Bytes& out, std::uint16_t value);
void appendBigEndian32(Bytes& out, std::uint32_t value);
void appendBigEndian64(Bytes& out, std::uint64_t value);
// Requires at least 2, 4 or 8 bytes.
std::uint16_t readBigEndian16(ByteView bytes);
std::uint32_t readBigEndian32(ByteView bytes);
std::uint64_t readBigEndian64(ByteView bytes);

std::string toHex(ByteView bytes);
Result<Bytes> fromHex(std::string_view text);
std::string toBase64(ByteView bytes);
Result<Bytes> fromBase64(std::string_view text);

}  // namespace ledger
