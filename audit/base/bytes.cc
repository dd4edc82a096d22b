#include "audit/base/bytes.h"

#include <algorithm>

namespace audit {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kCrockford = "0123456789abcdefghjkmnpqrstvwxyz";

std::optional<std::uint8_t> digit(std::string_view alphabet, char character) {
  const auto place = alphabet.find(character);
  if (place == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(place);
}

}  // namespace

std::string hexOf(Bytes bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

std::optional<Hash> hashFromHex(std::string_view text) {
  Hash out{};
  if (text.size() != out.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto high = digit(kHex, text[2 * i]);
    const auto low = digit(kHex, text[2 * i + 1]);
    if (!high || !low) return std::nullopt;
    out[i] = static_cast<std::uint8_t>(*high << 4U | *low);
  }
  return out;
}

std::string base64Of(Bytes bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16U;
    if (i + 1 < bytes.size()) group |= static_cast<std::uint32_t>(bytes[i + 1]) << 8U;
    if (i + 2 < bytes.size()) group |= bytes[i + 2];
    out += kBase64[group >> 18U & 63U];
    out += kBase64[group >> 12U & 63U];
    out += i + 1 < bytes.size() ? kBase64[group >> 6U & 63U] : '=';
    out += i + 2 < bytes.size() ? kBase64[group & 63U] : '=';
  }
  return out;
}

std::optional<Buffer> base64Decoded(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  Buffer out;
  std::uint32_t bits = 0;
  std::size_t count = text.size();
  while (count > 0 && text.size() - count < 2 && text[count - 1] == '=') --count;
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = digit(kBase64, text[i]);
    if (!value) return std::nullopt;
    bits = (bits << 6U | *value) & 0xFFFFFFU;
    if (i % 4 == 1) out.push_back(static_cast<std::uint8_t>(bits >> 4U & 255U));
    if (i % 4 == 2) out.push_back(static_cast<std::uint8_t>(bits >> 2U & 255U));
    if (i % 4 == 3) out.push_back(static_cast<std::uint8_t>(bits & 255U));
  }
  if (count % 4 == 1) return std::nullopt;
  if (base64Of(out) != text) return std::nullopt;
  return out;
}

std::string idText(const Id& id) {
  std::string out(26, '0');
  // 130 bits: two zeros in front of the 128.
  for (std::size_t i = 0; i < out.size(); ++i) {
    unsigned value = 0;
    for (std::size_t bit = 5 * i; bit < 5 * i + 5; ++bit) {
      value <<= 1U;
      if (bit >= 2) value |= id[(bit - 2) / 8] >> (7U - (bit - 2) % 8) & 1U;
    }
    out[i] = kCrockford[value];
  }
  return out;
}

std::optional<Id> idFrom(std::string_view text) {
  if (text.size() != 26) return std::nullopt;
  Id id{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto value = digit(kCrockford, text[i]);
    if (!value || (i == 0 && *value > 7)) return std::nullopt;
    for (std::size_t bit = 5 * i; bit < 5 * i + 5; ++bit) {
      if ((*value >> (4U - (bit - 5 * i)) & 1U) == 0 || bit < 2) continue;
      id[(bit - 2) / 8] = static_cast<std::uint8_t>(id[(bit - 2) / 8] | 1U << (7U - (bit - 2) % 8));
    }
  }
  return id;
}

std::optional<std::string_view> takeLine(std::string_view& rest) {
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

std::optional<std::uint64_t> decimal(std::string_view text) {
  if (text.empty() || text.size() > 19 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  std::uint64_t value = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(character - '0');
  }
  return value;
}

}  // namespace audit
