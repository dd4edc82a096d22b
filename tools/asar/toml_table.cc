#include "tools/asar/toml_table.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace tools {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

namespace {

constexpr int kDepthMax = 12;

Result<JsonValue> plain(const toml::node& node, int depth) {
  if (depth > kDepthMax) return badMapping("is nested too deeply");
  if (const auto* text = node.as_string()) return JsonValue(text->get());
  if (const auto* number = node.as_integer()) return JsonValue(number->get());
  if (const auto* flag = node.as_boolean()) return JsonValue(flag->get());
  if (const auto* list = node.as_array()) {
    JsonValue::List out;
    for (const auto& one : *list) {
      auto value = plain(one, depth + 1);
      if (!value) return value;
      out.push_back(std::move(*value));
    }
    return JsonValue(std::move(out));
  }
  if (const auto* table = node.as_table()) {
    JsonValue::Fields out;
    for (const auto& [name, one] : *table) {
      auto value = plain(one, depth + 1);
      if (!value) return value;
      out.emplace_back(std::string(name.str()), std::move(*value));
    }
    return JsonValue(std::move(out));
  }
  std::ostringstream where;
  where << node.source();
  return badMapping("has a fraction or a date at " + where.str() + ": write it as text");
}

}  // namespace

Error badMapping(const std::string& what) {
  return {ErrorCode::kInvalid, "BAD_MAPPING", "the mapping " + what};
}

Result<JsonValue> readToml(std::string_view toml) {
  toml::table table;
  try {
    table = toml::parse(toml);
  } catch (const toml::parse_error& error) {
    std::ostringstream where;
    where << error.source().begin;
    return badMapping("is not TOML: " + std::string(error.description()) + " (" + where.str() + ")");
  }
  return plain(table, 0);
}

std::string textAt(const JsonValue& table, std::string_view name, const std::string& otherwise) {
  const JsonValue* value = table.find(name);
  return value != nullptr && value->text() != nullptr ? *value->text() : otherwise;
}

JsonValue valueAt(const JsonValue& table, std::string_view name) {
  const JsonValue* value = table.find(name);
  return value == nullptr ? JsonValue() : *value;
}

Result<void> onlyNames(const JsonValue& table, const std::string& where,
                       std::initializer_list<std::string_view> names) {
  if (table.fields() == nullptr) return {};
  const auto unknown = std::ranges::find_if(
      *table.fields(), [&](const auto& field) { return std::ranges::find(names, field.first) == names.end(); });
  if (unknown == table.fields()->end()) return {};
  std::string known;
  for (const std::string_view one : names) known.append(known.empty() ? "" : ", ").append(one);
  return badMapping("has \"" + unknown->first + "\" in " + where + ": there are only " + known);
}

}  // namespace tools
