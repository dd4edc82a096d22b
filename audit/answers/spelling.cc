#include "audit/answers/spelling.h"

#include "audit/replay/civil_calendar.h"
#include "audit/replay/moment.h"

namespace audit {
namespace {

// As the ledger's JSON has it: the sign counts among the width.
std::string paddedDigits(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  const std::size_t sign = value < 0 ? 1 : 0;
  if (digits.size() < width) digits.insert(sign, width - digits.size(), '0');
  return digits;
}

}  // namespace

bool hasMark(capnp::StructSchema::Field field, std::uint64_t mark) {
  for (const auto one : field.getProto().getAnnotations()) {
    if (one.getId() == mark) return true;
  }
  return false;
}

std::string civilDayText(std::int64_t day) {
  const CivilDate date = dateOf(day);
  return paddedDigits(date.year, 4) + "-" + paddedDigits(date.month, 2) + "-" + paddedDigits(date.day, 2);
}

std::string offsetMoment(std::int64_t utc_ms, std::int64_t offset_minutes, Thousandths thousandths) {
  const std::int64_t local = saturated(utc_ms, offset_minutes * kMinuteMs);
  const std::int64_t in_day = (local % kDayMs + kDayMs) % kDayMs;
  const std::int64_t second = in_day / 1000;
  std::string text = civilDayText(civilDay(utc_ms, offset_minutes)) + "T" + paddedDigits(second / 3600, 2) + ":" +
                     paddedDigits(second / 60 % 60, 2) + ":" + paddedDigits(second % 60, 2);
  if (thousandths == Thousandths::kWhereAny && in_day % 1000 != 0) text += "." + paddedDigits(in_day % 1000, 3);
  const std::int64_t away = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  return text + (offset_minutes < 0 ? "-" : "+") + paddedDigits(away / 60, 2) + ":" + paddedDigits(away % 60, 2);
}

}  // namespace audit
