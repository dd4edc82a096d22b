#include "projections/language/numbers.h"

#include <array>

namespace projections {
namespace {

using ledger::Language;

constexpr const char* kNoBreakSpace = "\u00a0";

constexpr std::array<const char*, 12> kMonthsKk = {"қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                                                   "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
constexpr std::array<const char*, 12> kMonthsRu = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                                   "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr std::array<const char*, 12> kMonthsEn = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string grouped(const std::string& digits, Language language) {
  const bool english = language == Language::kEnglish;
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += english ? "," : kNoBreakSpace;
    text += digits[i];
  }
  return text;
}

struct Date {
  std::string year;
  std::size_t month;  // 0 … 11
  std::string day;
};

Date dateOf(ledger::CivilDay day) {
  const std::string text = ledger::dayText(day);
  return {text.substr(0, 4), static_cast<std::size_t>(std::stoi(text.substr(5, 2)) - 1),
          std::to_string(std::stoi(text.substr(8, 2)))};
}

}  // namespace

std::string countText(std::int64_t count, Language language) {
  const std::string digits = std::to_string(count);
  return count < 0 ? "−" + grouped(digits.substr(1), language) : grouped(digits, language);
}

std::string amountText(std::int64_t minor, ledger::Currency currency, Language language) {
  std::string plain = ledger::minorText(minor, currency);
  const bool negative = plain.front() == '-';
  if (negative) plain.erase(0, 1);
  const std::size_t point = plain.find('.');
  std::string text = (negative ? "−" : "") + grouped(plain.substr(0, point), language);
  if (point == std::string::npos) return text;
  return text.append(language == Language::kEnglish ? "." : ",").append(plain, point + 1);
}

bool isWhole(std::int64_t minor, ledger::Currency currency) {
  std::int64_t unit = 1;
  for (int i = 0; i < currency.exponent(); ++i) unit *= 10;
  return minor % unit == 0;
}

std::string wholeAmountText(std::int64_t minor, ledger::Currency currency, Language language) {
  const std::string text = amountText(minor, currency, language);
  const int decimals = currency.exponent();
  return decimals == 0 ? text : text.substr(0, text.size() - 1 - static_cast<std::size_t>(decimals));
}

std::string moneyText(const ledger::Money& money, Language language) {
  return amountText(money.minor, money.currency, language) + kNoBreakSpace + std::string(money.currency.code());
}

std::string durationText(ledger::Minutes minutes, Language language) {
  const bool english = language == Language::kEnglish;
  const char* hour = english ? "h" : language == Language::kRussian ? "ч" : "сағ";
  const char* minute = english ? "min" : "мин";
  const std::int64_t total = minutes.count();
  const std::int64_t size = total < 0 ? -total : total;
  std::string text = total < 0 ? "−" : "";
  if (size >= 60) text += countText(size / 60, language) + kNoBreakSpace + hour;
  if (size % 60 == 0 && size > 0) return text;
  return text + (size >= 60 ? kNoBreakSpace : "") + std::to_string(size % 60) + kNoBreakSpace + minute;
}

std::string shortDay(ledger::CivilDay day, Language language) {
  if (day == 0) return {};
  const std::string iso = ledger::dayText(day);
  if (language != Language::kEnglish) return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
  const Date date = dateOf(day);
  return date.day + " " + std::string(kMonthsEn[date.month]).substr(0, 3) + " " + date.year;
}

std::string longDay(ledger::CivilDay day, Language language) {
  if (day == 0) return {};
  const Date date = dateOf(day);
  switch (language) {
    case Language::kKazakh:
      return date.year + " жылғы " + date.day + " " + kMonthsKk[date.month];
    case Language::kRussian:
      return date.day + " " + kMonthsRu[date.month] + " " + date.year + " г.";
    case Language::kEnglish:
      return date.day + " " + kMonthsEn[date.month] + " " + date.year;
  }
  return {};
}

std::string countedText(std::int64_t count, const Counted& counted, Language language) {
  const std::int64_t size = count < 0 ? -count : count;
  const char* form = counted.kk;
  if (language == Language::kEnglish) {
    form = size == 1 ? counted.en_one : counted.en_many;
  } else if (language == Language::kRussian) {
    const bool teen = size % 100 >= 11 && size % 100 <= 14;
    const std::int64_t last = size % 10;
    form = teen || last == 0 || last > 4 ? counted.ru_many : last == 1 ? counted.ru_one : counted.ru_few;
  }
  return countText(count, language) + kNoBreakSpace + form;
}

}  // namespace projections
