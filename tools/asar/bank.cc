// asar report bank, asar bank match: a bank statement beside the payments of an organisation's grants, and the record
// of how it matched. What the bank wrote of other people is shown to who has the file, and goes nowhere else.
#include <algorithm>

#include "ledger/base/file_io.h"
#include "projections/render/document_text.h"
#include "tools/asar/bank_statement.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/past.h"
#include "tools/asar/print.h"
#include "tools/asar/report_answer.h"
#include "tools/asar/signing.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;
using ledger::SubjectId;
using projections::BankQuestion;
using projections::BankReport;
using projections::RecordedMatch;

constexpr std::size_t kMappingBytesMax = 1 << 20;

Result<std::string> readText(const std::string& file, std::size_t bytes_max) {
  const auto bytes = ledger::readWholeFile(file, bytes_max);
  if (!bytes) return bytes.error();
  return std::string(ledger::asText(*bytes));
}

Result<projections::BankStatement> statementFrom(const Arguments& arguments) {
  const auto text = readText(arguments.get("statement"), kStatementBytesMax);
  if (!text) return text.error();
  std::optional<std::string> mapping;
  if (const auto file = arguments.find("mapping")) {
    const auto toml = readText(*file, kMappingBytesMax);
    if (!toml) return toml.error();
    mapping = *toml;
  }
  return readStatement(*text, mapping);
}

Result<BankQuestion> bankQuestionOf(const Arguments& arguments) {
  BankQuestion question;
  const auto organisation = SubjectId::parse(arguments.get("organisation"));
  if (!organisation) return organisation.error();
  question.organisation = *organisation;
  const auto days = arguments.number("days", projections::kDaysApart);
  if (!days) return days.error();
  if (*days > static_cast<std::uint64_t>(projections::kDaysApartMax)) {
    return Error{ErrorCode::kInvalid, "USAGE",
                 "--days is at most " + std::to_string(projections::kDaysApartMax) + ", not " + std::to_string(*days)};
  }
  question.days_apart = static_cast<int>(*days);
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  question.period = *period;
  auto statement = statementFrom(arguments);
  if (!statement) return statement.error();
  question.statement = *std::move(statement);
  return question;
}

Result<Answer> bank(Session& session, const Arguments& arguments) {
  const auto form = formAsked(session, arguments, "bank", "organisation");
  if (!form) return form.error();
  auto question = bankQuestionOf(arguments);
  if (!question) return question.error();
  const auto side = openReadSideAsked(session, arguments);
  if (!side) return side.error();
  return ReportAnswer(session, arguments, *form)
      .of(*side, projections::renderBank(*side->database, *std::move(question), *form));
}

