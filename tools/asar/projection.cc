// asar projection list|rebuild|diff: the read models, which are made from the log and from nothing else.
#include "projections/database.h"
#include "projections/difference.h"
#include "projections/follower.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/print.h"
#include "tools/asar/read_side.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

Answer describeModels(const std::vector<projections::ProjectionStatus>& all, const ReadSide& side) {
  Answer answer;
  JsonValue::List list;
  std::vector<std::pair<std::string, std::string>> rows;
  for (const auto& one : all) {
    JsonValue::Fields tables;
    for (const auto& [table, count] : one.rows) {
      tables.emplace_back(table, count);
      rows.emplace_back(one.name + " " + table, groupedNumber(static_cast<std::uint64_t>(count)));
    }
    list.push_back(JsonValue::Fields{{"name", one.name}, {"version", one.version}, {"rows", std::move(tables)}});
  }
  answer.json = JsonValue::Fields{{"size", side.published.checkpoint.size}, {"projections", std::move(list)}};
  answer.text = alignedLines(rows);
  answer.checkpoint = checkpointJson(side.published.checkpoint);
  return answer;
}

Result<Answer> list(Session& session, const Arguments& /*arguments*/) {
  auto side = openReadSide(session);
  if (!side) return side.error();
  const auto all = projections::listProjections(*side->database);
  if (!all) return all.error();
  return describeModels(*all, *side);
}

JsonValue::List namesOf(const std::vector<std::string>& names) {
  JsonValue::List list;
  for (const std::string& name : names) list.emplace_back(name);
  return list;
}

JsonValue comparedJson(const projections::ComparedTable& table) {
  JsonValue::List columns;
  for (const auto& column : table.columns) {
    columns.push_back(JsonValue::Fields{{"name", column.name}, {"different", column.different}});
  }
  return JsonValue::Fields{{"table", table.name},           {"rows", table.rows},
                           {"different", table.different},  {"columns", std::move(columns)},
                           {"added", namesOf(table.added)}, {"removed", namesOf(table.removed)}};
}

JsonValue comparedJson(const projections::Comparison& comparison) {
  JsonValue::List tables;
  for (const auto& table : comparison.tables) tables.push_back(comparedJson(table));
  return JsonValue::Fields{{"size", comparison.bookmark.size},
                           {"rows", comparison.rows},
                           {"different", comparison.different},
                           {"tables", std::move(tables)}};
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "–" : text;
}

// What was compared, what of it differs, and what could not be.
std::string comparedText(const Session& session, const projections::Comparison& comparison) {
  std::size_t columns = 0;
  std::string changed;
  for (const auto& table : comparison.tables) {
    columns += table.columns.size();
    if (!table.added.empty() || !table.removed.empty()) {
      changed += say(session.language, table.columns.empty() ? "projection.uncompared" : "projection.columns",
                     {table.name, joined(table.added), joined(table.removed)});
      changed += "\n";
    }
    for (const auto& column : table.columns) {
      if (column.different == 0) continue;
      changed += say(session.language, "projection.column.differs",
                     {table.name + "." + column.name, groupedNumber(static_cast<std::uint64_t>(column.different))});
      changed += "\n";
    }
  }
  const char* const key = comparison.different == 0 ? "projection.rebuilt.same" : "projection.rebuilt.differs";
  return changed + say(session.language, key,
                       {groupedNumber(static_cast<std::uint64_t>(comparison.rows)), std::to_string(columns),
                        groupedNumber(comparison.bookmark.size),
                        groupedNumber(static_cast<std::uint64_t>(comparison.different))});
}

// Beside the present tables, which are read until the new ones were compared with them and take their place.
Result<Answer> rebuild(Session& session, const Arguments& arguments) {
  auto rebuilt = rebuildReadSide(session, arguments.has("accept-differences"));
  if (!rebuilt) return rebuilt.error();
  const auto all = projections::listProjections(*rebuilt->side.database);
  if (!all) return all.error();
  Answer answer = describeModels(*all, rebuilt->side);
  const auto& comparison = rebuilt->comparison;
  answer.json.set("comparison", comparison ? comparedJson(*comparison) : JsonValue());
  answer.text +=
      comparison ? comparedText(session, *comparison) : say(session.language, "projection.rebuilt.alone", {});
  return answer;
}

// Makes everything once more beside the present tables and compares row by row.
Result<Answer> diff(Session& session, const Arguments& /*arguments*/) {
  const auto side = openReadSideToCompare(session);
  if (!side) return side.error();
  const auto scratch = databaseFile(session).parent_path() / "diff.db";
  const auto compared = projections::compareWithLog(*side->database, *side->reading.reader, scratch);
  if (!compared) return compared.error();
  Answer answer;
  JsonValue::List found;
  for (const auto& one : compared->differences) {
    found.push_back(JsonValue::Fields{{"table", one.table}, {"held", one.held}, {"expected", one.expected}});
    answer.text += one.table + "\n  - " + one.held + "\n  + " + one.expected + "\n";
  }
  answer.exit_code = compared->different == 0 ? kOk : kFindings;
  answer.text += say(session.language, compared->different == 0 ? "projection.same" : "projection.differs",
                     {groupedNumber(static_cast<std::uint64_t>(compared->rows)),
                      groupedNumber(static_cast<std::uint64_t>(compared->different))});
  answer.json = JsonValue::Fields{{"size", compared->bookmark.size},
                                  {"rows", compared->rows},
                                  {"different", compared->different},
                                  {"differences", std::move(found)}};
  answer.checkpoint = checkpointJson(side->published.checkpoint);
  return answer;
}

}  // namespace

CommandTable projectionCommands() {
  return {{"projection", "list", {}, {}, list},
          {"projection", "rebuild", {}, {{"accept-differences", ""}}, rebuild},
          {"projection", "diff", {}, {}, diff}};
}

}  // namespace tools
