#include "ledger/base/identification_number.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace ledger {
namespace {

constexpr std::size_t kDigits = 12;
constexpr int kNoRemainder = 10;

int digitAt(std::string_view number, std::size_t place) {
  return number[place] - '0';
}

int twoDigitsAt(std::string_view number, std::size_t place) {
  return digitAt(number, place) * 10 + digitAt(number, place + 1);
}

bool isTwelveDigits(std::string_view number) {
  return number.size() == kDigits && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

int remainder(std::string_view number, int first_weight) {
  int sum = 0;
  for (std::size_t i = 0; i + 1 < kDigits; ++i) {
    const int weight = (first_weight - 1 + static_cast<int>(i)) % 11 + 1;
    sum += weight * digitAt(number, i);
  }
  return sum % 11;
}

bool checkDigitFits(std::string_view number) {
  int expected = remainder(number, 1);
  if (expected == kNoRemainder) expected = remainder(number, 3);
  return expected != kNoRemainder && expected == digitAt(number, kDigits - 1);
}

std::chrono::year_month_day birthOf(std::string_view iin) {
  const int century = 1800 + (digitAt(iin, 6) - 1) / 2 * 100;
  return std::chrono::year(century + twoDigitsAt(iin, 0)) / twoDigitsAt(iin, 2) / twoDigitsAt(iin, 4);
}

}  // namespace

Result<void> checkIin(std::string_view number) {
  if (isTwelveDigits(number) && digitAt(number, 6) >= 1 && digitAt(number, 6) <= 6 && birthOf(number).ok() &&
      checkDigitFits(number)) {
    return {};
  }
  return Error{ErrorCode::kInvalid, "BAD_IIN",
               "what is given as an IIN is none: twelve digits that begin with a date and end with their check digit"};
}

Result<void> checkBin(std::string_view number) {
  if (isTwelveDigits(number) && twoDigitsAt(number, 2) >= 1 && twoDigitsAt(number, 2) <= 12 &&
      digitAt(number, 4) >= 4 && digitAt(number, 4) <= 6 && digitAt(number, 5) <= 3 && checkDigitFits(number)) {
    return {};
  }
  return Error{ErrorCode::kInvalid, "BAD_BIN",
               "what is given as a BIN is none: twelve digits that begin with year and month and end with their check "
               "digit"};
}

bool isIinInPublic(std::string_view number) {
  return isTwelveDigits(number) && twoDigitsAt(number, 2) >= 1 && twoDigitsAt(number, 2) <= 12 &&
         digitAt(number, 4) <= 3 && checkDigitFits(number);
}

CivilDay birthDayOfIin(std::string_view iin) {
  ASAR_CHECK(checkIin(iin).ok());
  return static_cast<CivilDay>(std::chrono::sys_days(birthOf(iin)).time_since_epoch().count());
}

}  // namespace ledger
