#include "ledger/base/bytes.h"

#include <algorithm>

namespace ledger {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

template <std::size_t kWidth>
void appendBigEndian(Bytes& out, std::uint64_t value) {
  for (std::size_t i = kWidth; i-- > 0;) {
    out.push_back(static_cast<std::uint8_t>((value >> (8 * i)) & 0xff));
  }
}

template <std::size_t kWidth>
std::uint64_t readBigEndian(ByteView bytes) {
  ASAR_CHECK(bytes.size() >= kWidth);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < kWidth; ++i) value = (value << 8) | bytes[i];
  return value;
}

Error notCanonical(std::string_view form) {
  return {ErrorCode::kInvalid, "BAD_ENCODING",
          "not canonical " + std::string(form) + ": check the alphabet, the padding and the length"};
}

}  // namespace

bool sameBytes(ByteView a, ByteView b) {
  return std::ranges::equal(a, b);
}

void appendBytes(Bytes& out, ByteView more) {
  out.insert(out.end(), more.begin(), more.end());
}
void appendBigEndian16(Bytes& out, std::uint16_t value) {
  appendBigEndian<2>(out, value);
}
void appendBigEndian32(Bytes& out, std::uint32_t value) {
  appendBigEndian<4>(out, value);
}
void appendBigEndian64(Bytes& out, std::uint64_t value) {
  appendBigEndian<8>(out, value);
}
std::uint16_t readBigEndian16(ByteView bytes) {
  return static_cast<std::uint16_t>(readBigEndian<2>(bytes));
}
std::uint32_t readBigEndian32(ByteView bytes) {
  return static_cast<std::uint32_t>(readBigEndian<4>(bytes));
}
std::uint64_t readBigEndian64(ByteView bytes) {
  return readBigEndian<8>(bytes);
}

std::string toHex(ByteView bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (std::uint8_t byte : bytes) {
    text.push_back(kHexDigits[byte >> 4]);
    text.push_back(kHexDigits[byte & 15]);
  }
  return text;
}

Result<Bytes> fromHex(std::string_view text) {
  if (text.size() % 2 != 0) return notCanonical("hex");
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const std::size_t high = kHexDigits.find(text[i]);
    const std::size_t low = kHexDigits.find(text[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return notCanonical("hex");
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  return bytes;
}

std::string toBase64(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = (group << 8) | (k < left ? bytes[i + k] : 0U);
    for (std::size_t k = 0; k < 4; ++k) {
      text.push_back(k <= left ? kBase64Digits[(group >> (18 - 6 * k)) & 63] : '=');
    }
  }
  return text;
}

Result<Bytes> fromBase64(std::string_view text) {
  if (text.size() % 4 != 0) return notCanonical("base64");
  Bytes bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    std::size_t padding = 0;
    if (i + 4 == text.size()) padding = text[i + 3] != '=' ? 0U : text[i + 2] != '=' ? 1U : 2U;
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::size_t digit = k < 4 - padding ? kBase64Digits.find(text[i + k]) : 0;
      if (digit == std::string_view::npos) return notCanonical("base64");
      group = (group << 6) | static_cast<std::uint32_t>(digit);
    }
    if ((padding == 1 && (group & 0xff) != 0) || (padding == 2 && (group & 0xffff) != 0)) {
      return notCanonical("base64");
    }
    for (std::size_t k = 0; k < 3 - padding; ++k) {
      bytes.push_back(static_cast<std::uint8_t>((group >> (16 - 8 * k)) & 0xff));
    }
  }
  return bytes;
}

}  // namespace ledger
