#include "ledger/event/json_fields.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "ledger/base/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/base/instant.h"
#include "ledger/base/limits.h"
#include "ledger/base/money.h"

namespace ledger {
namespace {

using capnp::DynamicStruct;
using capnp::DynamicValue;

Error invalid(std::string reason, const std::string& path, const std::string& message) {
  return {ErrorCode::kInvalid, std::move(reason), path + ": " + message};
}

Error wrongShape(const std::string& path, std::string_view expected, const JsonValue& found) {
  return invalid("JSON_SHAPE", path, "expects " + std::string(expected) + ", found " + std::string(found.shape()));
}

// Where a value goes, and how its place is called.
struct Place {
  capnp::StructSchema::Field field;
  DynamicStruct::Builder out;
  std::string path;
};

capnp::Data::Reader wireBytes(ByteView bytes) {
  return {bytes.data(), bytes.size()};
}

Result<void> readNumber(Place place, const JsonValue& value) {
  const auto* number = value.integer();
  if (number == nullptr) return wrongShape(place.path, "an integer", value);
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const auto type = place.field.getType();
  if (type.isUInt16() || type.isUInt32() || type.isUInt64()) least = 0;
  if (type.isUInt16()) most = std::numeric_limits<std::uint16_t>::max();
  if (type.isUInt32()) most = std::numeric_limits<std::uint32_t>::max();
  if (type.isInt16()) std::tie(least, most) = std::pair<std::int64_t, std::int64_t>{-32768, 32767};
  if (*number < least || *number > most) {
    return invalid("JSON_VALUE", place.path,
                   std::to_string(*number) + " is not from " + std::to_string(least) + " to " + std::to_string(most));
  }
  place.out.set(place.field, *number);
  return {};
}

Result<Bytes> bytesOf(FieldShape shape, const std::string& text) {
  if (shape == FieldShape::kHash) return fromHex(text);
  if (shape != FieldShape::kId) return fromBase64(text);
  const auto id = parseIdText(text);
  if (!id) return id.error();
  return toBytes(*id);
}

std::string_view spellingOf(FieldShape shape) {
  if (shape == FieldShape::kHash) return "a text of 64 hex digits";
  if (shape == FieldShape::kId) return "an id of 26 characters as text";
  return "base64 as text";
}

Result<void> readBytes(Place place, FieldShape shape, const JsonValue& value) {
  if (value.text() == nullptr) return wrongShape(place.path, spellingOf(shape), value);
  const auto bytes = bytesOf(shape, *value.text());
  if (!bytes) return invalid("JSON_VALUE", place.path, bytes.error().message);
  place.out.set(place.field, wireBytes(*bytes));
  return {};
}

Result<capnp::DynamicEnum> wordOf(capnp::EnumSchema words, const JsonValue& value, const std::string& path) {
  if (value.text() == nullptr) return wrongShape(path, "one of " + namesOf(words), value);
  for (const auto enumerant : words.getEnumerants()) {
    if (nameOf(enumerant) == *value.text()) return capnp::DynamicEnum(enumerant);
  }
  return invalid("JSON_VALUE", path, quoteJson(*value.text()) + " is none of " + namesOf(words));
}

Result<void> readEnum(Place place, const JsonValue& value) {
  const auto word = wordOf(place.field.getType().asEnum(), value, place.path);
  if (!word) return word.error();
  place.out.set(place.field, *word);
  return {};
}

// "300000.00 KZT"
Result<Money> parseMoneyText(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos) {
    return Error{ErrorCode::kInvalid, "JSON_VALUE", "an amount as text is like \"300000.00 KZT\""};
  }
  const auto currency = Currency::parse(text.substr(space + 1));
  if (!currency) return currency.error();
  const auto minor = parseMinor(text.substr(0, space), *currency);
  if (!minor) return minor.error();
  return Money{*minor, *currency};
}

Result<void> readMoney(Place place, const JsonValue& value) {
  auto money = place.out.init(place.field).as<DynamicStruct>();
  if (value.fields() != nullptr) return readFields(*value.fields(), money, place.path);
  if (value.text() == nullptr) return wrongShape(place.path, R"({"minor":30000000,"currency":"KZT"})", value);
  const auto parsed = parseMoneyText(*value.text());
  if (!parsed) return invalid("JSON_VALUE", place.path, parsed.error().message);
  money.set("minor", parsed->minor);
  money.set("currency", capnp::Text::Reader(std::string(parsed->currency.code()).c_str()));
  return {};
}

Result<void> readTime(Place place, FieldShape shape, const JsonValue& value) {
  if (value.text() == nullptr) {
    return wrongShape(place.path, shape == FieldShape::kDay ? "a day \"2026-03-01\"" : "a time as RFC 3339 text",
                      value);
  }
  if (shape == FieldShape::kDay) {
    const auto day = parseDay(*value.text());
    if (!day) return invalid("JSON_VALUE", place.path, day.error().message);
    place.out.set(place.field, *day);
    return {};
  }
  const auto instant = Instant::parse(*value.text());
  if (!instant) return invalid("JSON_VALUE", place.path, instant.error().message);
  if (shape == FieldShape::kUtcMs) {
    place.out.set(place.field, instant->utc_ms);
    return {};
  }
  auto moment = place.out.init(place.field).as<DynamicStruct>();
  moment.set("utcMs", instant->utc_ms);
  moment.set("offsetMinutes", instant->offset_minutes);
  return {};
}

Result<void> readList(Place place, const JsonValue& value) {
  const auto* items = value.list();
  if (items == nullptr) return wrongShape(place.path, "a list", value);
  if (items->empty()) return {};
  if (items->size() > limits::kListItemsMax) {
    return invalid("JSON_VALUE", place.path, "more than " + std::to_string(limits::kListItemsMax) + " items");
  }
  auto list = place.out.init(place.field, static_cast<unsigned>(items->size())).as<capnp::DynamicList>();
  const bool of_words = place.field.getType().asList().getElementType().isEnum();
  for (unsigned i = 0; i < items->size(); ++i) {
    const std::string path = place.path + "[" + std::to_string(i) + "]";
    if (of_words) {
      const auto word = wordOf(place.field.getType().asList().getElementType().asEnum(), (*items)[i], path);
      if (!word) return word.error();
      list.set(i, *word);
      continue;
    }
    const auto* fields = (*items)[i].fields();
    if (fields == nullptr) return wrongShape(path, "an object", (*items)[i]);
    ASAR_TRY(readFields(*fields, list[i].as<DynamicStruct>(), path));
  }
  return {};
}

Result<void> readField(const Place& place, const JsonValue& value) {
  const FieldShape shape = meaningOf(place.field).shape;
  switch (shape) {
    case FieldShape::kFlag:
      if (value.boolean() == nullptr) return wrongShape(place.path, "true or false", value);
      DynamicStruct::Builder(place.out).set(place.field, *value.boolean());
      return {};
    case FieldShape::kNumber:
    case FieldShape::kMinutes:
      return readNumber(place, value);
    case FieldShape::kDay:
    case FieldShape::kUtcMs:
    case FieldShape::kInstant:
      return readTime(place, shape, value);
    case FieldShape::kText:
    case FieldShape::kCode:
      if (value.text() == nullptr) return wrongShape(place.path, "a text", value);
      DynamicStruct::Builder(place.out).set(place.field,
                                            capnp::Text::Reader(value.text()->c_str(), value.text()->size()));
      return {};
    case FieldShape::kId:
    case FieldShape::kHash:
    case FieldShape::kKey:
    case FieldShape::kSignature:
    case FieldShape::kBytes:
      return readBytes(place, shape, value);
    case FieldShape::kEnum:
      return readEnum(place, value);
    case FieldShape::kMoney:
      return readMoney(place, value);
    case FieldShape::kStruct:
      if (value.fields() == nullptr) return wrongShape(place.path, "an object", value);
      return readFields(*value.fields(), DynamicStruct::Builder(place.out).init(place.field).as<DynamicStruct>(),
                        place.path);
    case FieldShape::kList:
      return readList(place, value);
  }
  return {};
}

bool isListed(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const auto comma = names.find(',');
    if (names.substr(0, comma) == name) return true;
    names = comma == std::string_view::npos ? "" : names.substr(comma + 1);
  }
  return false;
}

