#include "ledger/vault/field.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "ledger/base/identification_number.h"
#include "ledger/base/limits.h"
#include "ledger/base/utf8.h"
#include "ledger/vault/person_name.h"

namespace ledger {
namespace {

constexpr std::array kFields = {Field::kIin,       Field::kBin,       Field::kBirthDate, Field::kPhone,
                                Field::kEmail,     Field::kAddress,   Field::kName,      Field::kFamilyName,
                                Field::kGivenName, Field::kPatronymic};

Error bad(const char* reason, const std::string& what) {
  return {ErrorCode::kInvalid, reason, what};
}

// "1990-12-31"; parseDay knows the years of the ledger only, and people are older.
std::optional<CivilDay> birthDay(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  const auto fits = [](char c, char shape) { return shape == 'd' ? c >= '0' && c <= '9' : c == shape; };
  if (!std::ranges::equal(text, kShape, fits)) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(at, count)) value = value * 10 + (c - '0');
    return value;
  };
  const auto day = std::chrono::year{number(0, 4)} / number(5, 2) / number(8, 2);
  if (number(0, 4) < 1900 || number(0, 4) > 2100 || !day.ok()) return std::nullopt;
  return static_cast<CivilDay>(std::chrono::sys_days{day}.time_since_epoch().count());
}

Result<void> checkBirthDate(std::string_view value) {
  if (birthDay(value)) return {};
  return bad("BAD_DATE", "what is given as a birthDate is no day such as 1990-12-31");
}

Result<void> checkPhone(std::string_view value) {
  const bool digits = value.size() > 1 && value[0] == '+' &&
                      std::ranges::all_of(value.substr(1), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && value.size() > limits::kPhoneDigitsMin && value.size() <= limits::kPhoneDigitsMax + 1) return {};
  return bad("BAD_VALUE", "what is given as a phone is no number such as + and 7 to 15 digits");
}

bool isPlainText(std::string_view value) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  return !value.empty() && value.size() <= limits::kPersonalTextBytesMax && isUtf8(value) &&
         std::ranges::none_of(value, control);
}

Result<void> checkEmail(std::string_view value) {
  const auto at = value.find('@');
  const bool fits = isPlainText(value) && at != std::string_view::npos && at > 0 && at + 1 < value.size() &&
                    value.find('@', at + 1) == std::string_view::npos && value.find(' ') == std::string_view::npos;
  return fits ? Result<void>{} : bad("BAD_VALUE", "what is given as an email is no address such as name@example.kz");
}

}  // namespace

std::span<const Field> allFields() {
  return kFields;
}

std::string_view nameOf(Field field) {
  switch (field) {
    case Field::kIin:
      return "iin";
    case Field::kBin:
      return "bin";
    case Field::kBirthDate:
      return "birthDate";
    case Field::kPhone:
      return "phone";
    case Field::kEmail:
      return "email";
    case Field::kAddress:
      return "address";
    case Field::kName:
      return "name";
    case Field::kFamilyName:
      return "familyName";
    case Field::kGivenName:
      return "givenName";
    case Field::kPatronymic:
      return "patronymic";
  }
  return "";
}

std::optional<Field> fieldNamed(std::string_view name) {
  const auto* const found = std::ranges::find(kFields, name, [](Field field) { return nameOf(field); });
  return found == kFields.end() ? std::nullopt : std::optional(*found);
}

Result<Field> fieldOf(std::uint16_t tag) {
  const auto field = static_cast<Field>(tag);
  if (std::ranges::find(kFields, field) != kFields.end()) return field;
  return bad("FIELD_UNKNOWN", "tag " + std::to_string(tag) + " is no field that the vault keeps");
}

Result<void> checkValue(Field field, std::string_view value) {
  switch (field) {
    case Field::kIin:
      return checkIin(value);
    case Field::kBin:
      return checkBin(value);
    case Field::kBirthDate:
      return checkBirthDate(value);
    case Field::kPhone:
      return checkPhone(value);
    case Field::kEmail:
      return checkEmail(value);
    case Field::kAddress:
      if (isPlainText(value)) return {};
      return bad("BAD_VALUE", "an address is 1 to 512 bytes of UTF-8 without control characters");
    case Field::kName:
    case Field::kFamilyName:
    case Field::kGivenName:
    case Field::kPatronymic:
      return checkName(value);
  }
  return {};
}

bool isUnique(Field field) {
  return field == Field::kIin || field == Field::kBin;
}

std::optional<CivilDay> birthDayIn(Field field, std::string_view value) {
  if (field == Field::kIin) return birthDayOfIin(value);
  return field == Field::kBirthDate ? birthDay(value) : std::nullopt;
}

}  // namespace ledger
