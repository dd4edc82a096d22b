#include "tools/asar/public_package.h"

#include <algorithm>

#include "projections/release/release_columns.h"
#include "tools/asar/public_figures.h"

namespace tools {
namespace {

using ledger::JsonValue;

constexpr std::string_view kMoneyFolder = "money/";
constexpr std::string_view kCsvEnd = ".csv";

std::string formatOf(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) return std::string(name.substr(dot + 1));
  return name == "entries" ? "binary" : "text";
}

std::string_view mediaTypeOf(std::string_view format) {
  if (format == "csv") return "text/csv";
  if (format == "json") return "application/json";
  if (format == "jsonl") return "application/jsonl";
  return format == "binary" ? "application/octet-stream" : "text/plain";
}

// Names of resources are in lower case, without slashes.
std::string resourceName(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) {
    if (c == '/' || c == '.') return '-';
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

// "grants" of money/grants.csv, "regions" of releases/2026-10/regions.csv.
std::string_view tableIn(std::string_view path) {
  path.remove_suffix(kCsvEnd.size());
  return path.substr(path.rfind('/') + 1);
}

std::vector<TableColumn> columnsAt(std::string_view path) {
  const std::string_view name = tableIn(path);
  if (!path.starts_with(kMoneyFolder)) {
    std::vector<TableColumn> columns;
    for (const auto column : projections::releaseColumns(name)) {
      const bool count =
          column == projections::ReleaseColumn::kVolunteers || column == projections::ReleaseColumn::kHours;
      const auto described = projections::describe(column);
      columns.push_back({std::string(described.name), count ? "integer" : "string", std::string(described.says)});
    }
    return columns;
  }
  if (name == kGrantFigures) return grantFigureColumns();
  return columnsOf(*std::ranges::find(publicTables(), name, &PublicTable::name));
}

JsonValue schemaAt(std::string_view path) {
  JsonValue::List fields;
  for (const TableColumn& column : columnsAt(path)) {
    JsonValue::Fields field{{"name", column.name}, {"type", column.type}};
    // With the offset that it was lived in, and thousandths where there are any.
    if (column.type == "datetime") field.emplace_back("format", "any");
    if (!column.says.empty()) field.emplace_back("description", column.says);
    fields.push_back(std::move(field));
  }
  return JsonValue::Fields{{"fields", std::move(fields)}, {"missingValues", JsonValue::List{""}}};
}

JsonValue resourceOf(const Member& member) {
  const std::string format = formatOf(member.name);
  JsonValue::Fields resource{{"name", resourceName(member.name)},
                             {"path", member.name},
                             {"format", format},
                             {"mediatype", mediaTypeOf(format)},
                             {"bytes", member.bytes.size()},
                             {"hash", "sha256:" + ledger::sha256(member.bytes).hex()}};
  if (format != "binary") resource.emplace_back("encoding", "utf-8");
  if (format != "csv") return resource;
  resource.emplace_back("profile", "tabular-data-resource");
  resource.emplace_back(
      "dialect",
      JsonValue::Fields{{"delimiter", ","}, {"doubleQuote", true}, {"header", true}, {"lineTerminator", "\r\n"}});
  resource.emplace_back("schema", schemaAt(member.name));
  return resource;
}

}  // namespace

std::string moneyPath(std::string_view table) {
  return std::string(kMoneyFolder) + std::string(table) + std::string(kCsvEnd);
}

JsonValue packageJson(const Founding& founding, const ledger::Checkpoint& checkpoint,
                      const std::vector<Member>& members) {
  JsonValue::List resources;
  for (const Member& member : members) resources.push_back(resourceOf(member));
  return JsonValue::Fields{
      {"profile", "data-package"},
      {"name", "asar-public"},
      {"title", "Everything public of the ledger " + founding.found.origin},
      {"licenses", JsonValue::List{JsonValue::Fields{{"name", "CC-BY-4.0"},
                                                     {"path", "https://creativecommons.org/licenses/by/4.0/"},
                                                     {"title", "Creative Commons Attribution 4.0"}}}},
      {"asar", JsonValue::Fields{{"origin", founding.found.origin},
                                 {"ledger", founding.id.text()},
                                 {"demo", founding.found.demo},
                                 {"size", checkpoint.size},
                                 {"root", checkpoint.root.hex()}}},
      {"resources", std::move(resources)}};
}

}  // namespace tools
