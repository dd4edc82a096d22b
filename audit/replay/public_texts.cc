#include "audit/replay/public_texts.h"

#include <capnp/dynamic.h>
#include <capnp/schema.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "audit/base/utf8.h"

namespace audit {
namespace {

constexpr std::string_view kBin = "KZ-BIN-";
constexpr std::string_view kIin = "KZ-IIN-";
constexpr Refusal kBadTitle{"BAD_TITLE", "a public name has a spelling or a character that is not allowed"};

struct Range {
  char32_t first = 0;
  char32_t last = 0;  // included
};

constexpr Range kNowhere[] = {{0x80, 0x9F},     {0x61C, 0x61C},   {0x200B, 0x200F}, {0x2028, 0x202E},
                              {0x2060, 0x206F}, {0xE000, 0xF8FF}, {0xFEFF, 0xFEFF}, {0xE0000, 0x10FFFF}};
constexpr Range kLatinLetters[] = {{0x41, 0x5A}, {0x61, 0x7A},  {0xC0, 0xD6},
                                   {0xD8, 0xF6}, {0xF8, 0x24F}, {0x1E00, 0x1EFF}};
constexpr Range kCyrillicLetters[] = {{0x400, 0x52F}};
constexpr Range kMarks[] = {{0x300, 0x36F}};

template <std::size_t N>
bool isIn(const Range (&ranges)[N], char32_t c) {
  return std::ranges::any_of(ranges, [&](const Range& one) { return one.first <= c && c <= one.last; });
}

enum class Script { kNone, kLatin, kCyrillic };

Script scriptOf(char32_t c) {
  if (isIn(kLatinLetters, c)) return Script::kLatin;
  return isIn(kCyrillicLetters, c) ? Script::kCyrillic : Script::kNone;
}

// A letter that looks like one of the other alphabet, next to letters of its word.
bool mixesScripts(const std::u32string& characters) {
  Script before = Script::kNone;
  for (const char32_t c : characters) {
    if (isIn(kMarks, c)) continue;
    const Script script = scriptOf(c);
    if (script != Script::kNone && before != Script::kNone && script != before) return true;
    before = script;
  }
  return false;
}

bool isComposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::vector<UChar> wide(text.size() + 1);
  std::int32_t length = 0;
  u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &length, text.data(),
                static_cast<std::int32_t>(text.size()), &status);
  const UNormalizer2* composing = unorm2_getNFCInstance(&status);
  return unorm2_isNormalized(composing, wide.data(), length, &status) != 0 && U_SUCCESS(status);
}

bool isTitle(capnp::Text::Reader name) {
  const std::string text = stringOf(name);
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return true;
  const std::u32string characters = charactersOf(text);
  const bool odd = std::ranges::any_of(characters, [](char32_t c) { return isIn(kNowhere, c); });
  return !odd && !mixesScripts(characters) && isComposed(text);
}

Refusal judgeNames(schema::Names::Reader names) {
  return isTitle(names.getKk()) && isTitle(names.getRu()) && isTitle(names.getEn()) ? Refusal{} : kBadTitle;
}

bool holdsIin(const std::string& text) {
  const auto alike = [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b; };
  return std::search(text.begin(), text.end(), kIin.begin(), kIin.end(), alike) != text.end();
}

// Of the first eleven digits, which are weighted by 1, 2, … from that weight on, and by 1, 2 after 11.
unsigned checkDigit(std::string_view digits, unsigned first_weight) {
  unsigned sum = 0;
  for (unsigned i = 0; i < 11; ++i) {
    const unsigned weight = (first_weight - 1 + i) % 11 + 1;
    sum += weight * static_cast<unsigned>(digits[i] - '0');
  }
  return sum % 11;
}

// Twelve digits with a month and their check digit, of a person or an organisation.
bool isNumbered(std::string_view digits) {
  if (digits.size() != 12 || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return false;
  const std::string_view month = digits.substr(2, 2);
  if (month < "01" || month > "12") return false;
  unsigned check = checkDigit(digits, 1);
  if (check == 10) check = checkDigit(digits, 3);
  return check == static_cast<unsigned>(digits[11] - '0');
}

bool isBin(std::string_view digits) {
  return isNumbered(digits) && digits[4] >= '4' && digits[4] <= '6' && digits[5] <= '3';
}

// The fifth digit of a person's number is of the day of birth.
bool isIin(std::string_view digits) {
  return isNumbered(digits) && digits[4] <= '3';
}

Refusal judgeNumber(capnp::Text::Reader number) {
  const std::string text = stringOf(number);
  if (holdsIin(text) || isIin(text))
    return {"IIN_PUBLIC", "a number of a private person stands where everybody reads it"};
  if (!text.starts_with(kBin) || isBin(std::string_view{text}.substr(kBin.size()))) return {};
  return {"BAD_BIN", "what is said to be a BIN has not its digits, or not its check digit"};
}

// The field `names` of each kind that has one, by discriminant.
using NamesField = capnp::StructSchema::Field;

const std::vector<std::optional<NamesField>>& namesFields() {
  static const auto& all = *[] {
    auto* fields = new std::vector<std::optional<NamesField>>;
    for (const auto member : capnp::Schema::from<schema::Command>().asStruct().getUnionFields()) {
      std::optional<NamesField> names;
      KJ_IF_MAYBE (field, member.getType().asStruct().findFieldByName("names")) {
        names = *field;
      }
      fields->push_back(names);
    }
    return fields;
  }();
  return all;
}

Refusal judgeNames(schema::Command::Reader command) {
  const auto kind = static_cast<unsigned>(command.which());
  const auto& field = namesFields().at(kind);
  if (!field) return {};
  const capnp::DynamicStruct::Reader whole = command;
  const auto member = capnp::Schema::from<schema::Command>().asStruct().getUnionFields()[kind];
  return judgeNames(whole.get(member).as<capnp::DynamicStruct>().get(*field).as<schema::Names>());
}

}  // namespace

Refusal judgePublicTexts(const Case& c, schema::Command::Reader command) {
  if (c.rules < kVersionThree) return {};
  if (command.isExpenditureRecord()) return judgeNumber(command.getExpenditureRecord().getVendor());
  if (command.isGrantAward())
    return c.imported() || isTitle(command.getGrantAward().getTitle()) ? Refusal{} : kBadTitle;
  if (command.isOrganisationRegister()) {
    const auto refusal = judgeNumber(command.getOrganisationRegister().getRegistrationNumber());
    if (refusal) return refusal;
  }
  return judgeNames(command);
}

}  // namespace audit