// The same for the same file, organisation and days: so a match is recorded once.
SubjectId statementIdOf(const ledger::StatementMatch& match) {
  ledger::Bytes days;
  ledger::appendBigEndian32(days, static_cast<std::uint32_t>(match.from));
  ledger::appendBigEndian32(days, static_cast<std::uint32_t>(match.to));
  const auto digest = ledger::sha256(
      {ledger::asBytes("asar/statement/v1"), match.organisation.view(), match.document.view(), ledger::ByteView(days)});
  SubjectId id;
  std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

ledger::StatementMatch matchOf(const BankReport& report) {
  ledger::StatementMatch match;
  match.organisation = report.organisation.organisation;
  match.from = report.statement.from;
  match.to = report.statement.to;
  match.document = report.statement.document;
  match.rows = static_cast<std::uint32_t>(report.statement.rows.size());
  match.matched = static_cast<std::uint32_t>(report.pairs.size());
  match.unmatched = static_cast<std::uint32_t>(report.payments_alone.size());
  match.statement = statementIdOf(match);
  return match;
}

// A match, its report, and what the log says of it already.
struct Matched {
  Answer answer;
  ledger::StatementMatch match;
  std::optional<RecordedMatch> recorded;
};

// The read models are let go before anything is written.
Result<Matched> matchStatement(Session& session, BankQuestion question) {
  const auto side = openReadSide(session);
  if (!side) return side.error();
  const auto report = projections::readBankReport(*side->database, std::move(question));
  if (!report) return report.error();
  auto answer =
      answerWith(session, *side,
                 session.json ? projections::bankJson(*report)
                              : projections::documentText(projections::bankDocument(*report, session.language)));
  if (!answer) return answer.error();
  Matched matched{*std::move(answer), matchOf(*report), std::nullopt};
  auto recorded = projections::readRecordedMatch(*side->database, matched.match.statement);
  if (!recorded) return recorded.error();
  matched.recorded = *recorded;
  return matched;
}

// What became of it, after the report: "recordedMatch" for a program.
Answer answerOf(const Session& session, Matched matched, std::string_view outcome, const std::string& text) {
  JsonValue::Fields fields{{"statement", matched.match.statement.text()}, {"outcome", std::string(outcome)}};
  if (matched.recorded) {
    fields.emplace_back("entry", matched.recorded->entry);
    fields.emplace_back("rows", matched.recorded->rows);
    fields.emplace_back("matched", matched.recorded->matched);
    fields.emplace_back("unmatched", matched.recorded->unmatched);
  }
  if (session.json) matched.answer.json.set("recordedMatch", JsonValue(std::move(fields)));
  matched.answer.text += "\n" + text;
  return std::move(matched.answer);
}

// Recorded before: with the figures of then, where they are others now.
Answer knownAnswer(const Session& session, Matched matched) {
  const std::string id = matched.match.statement.text();
  std::string text = say(session.language, "bank.match.known", {id});
  if (const auto& recorded = matched.recorded) {
    text = say(session.language, "bank.match.known.at",
               {id, std::to_string(recorded->entry), std::to_string(recorded->rows), std::to_string(recorded->matched),
                std::to_string(recorded->unmatched)});
    const bool same = recorded->rows == matched.match.rows && recorded->matched == matched.match.matched &&
                      recorded->unmatched == matched.match.unmatched;
    if (!same) text += "\n" + std::string(say(session.language, "bank.match.differs"));
  }
  return answerOf(session, std::move(matched), "known", text);
}

Group groupOf(Session& session, const Signing& signing, const ledger::StatementMatch& match) {
  std::vector<LineCommand> lines(1);
  lines[0].line = 1;
  lines[0].command = {session.random.id<ledger::NonceId>(), {}, match};
  return std::move(groupCommands(std::move(lines), signing.first_id, {}).front());
}

Result<Answer> record(Session& session, const Arguments& arguments, Writing& writing, Matched matched) {
  bool known = matched.recorded.has_value();
  writing.ledger->inspect([&](const ledger::State& state) { known = known || state.ids.has(matched.match.statement); });
  if (known) return knownAnswer(session, std::move(matched));
  const auto signing = signingFrom(session, arguments, writing);
  if (!signing) return signing.error();
  matched.match.occurred_at = {signing->signed_at.value_or(session.clock.now()), kOffsetMinutes};
  const Group group = groupOf(session, *signing, matched.match);
  const auto submission = signGroup(group, *signing, session.clock.now());
  if (arguments.has("dry-run")) {
    ASAR_TRY(writing.ledger->judgeOnly({submission}));
    return answerOf(session, std::move(matched), "dryRun", std::string(say(session.language, "bank.match.dry")));
  }
  const auto receipt = writing.ledger->submit(submission);
  if (!receipt) return receipt.error();
  const ledger::StatementMatch& match = matched.match;
  matched.recorded = RecordedMatch{receipt->submission + 1, match.rows, match.matched, match.unmatched};
  std::string text =
      say(session.language, "bank.match.done", {match.statement.text(), std::to_string(matched.recorded->entry)});
  if (const auto published = publishCheckpoint(session, arguments, writing)) {
    matched.answer.checkpoint = checkpointJson(published->checkpoint);
  } else {
    text += "\n" + say(session.language, "submit.not.sealed", {published.error().message});
  }
  return answerOf(session, std::move(matched), "recorded", text);
}

Result<Answer> match(Session& session, const Arguments& arguments) {
  auto question = bankQuestionOf(arguments);
  if (!question) return question.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  // What was recorded since the newest checkpoint counts, too.
  if (!arguments.has("dry-run")) {
    const auto published = publishAndGoOn(session, arguments, *writing);
    if (!published) return published.error();
  }
  auto matched = matchStatement(session, *std::move(question));
  if (!matched) return matched.error();
  return record(session, arguments, *writing, *std::move(matched));
}

}  // namespace

CommandTable bankCommands() {
  const OptionSpec statement{"statement", "FILE", true};
  const OptionSpec mapping{"mapping", "FILE"};
  const OptionSpec days{"days", "N"};
  return {{"report", "bank", {{"organisation"}}, withForms(withPast({statement, mapping, days})), bank},
          {"bank",
           "match",
           {{"organisation"}},
           {statement,
            mapping,
            days,
            {"in", "FROM..TO"},
            {"key", "FILE", true},
            {"person", "ID"},
            {"signed-at", "TIME"},
            {"dry-run", ""},
            {"passphrase-file", "FILE"}},
           match}};
}

}  // namespace tools
