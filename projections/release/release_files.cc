#include "projections/release/release_files.h"

#include <algorithm>

#include "ledger/base/digest.h"
#include "projections/release/release_columns.h"
#include "projections/render/csv_cell.h"

namespace projections {
namespace {

std::string_view statusOf(const ReleaseTableRow& row) {
  if (!isTold(row.fate)) return "hidden";
  return row.revised ? "revised" : "published";
}

std::string valueOf(const ReleaseTableRow& row, ReleaseColumn column) {
  switch (column) {
    case ReleaseColumn::kPeriod:
      return row.period;
    case ReleaseColumn::kRegion:
      return row.region;
    case ReleaseColumn::kOrganisation:
      return row.organisation->organisation.text();
    case ReleaseColumn::kKazakh:
      return row.organisation->names.kk;
    case ReleaseColumn::kRussian:
      return row.organisation->names.ru;
    case ReleaseColumn::kEnglish:
      return row.organisation->names.en;
    case ReleaseColumn::kActivity:
      return row.activity;
    case ReleaseColumn::kVolunteers:
      return isTold(row.fate) ? std::to_string(row.volunteers) : "";
    case ReleaseColumn::kHours:
      return isTold(row.fate) ? std::to_string(row.hours) : "";
    case ReleaseColumn::kStatus:
      return std::string(statusOf(row));
  }
  return "";
}

bool isCount(ReleaseColumn column) {
  return column == ReleaseColumn::kVolunteers || column == ReleaseColumn::kHours;
}

std::string jsonText(std::string_view value) {
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string csvOf(const ReleaseTable& table) {
  std::string out;
  const auto columns = releaseColumns(table.name);
  for (std::size_t i = 0; i < columns.size(); ++i) out += (i == 0 ? "" : ",") + std::string(describe(columns[i]).name);
  out += "\r\n";
  for (const ReleaseTableRow& row : table.rows) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      out += (i == 0 ? "" : ",") + csvCell(neutralised(valueOf(row, columns[i])));
    out += "\r\n";
  }
  return out;
}

std::string jsonOf(const ReleaseTable& table) {
  std::string out = "[";
  const auto columns = releaseColumns(table.name);
  for (const ReleaseTableRow& row : table.rows) {
    out += out.size() == 1 ? "\n" : ",\n";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string value = valueOf(row, columns[i]);
      const std::string shown = !isCount(columns[i]) ? jsonText(value) : (value.empty() ? "null" : value);
      out += (i == 0 ? "{" : ",") + jsonText(describe(columns[i]).name) + ":" + shown;
    }
    out += "}";
  }
  return out + "\n]\n";
}

std::string fieldsOf(std::string_view table) {
  std::string out;
  for (const ReleaseColumn column : releaseColumns(table)) {
    const ColumnDescription described = describe(column);
    out += (out.empty() ? "" : ",\n") + std::string("          {\"name\": ") + jsonText(described.name) +
           ", \"type\": \"" + (isCount(column) ? "integer" : "string") +
           "\", \"description\": " + jsonText(described.says) + "}";
  }
  return out;
}

// Of a CSV file; the JSON beside it says the same.
std::string resourceOf(const ReleaseTable& table, const ReleaseFile& file) {
  return "    {\n      \"name\": " + jsonText(table.name) + ",\n      \"path\": " + jsonText(file.name) +
         ",\n      \"profile\": \"tabular-data-resource\",\n      \"format\": \"csv\",\n      \"mediatype\": "
         "\"text/csv\",\n      \"encoding\": \"utf-8\",\n      \"bytes\": " +
         std::to_string(file.bytes.size()) + ",\n      \"hash\": \"sha256:" + file.digest().hex() +
         "\",\n      \"dialect\": {\"delimiter\": \",\", \"doubleQuote\": true, \"header\": true, \"lineTerminator\": "
         "\"\\r\\n\"},\n      \"schema\": {\n        \"fields\": [\n" +
         fieldsOf(table.name) + "\n        ],\n        \"missingValues\": [\"\"]\n      }\n    }";
}

}  // namespace

ledger::Digest ReleaseFile::digest() const {
  return ledger::sha256(ledger::asBytes(bytes));
}

std::vector<ReleaseFile> tableFiles(const ReleaseTables& tables) {
  std::vector<ReleaseFile> files;
  for (const ReleaseTable& table : tables.tables) {
    files.push_back({table.name + ".csv", csvOf(table)});
    files.push_back({table.name + ".json", jsonOf(table)});
  }
  return files;
}

ReleaseFile packageFile(const ReleaseTables& tables, const std::vector<ReleaseFile>& files,
                        const ReleaseOrigin& origin) {
  std::string resources;
  for (const ReleaseTable& table : tables.tables) {
    const auto file = std::ranges::find(files, table.name + ".csv", &ReleaseFile::name);
    resources += (resources.empty() ? "" : ",\n") + resourceOf(table, *file);
  }
  std::string name = tables.period.name();
  std::ranges::replace(name, 'Q', 'q');  // names of packages are in lower case
  return {"datapackage.json",
          "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"asar-release-" + name +
              "\",\n  \"title\": \"Volunteer service, release " + tables.period.name() +
              "\",\n  \"licenses\": [{\"name\": \"CC-BY-4.0\", \"path\": "
              "\"https://creativecommons.org/licenses/by/4.0/\", \"title\": \"Creative Commons Attribution 4.0\"}],\n"
              "  \"asar\": {\"origin\": " +
              jsonText(origin.origin) + ", \"ledger\": " + jsonText(origin.ledger) +
              ", \"demo\": " + (origin.demo ? "true" : "false") + ", \"size\": " + std::to_string(origin.size) +
              ", \"root\": \"" + origin.root.hex() + "\", \"least\": " + std::to_string(origin.rule.least) +
              ", \"leastWithMinors\": " + std::to_string(origin.rule.least_with_minors) + "},\n  \"resources\": [\n" +
              resources + "\n  ]\n}\n"};
}

}  // namespace projections
