#include "tools/asar/import_mapping.h"

#include "tools/asar/toml_table.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

void texts(const JsonValue* table, std::map<std::string, std::string, std::less<>>& out) {
  if (table == nullptr || table->fields() == nullptr) return;
  for (const auto& [name, value] : *table->fields()) {
    if (value.text() != nullptr) out[name] = *value.text();
    if (value.integer() != nullptr) out[name] = std::to_string(*value.integer());
  }
}

Result<void> checkConditions(const JsonValue& when, const std::string& where) {
  if (when.isNull()) return {};
  if (when.list() == nullptr) return badMapping("has a when in " + where + " that is no list of conditions");
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
  if (list->list() == nullptr) return badMapping("has a " + std::string(name) + " that is no list of tables");
  const std::string where = "[[" + std::string(name) + "]]";
  for (const JsonValue& one : *list->list()) {
    ASAR_TRY(onlyNames(one, where, {"command", "fields", "when", "each", "once"}));
    ASAR_TRY(checkConditions(valueAt(one, "when"), where));
    ImportRule rule{textAt(one, "command"), valueAt(one, "when"), textAt(one, "each"), textAt(one, "once"),
                    valueAt(one, "fields")};
    if (rule.command.empty() || rule.fields.fields() == nullptr)
      return badMapping("has a " + std::string(name) + " without command or fields");
    rules.push_back(std::move(rule));
  }
  return rules;
}

// Ids of the other side, beside the subjects the rows become.
Result<std::vector<ImportRule>> linksAt(const JsonValue& root) {
  std::vector<ImportRule> rules;
  const JsonValue* list = root.find("link");
  if (list == nullptr) return rules;
  if (list->list() == nullptr) return badMapping("has a link that is no list of tables");
  for (const JsonValue& one : *list->list()) {
    ASAR_TRY(onlyNames(one, "[[link]]", {"subject", "externalId", "when", "each", "once"}));
    ASAR_TRY(checkConditions(valueAt(one, "when"), "[[link]]"));
    if (one.find("subject") == nullptr || one.find("externalId") == nullptr)
      return badMapping("has a link without subject or externalId");
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
  if (kind != "csv" && kind != "json") return badMapping("needs [source] kind = \"csv\" or \"json\"");
  mapping.json = kind == "json";
  mapping.records = textAt(source, "records");
  texts(source.find("aliases"), mapping.aliases);
  const JsonValue defaults = valueAt(root, "defaults");
  mapping.date = textAt(defaults, "date", mapping.date);
  mapping.currency = textAt(defaults, "currency");
  const std::string decimal = textAt(defaults, "decimal", ".");
  if (decimal != "." && decimal != ",") return badMapping("needs decimal = \".\" or \",\"");
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
  if (mapping.rows.empty()) return badMapping("says nothing about rows: it needs at least one [[row]]");
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
  const auto root = readToml(toml);
  if (!root) return root.error();
  auto mapping = mappingFrom(*root);
  if (!mapping) return mapping;
  mapping->hash = ledger::sha256(ledger::asBytes(toml));
  return mapping;
}

}  // namespace tools
