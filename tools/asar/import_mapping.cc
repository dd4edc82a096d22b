#include "tools/asar/import_mapping.h"

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <sstream>

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

constexpr int kDepthMax = 12;

Error bad(const std::string& what) {
  return {ErrorCode::kInvalid, "BAD_MAPPING", "the mapping " + what};
}

Result<JsonValue> plain(const toml::node& node, int depth) {
  if (depth > kDepthMax) return bad("is nested too deeply");
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
  return bad("has a fraction or a date at " + where.str() + ": write it as text");
}

std::string textAt(const JsonValue& table, std::string_view name, const std::string& otherwise = "") {
  const JsonValue* value = table.find(name);
  return value != nullptr && value->text() != nullptr ? *value->text() : otherwise;
}

void texts(const JsonValue* table, std::map<std::string, std::string, std::less<>>& out) {
  if (table == nullptr || table->fields() == nullptr) return;
  for (const auto& [name, value] : *table->fields()) {
    if (value.text() != nullptr) out[name] = *value.text();
    if (value.integer() != nullptr) out[name] = std::to_string(*value.integer());
  }
}

JsonValue valueAt(const JsonValue& table, std::string_view name) {
  const JsonValue* value = table.find(name);
  return value == nullptr ? JsonValue() : *value;
}

// A misspelt name would otherwise be passed over, and rows would lose what it says.
Result<void> onlyNames(const JsonValue& table, const std::string& where,
                       std::initializer_list<std::string_view> names) {
  if (table.fields() == nullptr) return {};
  const auto unknown = std::ranges::find_if(
      *table.fields(), [&](const auto& field) { return std::ranges::find(names, field.first) == names.end(); });
  if (unknown == table.fields()->end()) return {};
  std::string known;
  for (const std::string_view one : names) known.append(known.empty() ? "" : ", ").append(one);
  return bad("has \"" + unknown->first + "\" in " + where + ": there are only " + known);
}

Result<void> checkConditions(const JsonValue& when, const std::string& where) {
  if (when.isNull()) return {};
  if (when.list() == nullptr) return bad("has a when in " + where + " that is no list of conditions");
  for (const JsonValue& one : *when.list()) ASAR_TRY(onlyNames(one, "when of " + where, {"value", "equals", "sign"}));
  return {};
}

Result<void> checkNames(const JsonValue& root) {
  ASAR_TRY(onlyNames(root, "its top level", {"source", "defaults", "constants", "prologue", "row", "report", "link"}));
  ASAR_TRY(onlyNames(valueAt(root, "source"), "[source]", {"kind", "records", "aliases"}));
  return onlyNames(valueAt(root, "defaults"), "[defaults]", {"date", "offset", "currency", "decimal"});
}

Result<std::vector<ImportRule>> rulesAt(const JsonValue& root, std::string_view name) {
  std::vector<ImportRule> rules;
  const JsonValue* list = root.find(name);
  if (list == nullptr) return rules;
  if (list->list() == nullptr) return bad("has a " + std::string(name) + " that is no list of tables");
  const std::string where = "[[" + std::string(name) + "]]";
  for (const JsonValue& one : *list->list()) {
    ASAR_TRY(onlyNames(one, where, {"command", "fields", "when", "each", "once"}));
    ASAR_TRY(checkConditions(valueAt(one, "when"), where));
    ImportRule rule{textAt(one, "command"), valueAt(one, "when"), textAt(one, "each"), textAt(one, "once"),
                    valueAt(one, "fields")};
    if (rule.command.empty() || rule.fields.fields() == nullptr)
      return bad("has a " + std::string(name) + " without command or fields");
    rules.push_back(std::move(rule));
  }
  return rules;
}

// Ids of the other side, beside the subjects the rows become.
Result<std::vector<ImportRule>> linksAt(const JsonValue& root) {
  std::vector<ImportRule> rules;
  const JsonValue* list = root.find("link");
  if (list == nullptr) return rules;
  if (list->list() == nullptr) return bad("has a link that is no list of tables");
  for (const JsonValue& one : *list->list()) {
    ASAR_TRY(onlyNames(one, "[[link]]", {"subject", "externalId", "when", "each", "once"}));
    ASAR_TRY(checkConditions(valueAt(one, "when"), "[[link]]"));
    if (one.find("subject") == nullptr || one.find("externalId") == nullptr)
      return bad("has a link without subject or externalId");
    rules.push_back(
        {"externalIdLink", valueAt(one, "when"), textAt(one, "each"), textAt(one, "once"),
         JsonValue::Fields{{"subject", valueAt(one, "subject")}, {"externalId", valueAt(one, "externalId")}}});
  }
  return rules;
}

Result<ImportMapping> mappingFrom(const JsonValue& root) {
  ASAR_TRY(checkNames(root));
  ImportMapping mapping;
  const JsonValue source = valueAt(root, "source");
  const std::string kind = textAt(source, "kind");
  if (kind != "csv" && kind != "json") return bad("needs [source] kind = \"csv\" or \"json\"");
  mapping.json = kind == "json";
  mapping.records = textAt(source, "records");
  texts(source.find("aliases"), mapping.aliases);
  const JsonValue defaults = valueAt(root, "defaults");
  mapping.date = textAt(defaults, "date", mapping.date);
  mapping.currency = textAt(defaults, "currency");
  const std::string decimal = textAt(defaults, "decimal", ".");
  if (decimal != "." && decimal != ",") return bad("needs decimal = \".\" or \",\"");
  mapping.decimal = decimal[0];
  if (const auto* offset = defaults.find("offset"); offset != nullptr && offset->integer() != nullptr)
    mapping.offset = *offset->integer();
  texts(root.find("constants"), mapping.constants);
  auto prologue = rulesAt(root, "prologue");
  if (!prologue) return prologue.error();
  mapping.prologue = std::move(*prologue);
  auto rows = rulesAt(root, "row");
  if (!rows) return rows.error();
  mapping.rows = std::move(*rows);
  if (mapping.rows.empty()) return bad("says nothing about rows: it needs at least one [[row]]");
  auto links = linksAt(root);
  if (!links) return links.error();
  mapping.links = std::move(*links);
  if (const auto* reports = root.find("report"); reports != nullptr && reports->list() != nullptr) {
    for (const JsonValue& one : *reports->list()) {
      ASAR_TRY(onlyNames(one, "[[report]]", {"name", "when", "each", "count"}));
      ASAR_TRY(checkConditions(valueAt(one, "when"), "[[report]]"));
      mapping.reports.push_back({textAt(one, "name"), valueAt(one, "when"), textAt(one, "each"), textAt(one, "count")});
    }
  }
  return mapping;
}

}  // namespace

Result<ImportMapping> parseMapping(std::string_view toml) {
  toml::table table;
  try {
    table = toml::parse(toml);
  } catch (const toml::parse_error& error) {
    std::ostringstream where;
    where << error.source().begin;
    return bad("is not TOML: " + std::string(error.description()) + " (" + where.str() + ")");
  }
  const auto root = plain(table, 0);
  if (!root) return root.error();
  auto mapping = mappingFrom(*root);
  if (!mapping) return mapping;
  mapping->hash = ledger::sha256(ledger::asBytes(toml));
  return mapping;
}

}  // namespace tools
