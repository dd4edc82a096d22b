#include "ledger/vault/person_name.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <vector>

#include "ledger/base/limits.h"
#include "ledger/base/utf8.h"

namespace ledger {
namespace {

Error bad(const std::string& why) {
  return {ErrorCode::kInvalid, "BAD_NAME", "a name does not fit: " + why};
}

std::string place(std::size_t index) {
  return "character " + std::to_string(index + 1);
}

bool isJoin(UChar32 c) {
  return c == ' ' || c == '-' || c == '\'' || c == '.' || c == 0x2019;
}

bool isMark(UChar32 c) {
  return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

using Text = std::vector<UChar>;

Result<Text> composed(std::string_view name) {
  if (name.empty() || name.size() > limits::kPersonalValueBytesMax || !isUtf8(name))
    return bad("it has 1 to 1024 bytes of UTF-8");
  UErrorCode status = U_ZERO_ERROR;
  Text wide(name.size() + 1);
  int32_t length = 0;
  u_strFromUTF8(wide.data(), static_cast<int32_t>(wide.size()), &length, name.data(), static_cast<int32_t>(name.size()),
                &status);
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  Text out(3 * static_cast<std::size_t>(length) + 16);
  const int32_t size = U_SUCCESS(status) ? unorm2_normalize(nfc, wide.data(), length, out.data(),
                                                            static_cast<int32_t>(out.size()), &status)
                                         : 0;
  if (U_FAILURE(status)) return bad("it cannot be normalised");
  out.resize(static_cast<std::size_t>(size));
  return out;
}

// Looks at one character after the other: what it is, and that a word keeps its script.
class Spelling {
 public:
  Result<void> take(UChar32 c) {
    const std::size_t index = count_++;
    if (count_ > limits::kPersonNameCharactersMax) return bad("it has more than 200 characters");
    if (isJoin(c)) {
      script_ = USCRIPT_INVALID_CODE;
      marks_ = 0;
      return {};
    }
    if (isMark(c)) {
      if (++marks_ > limits::kPersonNameMarksInARowMax || script_ == USCRIPT_INVALID_CODE)
        return bad(place(index) + " is a mark that belongs to no letter");
      return {};
    }
    marks_ = 0;
    if (u_isalpha(c) == 0) return bad(place(index) + " is no letter, mark, space, hyphen, apostrophe or dot");
    letters_ = true;
    return script(c, index);
  }
  Result<void> finish() const { return letters_ ? Result<void>{} : bad("it has no letter"); }

 private:
  Result<void> script(UChar32 c, std::size_t index) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode of = uscript_getScript(c, &status);
    if (U_FAILURE(status) || (of != USCRIPT_CYRILLIC && of != USCRIPT_LATIN))
      return bad(place(index) + " is neither Cyrillic nor Latin");
    if (script_ != USCRIPT_INVALID_CODE && script_ != of)
      return bad(place(index) + " mixes Cyrillic and Latin in one word");
    script_ = of;
    return {};
  }

  std::size_t count_ = 0;
  std::size_t marks_ = 0;
  bool letters_ = false;
  UScriptCode script_ = USCRIPT_INVALID_CODE;
};

Result<void> checkSpelling(const Text& text) {
  std::vector<UChar32> characters(text.size() + 1);
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  u_strToUTF32(characters.data(), static_cast<int32_t>(characters.size()), &count, text.data(),
               static_cast<int32_t>(text.size()), &status);
  if (U_FAILURE(status)) return bad("it is no text");
  characters.resize(static_cast<std::size_t>(count));
  Spelling spelling;
  for (const UChar32 c : characters) ASAR_TRY(spelling.take(c));
  return spelling.finish();
}

// One space between words, none at the ends.
Text singleSpaced(const Text& text) {
  Text out;
  for (const UChar c : text) {
    if (c == u' ' && (out.empty() || out.back() == u' ')) continue;
    out.push_back(c);
  }
  if (!out.empty() && out.back() == u' ') out.pop_back();
  return out;
}

}  // namespace

Result<std::string> normalisedName(std::string_view name) {
  const auto wide = composed(name);
  if (!wide) return wide.error();
  const Text spaced = singleSpaced(*wide);
  ASAR_TRY(checkSpelling(spaced));
  std::string out(4 * spaced.size(), '\0');
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strToUTF8(out.data(), static_cast<int32_t>(out.size()), &length, spaced.data(), static_cast<int32_t>(spaced.size()),
              &status);
  ASAR_CHECK(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

Result<void> checkName(std::string_view name) {
  const auto normal = normalisedName(name);
  if (!normal) return normal.error();
  if (*normal == name) return {};
  return bad("it is not spelt in Unicode NFC with single spaces: normalise it before its commitment is made");
}

}  // namespace ledger
