#include "audit/answers/body_json.h"

#include <capnp/dynamic.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/base/bytes.h"
#include "audit/replay/civil_calendar.h"
#include "audit/replay/moment.h"

namespace audit {
namespace {

using capnp::DynamicStruct;
using capnp::DynamicValue;
using nlohmann::json;

// The ids of the annotations of types.capnp.
constexpr std::uint64_t kMarkId = 0xac98b467078fa695;
constexpr std::uint64_t kMarkHash = 0xa5969c5462cce33a;
constexpr std::uint64_t kMarkDay = 0xf71ca48d7cae7e31;
constexpr std::uint64_t kMarkUtcMs = 0xb7be9343d1041690;
constexpr std::uint64_t kMarkOptional = 0xc4a9ed97e7265a95;

bool isMarked(capnp::StructSchema::Field field, std::uint64_t mark) {
  for (const auto one : field.getProto().getAnnotations()) {
    if (one.getId() == mark) return true;
  }
  return false;
}

std::string withZeros(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string spelledDay(std::int64_t day) {
  const CivilDate date = dateOf(day);
  return withZeros(date.year, 4) + "-" + withZeros(date.month, 2) + "-" + withZeros(date.day, 2);
}

// ISO 3166-2: whoever signs a command chooses its ids, and what merely resembles a code may be no UTF-8.
bool isSpelledRegion(std::string_view code) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool long_enough = code.size() >= 4 && code.size() <= 6;
  return long_enough && capital(code[0]) && capital(code[1]) && code[2] == '-' &&
         std::all_of(code.begin() + 3, code.end(), [&](char c) { return capital(c) || (c >= '0' && c <= '9'); });
}

// The stream of a region is its code, padded with zeros.
std::string spelledId(Bytes bytes) {
  if (bytes.size() != 16) return base64Of(bytes);
  const std::string_view text = textOf(bytes);
  const std::string_view code = text.substr(0, text.find('\0'));
  const bool padded_code = text.find_first_not_of('\0', code.size()) == std::string_view::npos;
  if (padded_code && isSpelledRegion(code)) return std::string(code);
  return idText(fixed<16>(bytes));
}

std::string spelledBytes(const DynamicValue::Reader& value, bool id, bool hash) {
  const capnp::Data::Reader held = value.as<capnp::Data>();
  const Bytes bytes{held.begin(), held.size()};
  if (id) return spelledId(bytes);
  return hash ? hexOf(bytes) : base64Of(bytes);
}

json spelledEnum(const capnp::DynamicEnum& value) {
  KJ_IF_MAYBE (known, value.getEnumerant()) {
    return known->getProto().getName().cStr();
  }
  return value.getRaw();
}

json fieldsOf(DynamicStruct::Reader message);

json spelledStruct(DynamicStruct::Reader value) {
  if (std::string_view(value.getSchema().getShortDisplayName().cStr()) != "Instant") return fieldsOf(value);
  return spelledMoment(value.get("utcMs").as<std::int64_t>(), value.get("offsetMinutes").as<std::int64_t>());
}

// Of what has no marks: an item of a list, and all but numbers and bytes.
json spelled(const DynamicValue::Reader& value) {
  switch (value.getType()) {
    case DynamicValue::BOOL:
      return value.as<bool>();
    case DynamicValue::INT:
      return value.as<std::int64_t>();
    case DynamicValue::UINT:
      return value.as<std::uint64_t>();
    case DynamicValue::TEXT: {
      const capnp::Text::Reader text = value.as<capnp::Text>();
      return std::string(text.begin(), text.size());
    }
    case DynamicValue::DATA:
      return spelledBytes(value, false, false);
    case DynamicValue::ENUM:
      return spelledEnum(value.as<capnp::DynamicEnum>());
    case DynamicValue::STRUCT:
      return spelledStruct(value.as<DynamicStruct>());
    case DynamicValue::LIST: {
      json list = json::array();
      for (const auto item : value.as<capnp::DynamicList>()) list.push_back(spelled(item));
      return list;
    }
    case DynamicValue::UNKNOWN:
    case DynamicValue::VOID:
    case DynamicValue::FLOAT:
    case DynamicValue::CAPABILITY:
    case DynamicValue::ANY_POINTER:
      break;
  }
  return nullptr;
}

json spelledField(capnp::StructSchema::Field field, const DynamicValue::Reader& value) {
  if (value.getType() == DynamicValue::DATA)
    return spelledBytes(value, isMarked(field, kMarkId), isMarked(field, kMarkHash));
  if (value.getType() == DynamicValue::INT && isMarked(field, kMarkDay)) return spelledDay(value.as<std::int64_t>());
  if (value.getType() == DynamicValue::INT && isMarked(field, kMarkUtcMs))
    return spelledMoment(value.as<std::int64_t>(), 0);
  return spelled(value);
}

json fieldsOf(DynamicStruct::Reader message) {
  json out = json::object();
  for (const auto field : message.getSchema().getNonUnionFields()) {
    if (!message.has(field)) continue;  // of pointers only: a number is always there
    const DynamicValue::Reader value = message.get(field);
    const bool time = isMarked(field, kMarkDay) || isMarked(field, kMarkUtcMs);
    if (time && isMarked(field, kMarkOptional) && value.as<std::int64_t>() == 0) continue;
    out[field.getProto().getName().cStr()] = spelledField(field, value);
  }
  return out;
}

}  // namespace

std::string spelledMoment(std::int64_t utc_ms, std::int64_t offset_minutes) {
  const std::int64_t local = saturated(utc_ms, offset_minutes * kMinuteMs);
  const std::int64_t in_day = (local % kDayMs + kDayMs) % kDayMs;
  const std::int64_t second = in_day / 1000;
  std::string text = spelledDay(civilDay(utc_ms, offset_minutes)) + "T" + withZeros(second / 3600, 2) + ":" +
                     withZeros(second / 60 % 60, 2) + ":" + withZeros(second % 60, 2);
  if (in_day % 1000 != 0) text += "." + withZeros(in_day % 1000, 3);
  const std::int64_t away = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  return text + (offset_minutes < 0 ? "-" : "+") + withZeros(away / 60, 2) + ":" + withZeros(away % 60, 2);
}

json bodyJson(ledger::schema::Command::Reader command) {
  const DynamicStruct::Reader dynamic = command;
  json out = fieldsOf(dynamic);
  KJ_IF_MAYBE (kind, dynamic.which()) {
    out.update(fieldsOf(dynamic.get(*kind).as<DynamicStruct>()));
    out["command"] = kind->getProto().getName().cStr();
  }
  return out;
}

}  // namespace audit
