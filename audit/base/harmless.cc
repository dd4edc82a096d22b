#include "audit/base/harmless.h"

#include "audit/base/utf8.h"

namespace audit {
namespace {

bool isHarmful(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x061C || c == 0xFEFF || c >= 0xE0000;
}

void append(std::string& out, char32_t c) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0U | c >> 6U);
  } else {
    if (c < 0x10000) {
      byte(0xE0U | c >> 12U);
    } else {
      byte(0xF0U | c >> 18U);
      byte(0x80U | (c >> 12U & 0x3FU));
    }
    byte(0x80U | (c >> 6U & 0x3FU));
  }
  byte(0x80U | (c & 0x3FU));
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  if (!isUtf8(text)) {
    for (const char c : text) out += c < 0x20 || c > 0x7E ? '?' : c;
    return out;
  }
  for (const char32_t c : charactersOf(text)) append(out, isHarmful(c) ? U'?' : c);
  return out;
}

}  // namespace audit