JsonValue timeText(UtcMs utc_ms, std::int16_t offset_minutes) {
  return Instant{utc_ms, offset_minutes}.text();
}

// ISO 3166-2: whoever signs a command chooses its ids, and what merely resembles a code may be no UTF-8.
bool isCodeOfRegion(std::string_view code) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool long_enough = code.size() >= 4 && code.size() <= 6;
  return long_enough && capital(code[0]) && capital(code[1]) && code[2] == '-' &&
         std::all_of(code.begin() + 3, code.end(), [&](char c) { return capital(c) || (c >= '0' && c <= '9'); });
}

JsonValue idJson(ByteView bytes) {
  Id16 id{};
  if (bytes.size() != id.size()) return toBase64(bytes);
  std::copy(bytes.begin(), bytes.end(), id.begin());
  // The stream of a region is its code, padded with zeros.
  const auto text = asText(bytes);
  const auto code = text.substr(0, text.find('\0'));
  const bool padded = text.find_first_not_of('\0', code.size()) == std::string_view::npos;
  if (padded && isCodeOfRegion(code)) return code;
  return idText(id);
}

ByteView viewOf(capnp::Data::Reader bytes) {
  return {bytes.begin(), bytes.size()};
}

JsonValue writeValue(const FieldMeaning& meaning, const DynamicValue::Reader& value);

