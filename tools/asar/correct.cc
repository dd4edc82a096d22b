// asar person correct: values that take the place of earlier ones, which are destroyed.
#include <fstream>
#include <istream>

#include "ledger/base/file_io.h"
#include "ledger/event/json_gate.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/openings_json.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

constexpr std::size_t kValuesMax = 64;

Error usage(std::string message) {
  return {ErrorCode::kInvalid, "USAGE", std::move(message)};
}

// JSON Lines of openings. None of their words is in a refusal.
Result<JsonValue::List> readLines(std::istream& in) {
  JsonValue::List values;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (values.size() == kValuesMax)
      return usage("a correction takes at most " + std::to_string(kValuesMax) + " values");
    auto value = ledger::parseJson(line, number);
    if (!value) return value.error();
    values.push_back(std::move(*value));
  }
  if (in.bad()) return Error{ErrorCode::kUnavailable, "INPUT_UNREADABLE", "the values could not be read to their end"};
  return values;
}

// From --values, else from standard input: never from the command line, which others on the machine can read.
Result<TakenOpenings> givenValues(Session& session, const Arguments& arguments) {
  auto lines = Result<JsonValue::List>(JsonValue::List{});
  if (const auto file = arguments.find("values")) {
    std::ifstream in(*file, std::ios::binary);
    if (!in) return Error{ErrorCode::kNotFound, "FILE_MISSING", *file + " could not be opened"};
    lines = readLines(in);
  } else {
    lines = readLines(session.in);
  }
  if (!lines) return lines.error();
  if (lines->empty())
    return usage(R"(no value is given: say each on a line, such as {"field":"phone","value":"+77010000000"})");
  JsonValue holder = JsonValue::Fields{{"openings", std::move(*lines)}};
  return takeOpenings(holder, session.random);
}

Result<ledger::CorrectionReason> reasonOf(const Arguments& arguments) {
  const std::string word = arguments.get("reason", "changed");
  for (std::size_t i = 0; i < ledger::kEnumerants<ledger::CorrectionReason>; ++i) {
    const auto reason = static_cast<ledger::CorrectionReason>(i);
    if (word == nameOf(reason)) return reason;
  }
  return usage("--reason is one of mistake, changed");
}

Result<ledger::PersonCorrect> correctionFrom(const Arguments& arguments, ledger::UtcMs now) {
  const auto person = ledger::PersonId::parse(arguments.get("subject"));
  if (!person) return person.error();
  const auto reason = reasonOf(arguments);
  if (!reason) return reason.error();
  ledger::PersonCorrect correction{*person, *reason, {}, {now, kOffsetMinutes}, {}};
  if (const auto file = arguments.find("document")) {
    const auto document = ledger::readWholeFile(*file, kDocumentBytesMax);
    if (!document) return document.error();
    correction.document = ledger::sha256(*document);
  }
  if (const auto at = arguments.find("occurred-at")) {
    const auto instant = ledger::Instant::parse(*at);
    if (!instant) return instant.error();
    correction.occurred_at = *instant;
  }
  return correction;
}

Result<Answer> correct(Session& session, const Arguments& arguments) {
  auto values = givenValues(session, arguments);
  if (!values) return values.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  const auto correction = correctionFrom(arguments, signing->signed_at.value_or(session.clock.now()));
  if (!correction) return correction.error();
  LineCommand line{1, {session.random.id<ledger::NonceId>(), {}, *correction}, {}, values->drawn};
  ASAR_TRY(commitTo(values->openings, line.command));
  line.openings = std::move(values->openings);
  std::vector<LineCommand> lines;
  lines.push_back(std::move(line));
  auto answer = submitLines(session, arguments, *writing, *signing, std::move(lines));
  if (!answer) return answer;
  const std::string person = correction->person.text();
  answer->json.set("person", person);
  answer->text += say(session.language, "person.corrected", {person});
  return answer;
}

}  // namespace

CommandTable correctCommands() {
  return {{"person",
           "correct",
           {{"subject"}},
           {{"key", "FILE", true},
            {"person", "ID"},
            {"values", "FILE"},
            {"reason", "mistake|changed"},
            {"document", "FILE"},
            {"occurred-at", "TIME"},
            {"submission-id", "ID"},
            {"signed-at", "TIME"},
            {"passphrase-file", "FILE"},
            {"vault-passphrase-file", "FILE"}},
           correct}};
}

}  // namespace tools
