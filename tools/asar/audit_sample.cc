// asar audit sample|worksheet: draws the sample of an audit and records it; prints the page to check it with.
#include "tools/asar/audit_record.h"
#include "tools/asar/commands.h"
#include "tools/asar/draw_log.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/sample_seed.h"
#include "tools/asar/worksheet.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Result<SampleLog> sampleAsked(ledger::EventReader& reader, const Arguments& arguments) {
  const auto audit = ledger::SubjectId::parse(arguments.get("audit"));
  if (!audit) return audit.error();
  return readSample(reader, *audit, arguments.get("what"));
}

// How many there are: counted in the log, or said where the log defines no such population.
Result<std::uint64_t> populationOf(const SampleLog& log, const Arguments& arguments) {
  const bool said = arguments.has("population");
  if (log.population && !said) return std::uint64_t{log.population->size()};
  if (!log.population && said) return arguments.number("population", 0);
  return Error{ErrorCode::kInvalid, "USAGE",
               said ? "--population is for what the log cannot count: it counts this itself"
                    : "what '" + arguments.get("what") + "' counts is not defined: say how many with --population"};
}

Result<void> addWorksheet(const Session& session, ledger::EventReader& reader, const SampleLog& log, SeedOrigin seed,
                          Answer& answer) {
  const auto sheet = worksheetOf(reader, log, EvidenceStore(evidenceFolder(session)), std::move(seed));
  if (!sheet) return sheet.error();
  answer.json.set("worksheet", jsonOf(*sheet));
  answer.text += textOf(session, *sheet);
  return {};
}

Result<Answer> draw(Session& session, const Arguments& arguments) {
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto before = sampleAsked(*writing->reader, arguments);
  if (!before) return before.error();
  const auto population = populationOf(*before, arguments);
  if (!population) return population.error();
  const auto quantity = arguments.number("quantity", 0);
  if (!quantity) return quantity.error();
  std::optional<ledger::Seen> seen;
  if (!before->drawn) {  // the ledger says where it is
    const auto first = seedCheckpoint(session, arguments, writing->founding, before->opened.entry);
    if (!first) return first.error();
    seen = ledger::Seen{first->checkpoint.size, first->checkpoint.root};
  }
  return recordWish(session, arguments, *writing,
                    {"sampleDraw",
                     {{"audit", arguments.get("audit")},
                      {"what", arguments.get("what")},
                      {"population", *population},
                      {"quantity", *quantity}},
                     {},
                     {},
                     seen});
}

Result<Answer> sample(Session& session, const Arguments& arguments) {
  auto answer = draw(session, arguments);
  if (!answer) return answer;
  // The ledger was closed where witnesses were asked.
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto log = sampleAsked(*reading->reader, arguments);
  if (!log) return log.error();
  auto seed = seedOrigin(session, arguments, reading->founding, *log);
  if (!seed) return seed.error();
  ASAR_TRY(addWorksheet(session, *reading->reader, *log, *std::move(seed), *answer));
  return answer;
}

Result<Answer> worksheet(Session& session, const Arguments& arguments) {
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto log = sampleAsked(*reading->reader, arguments);
  if (!log) return log.error();
  if (!log->drawn) {
    return Error{ErrorCode::kNotFound, "SAMPLE_UNKNOWN",
                 "no sample of '" + arguments.get("what") + "' was drawn in that audit: `asar audit sample` draws it"};
  }
  Answer answer;
  auto seed = seedOrigin(session, arguments, reading->founding, *log);
  if (!seed) return seed.error();
  const bool chosen = seed->earlier.has_value();
  ASAR_TRY(addWorksheet(session, *reading->reader, *log, *std::move(seed), answer));
  // A record that the log does not give is no sample: as with `asar draw sample`.
  const bool differs = chosen || (log->population && log->drawn->body.population != log->population->size());
  if (differs) answer.text += say(session.language, "draw.differs", {std::to_string(log->drawn->entry)}) + "\n";
  answer.exit_code = differs ? kFindings : kOk;
  return answer;
}

}  // namespace

CommandTable auditSampleCommands() {
  return {
      {"audit", "sample", {{"audit"}, {"what"}}, withSigner({{"quantity", "N", true}, {"population", "N"}}), sample},
      {"audit", "worksheet", {{"audit"}, {"what"}}, {}, worksheet}};
}

}  // namespace tools