JsonValue writeList(capnp::DynamicList::Reader in) {
  const FieldMeaning meaning = meaningOfItem(in.getSchema());
  JsonValue::List out;
  for (const auto item : in) out.push_back(writeValue(meaning, item));
  return out;
}

JsonValue writeEnum(const capnp::DynamicEnum& value) {
  KJ_IF_MAYBE (known, value.getEnumerant()) return nameOf(*known);
  return static_cast<int>(value.getRaw());
}

JsonValue writeValue(const FieldMeaning& meaning, const DynamicValue::Reader& value) {
  switch (meaning.shape) {
    case FieldShape::kFlag:
      return value.as<bool>();
    case FieldShape::kNumber:
    case FieldShape::kMinutes:
      return value.as<std::int64_t>();
    case FieldShape::kDay:
      return dayText(value.as<std::int32_t>());
    case FieldShape::kUtcMs:
      return timeText(value.as<std::int64_t>(), 0);
    case FieldShape::kInstant: {
      const auto moment = value.as<DynamicStruct>();
      return timeText(moment.get("utcMs").as<std::int64_t>(), moment.get("offsetMinutes").as<std::int16_t>());
    }
    case FieldShape::kText:
    case FieldShape::kCode: {
      const auto text = value.as<capnp::Text>();
      return std::string(text.begin(), text.size());
    }
    case FieldShape::kId:
      return idJson(viewOf(value.as<capnp::Data>()));
    case FieldShape::kHash:
      return toHex(viewOf(value.as<capnp::Data>()));
    case FieldShape::kKey:
    case FieldShape::kSignature:
    case FieldShape::kBytes:
      return toBase64(viewOf(value.as<capnp::Data>()));
    case FieldShape::kEnum:
      return writeEnum(value.as<capnp::DynamicEnum>());
    case FieldShape::kMoney:
    case FieldShape::kStruct:
      return writeFields(value.as<DynamicStruct>());
    case FieldShape::kList:
      return writeList(value.as<capnp::DynamicList>());
  }
  return {};
}

std::string fieldPath(const std::string& path, const std::string& name) {
  return path + "." + name;
}

}  // namespace

Result<void> readFields(const JsonValue::Fields& fields, DynamicStruct::Builder out, const std::string& path,
                        std::string_view not_here) {
  const auto known = out.getSchema().getNonUnionFields();
  for (const auto& [name, value] : fields) {
    if (isListed(not_here, name)) continue;
    std::string names;
    std::optional<Place> place;
    for (const auto field : known) {
      if (nameOf(field) == name) place = Place{field, out, fieldPath(path, name)};
      names.append(names.empty() ? "" : ", ").append(nameOf(field));
    }
    if (!place) return invalid("JSON_UNKNOWN_FIELD", fieldPath(path, name), "no such field; there are " + names);
    ASAR_TRY(readField(*place, value));
  }
  for (const auto field : known) {
    const std::string name{nameOf(field)};
    const bool given = std::ranges::any_of(fields, [&](const auto& one) { return one.first == name; });
    if (!given && !meaningOf(field).optional) return invalid("JSON_MISSING_FIELD", fieldPath(path, name), "is missing");
  }
  return {};
}

JsonValue::Fields writeFields(DynamicStruct::Reader in) {
  JsonValue::Fields out;
  for (const auto field : in.getSchema().getNonUnionFields()) {
    const FieldMeaning meaning = meaningOf(field);
    if (!in.has(field)) continue;
    const bool is_time = meaning.shape == FieldShape::kDay || meaning.shape == FieldShape::kUtcMs;
    if (is_time && meaning.optional && in.get(field).as<std::int64_t>() == 0) continue;
    out.emplace_back(nameOf(field), writeValue(meaning, in.get(field)));
  }
  return out;
}

}  // namespace ledger
