#include "projections/oversight/search_tokens.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace projections {
namespace {

constexpr std::size_t kLongPart = 4;
constexpr UChar32 kIo = 0x451;  // ё
constexpr UChar32 kIe = 0x435;  // е
constexpr UChar32 kHyphen = 0x2010;

// Takes folded characters one after another.
class Cutter {
 public:
  void take(UChar32 c) {
    if (isOfWord(c)) {
      add(c == kIo ? kIe : c);
    } else if (isJoint(c) && !parts_.empty() && joint_ == 0) {
      joint_ = c == kHyphen ? '-' : static_cast<char>(c);
    } else {
      endRun();
    }
  }
  std::vector<std::string> end() {
    endRun();
    return std::move(tokens_);
  }

 private:
  struct Part {
    std::string text;
    std::size_t characters = 0;
  };

  static bool isOfWord(UChar32 c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
  }
  static bool isJoint(UChar32 c) { return c == '-' || c == '.' || c == '_' || c == '/' || c == ':' || c == kHyphen; }

  void add(UChar32 c) {
    if (parts_.empty() || joint_ != 0) {
      if (joint_ != 0) whole_ += joint_;
      joint_ = 0;
      parts_.emplace_back();
    }
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, static_cast<std::uint32_t>(c));
    const std::string_view letter(reinterpret_cast<const char*>(bytes), size);
    parts_.back().text += letter;
    ++parts_.back().characters;
    whole_ += letter;
    has_digit_ = has_digit_ || u_isdigit(c) != 0;
  }
  // What was joined ends here.
  void endRun() {
    const bool code = has_digit_ && parts_.size() > 1;
    if (code) tokens_.push_back(std::move(whole_));
    for (Part& part : parts_) {
      if (!code || part.characters >= kLongPart) tokens_.push_back(std::move(part.text));
    }
    parts_.clear();
    whole_.clear();
    joint_ = 0;
    has_digit_ = false;
  }

  std::vector<std::string> tokens_;
  std::vector<Part> parts_;
  std::string whole_;
  char joint_ = 0;  // stands after the last part
  bool has_digit_ = false;
};

std::vector<UChar> wideOf(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::vector<UChar> wide(text.size() + 1);
  std::int32_t length = 0;
  // A space in the place of a wrong byte ends a word there.
  u_strFromUTF8WithSub(wide.data(), static_cast<std::int32_t>(wide.size()), &length, text.data(),
                       static_cast<std::int32_t>(text.size()), ' ', nullptr, &status);
  wide.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return wide;
}

std::vector<UChar32> folded(const std::vector<UChar>& wide) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* fold = unorm2_getNFKCCasefoldInstance(&status);
  // Of one character there are at most eighteen.
  std::vector<UChar> out(wide.size() * 18 + 1);
  const std::int32_t length = unorm2_normalize(fold, wide.data(), static_cast<std::int32_t>(wide.size()), out.data(),
                                               static_cast<std::int32_t>(out.size()), &status);
  std::vector<UChar32> characters(out.size());
  std::int32_t count = 0;
  u_strToUTF32(characters.data(), static_cast<std::int32_t>(characters.size()), &count, out.data(), length, &status);
  characters.resize(U_SUCCESS(status) ? static_cast<std::size_t>(count) : 0);
  return characters;
}

}  // namespace

std::vector<std::string> searchTokens(std::string_view text) {
  Cutter cutter;
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii) {
    for (const char c : text) cutter.take(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return cutter.end();
  }
  for (const UChar32 c : folded(wideOf(text))) cutter.take(c);
  return cutter.end();
}

bool isOneCharacter(std::string_view token) {
  return std::ranges::count_if(token, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }) == 1;
}

}  // namespace projections
