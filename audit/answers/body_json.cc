#include "audit/answers/body_json.h"

#include <capnp/dynamic.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/answers/spelling.h"
#include "audit/base/bytes.h"

namespace audit {
namespace {

using capnp::DynamicStruct;
using capnp::DynamicValue;
using nlohmann::json;

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
    return spelledBytes(value, hasMark(field, kIdMark), hasMark(field, kHashMark));
  if (value.getType() == DynamicValue::INT && hasMark(field, kDayMark)) return civilDayText(value.as<std::int64_t>());
  if (value.getType() == DynamicValue::INT && hasMark(field, kUtcMsMark))
    return spelledMoment(value.as<std::int64_t>(), 0);
  return spelled(value);
}

json fieldsOf(DynamicStruct::Reader message) {
  json out = json::object();
  for (const auto field : message.getSchema().getNonUnionFields()) {
    if (!message.has(field)) continue;  // of pointers only: a number is always there
    const DynamicValue::Reader value = message.get(field);
    const bool time = hasMark(field, kDayMark) || hasMark(field, kUtcMsMark);
    if (time && hasMark(field, kOptionalMark) && value.as<std::int64_t>() == 0) continue;
    out[field.getProto().getName().cStr()] = spelledField(field, value);
  }
  return out;
}

}  // namespace

std::string spelledMoment(std::int64_t utc_ms, std::int64_t offset_minutes) {
  return offsetMoment(utc_ms, offset_minutes, Thousandths::kWhereAny);
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
