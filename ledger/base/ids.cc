#include "ledger/base/ids.h"

#include <algorithm>

namespace ledger {
namespace {
constexpr std::string_view kCrockford = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kTextLength = 26;
}  // namespace

std::string idText(const Id16& bytes) {
  // 26 × 5 = 130 bits: two zero bits stand before the 128, so the first character is 0–7.
  std::string text(kTextLength, '0');
  for (std::size_t i = 0; i < kTextLength; ++i) {
    unsigned digit = 0;
    for (std::size_t k = 0; k < 5; ++k) {
      const std::size_t bit = i * 5 + k;
      const unsigned value = bit < 2 ? 0U : (bytes[(bit - 2) / 8] >> (7 - (bit - 2) % 8)) & 1U;
      digit = digit * 2 + value;
    }
    text[i] = kCrockford[digit];
  }
  return text;
}

Result<Id16> parseIdText(std::string_view text) {
  const Error bad{ErrorCode::kInvalid, "BAD_ID",
                  "an id is 26 characters of 0-9 a-z without i l o u, the first one 0-7"};
  if (text.size() != kTextLength || text[0] > '7') return bad;
  Id16 bytes{};
  for (std::size_t i = 0; i < kTextLength; ++i) {
    const std::size_t digit = kCrockford.find(text[i]);
    if (digit == std::string_view::npos) return bad;
    for (std::size_t k = 0; k < 5; ++k) {
      const std::size_t bit = i * 5 + k;
      if (bit < 2 || ((digit >> (4 - k)) & 1U) == 0) continue;
      bytes[(bit - 2) / 8] = static_cast<std::uint8_t>(bytes[(bit - 2) / 8] | (1U << (7 - (bit - 2) % 8)));
    }
  }
  return bytes;
}

SubjectId regionStream(std::string_view iso_code) {
  SubjectId id;
  std::copy_n(iso_code.begin(), std::min(iso_code.size(), id.bytes.size()), id.bytes.begin());
  return id;
}

}  // namespace ledger
