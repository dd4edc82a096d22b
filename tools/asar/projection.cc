// asar projection list|rebuild|diff: the read models, which are made from the log and from nothing else.
#include "projections/database.h"
#include "projections/follower.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/print.h"
#include "tools/asar/read_side.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
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

}  // namespace

CommandTable projectionCommands() {
  return {{"projection", "list", {}, {}, list}, {"projection", "rebuild", {}, {}, rebuild}};
}

}  // namespace tools
