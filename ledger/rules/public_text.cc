#include "ledger/rules/public_text.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/identification_number.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

constexpr std::string_view kBinPrefix = "KZ-BIN-";
constexpr std::string_view kIinPrefix = "KZ-IIN-";

struct CharacterRange {
  UChar32 first;
  UChar32 last;

  bool holds(UChar32 c) const { return first <= c && c <= last; }
};

// Controls, what turns the direction of writing or has no width, private use and tags.
constexpr CharacterRange kHidden[] = {{0x80, 0x9f},     {0x61c, 0x61c},   {0x200b, 0x200f}, {0x2028, 0x202e},
                                      {0x2060, 0x206f}, {0xe000, 0xf8ff}, {0xfeff, 0xfeff}, {0xe0000, 0x10ffff}};
constexpr CharacterRange kMarks = {0x300, 0x36f};
constexpr CharacterRange kCyrillicLetters = {0x400, 0x52f};
// Without the signs of multiplication and division.
constexpr CharacterRange kLatinLetters[] = {{'A', 'Z'},   {'a', 'z'},    {0xc0, 0xd6},
                                            {0xd8, 0xf6}, {0xf8, 0x24f}, {0x1e00, 0x1eff}};

enum class Script { kNone, kLatin, kCyrillic };

bool isOneOf(UChar32 c, std::span<const CharacterRange> ranges) {
  return std::ranges::any_of(ranges, [&](const CharacterRange& range) { return range.holds(c); });
}

Script scriptOf(UChar32 c) {
  if (kCyrillicLetters.holds(c)) return Script::kCyrillic;
  return isOneOf(c, kLatinLetters) ? Script::kLatin : Script::kNone;
}

Error badTitle(std::string_view which, const std::string& why) {
  return refuse("BAD_TITLE", std::string(which) + " does not fit: " + why);
}

// The characters of a text in NFC; nothing where it is in another form.
std::optional<std::vector<UChar32>> charactersOf(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::vector<UChar> wide(text.size() + 1);
  std::int32_t length = 0;
  u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &length, text.data(),
                static_cast<std::int32_t>(text.size()), &status);
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  const bool composed = U_SUCCESS(status) && unorm2_isNormalized(nfc, wide.data(), length, &status) != 0;
  if (!composed || U_FAILURE(status)) return std::nullopt;
  std::vector<UChar32> characters(static_cast<std::size_t>(length) + 1);
  std::int32_t count = 0;
  u_strToUTF32(characters.data(), static_cast<std::int32_t>(characters.size()), &count, wide.data(), length, &status);
  if (U_FAILURE(status)) return std::nullopt;
  characters.resize(static_cast<std::size_t>(count));
  return characters;
}

Result<void> checkTitle(std::string_view which, const std::string& title) {
  const auto characters = charactersOf(title);
  if (!characters) return badTitle(which, "it is not spelt in Unicode NFC: normalise it");
  Script before = Script::kNone;
  for (std::size_t i = 0; i < characters->size(); ++i) {
    const UChar32 c = (*characters)[i];
    const std::string place = "character " + std::to_string(i + 1);
    if (isOneOf(c, kHidden)) return badTitle(which, place + " is one that cannot be seen or turns the writing round");
    if (kMarks.holds(c)) continue;  // it belongs to the letter before it
    const Script script = scriptOf(c);
    if (before != Script::kNone && script != Script::kNone && script != before)
      return badTitle(which, place + " mixes Cyrillic and Latin letters in one word");
    before = script;
  }
  return {};
}

bool holdsIin(std::string_view number) {
  const auto alike = [](char a, char b) { return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b; };
  return std::search(number.begin(), number.end(), kIinPrefix.begin(), kIinPrefix.end(), alike) != number.end();
}

}  // namespace

Result<void> checkPublicNames(const Names& names, const Context& context) {
  if (context.rules < kRules3) return {};
  ASAR_TRY(checkTitle("the name in Kazakh", names.kk));
  ASAR_TRY(checkTitle("the name in Russian", names.ru));
  return checkTitle("the name in English", names.en);
}

Result<void> checkPublicTitle(const std::string& title, const Context& context) {
  return context.rules < kRules3 ? Result<void>() : checkTitle("the title", title);
}

Result<void> checkPublicNumber(std::string_view field, std::string_view number, const Context& context) {
  if (context.rules < kRules3) return {};
  const std::string which = "`" + std::string(field) + "`";
  if (holdsIin(number) || isIinInPublic(number)) {
    return refuse("IIN_PUBLIC", which +
                                    " holds the number of a person, and everybody reads it: name the person by "
                                    "'individual', or the organisation by its BIN");
  }
  if (!number.starts_with(kBinPrefix) || checkBin(number.substr(kBinPrefix.size()))) return {};
  return refuse("BAD_BIN", which +
                               " begins with KZ-BIN- and no BIN follows: twelve digits that begin with year and "
                               "month and end with their check digit");
}

}  // namespace ledger
