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

Result<Answer> rebuild(Session& session, const Arguments& /*arguments*/) {
  auto side = openReadSide(session, Freshness::kRebuilt);
  if (!side) return side.error();
  const auto all = projections::listProjections(*side->database);
  if (!all) return all.error();
  return describeModels(*all, *side);
}

// Makes everything once more beside the present tables and compares row by row.
Result<Answer> diff(Session& session, const Arguments& /*arguments*/) {
  const auto side = openReadSide(session);
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
  answer.json = JsonValue::Fields{{"size", side->published.checkpoint.size},
                                  {"rows", compared->rows},
                                  {"different", compared->different},
                                  {"differences", std::move(found)}};
  answer.checkpoint = checkpointJson(side->published.checkpoint);
  return answer;
}

}  // namespace

CommandTable projectionCommands() {
  return {{"projection", "list", {}, {}, list},
          {"projection", "rebuild", {}, {}, rebuild},
          {"projection", "diff", {}, {}, diff}};
}

}  // namespace tools
