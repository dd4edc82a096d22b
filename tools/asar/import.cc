// asar import: a published source, read through a mapping, into submissions of one importer; and voiding a batch.
#include <fstream>
#include <ostream>

#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/import_input.h"
#include "tools/asar/import_links.h"
#include "tools/asar/keys.h"
#include "tools/asar/print.h"
#include "tools/asar/progress.h"
#include "tools/asar/submissions.h"
#include "tools/asar/submit.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

struct Importer {
  ledger::KeyPair key;
  ledger::PersonId person;
};

Result<Importer> importerOf(const Session& session, const Arguments& arguments) {
  if (!arguments.has("key")) return Error{ErrorCode::kInvalid, "USAGE", "asar import needs --key FILE"};
  const auto key = readKey(session, arguments.get("key"), ledger::KeyPurpose::kActor, arguments);
  if (!key) return key.error();
  const auto person = personOf(arguments, key->stored);
  if (!person) return person.error();
  return Importer{key->pair, *person};
}

// A part as it is signed now, on top of the newest checkpoint this program has verified.
Result<ledger::Receipt> submitPart(Session& session, Writing& writing, const Importer& importer,
                                   const ImportPart& part) {
  const auto published = readPublished(session, writing.founding);
  if (!published) return published.error();
  const ledger::UtcMs now = session.clock.now();
  const ledger::SubmissionDraft draft{
      writing.founding.id,     ledger::timeOrderedId(now, session.random),
      importer.person,         now,
      now + ledger::kMsPerDay, seenOf(*published ? std::optional((*published)->checkpoint) : std::nullopt),
      part.visibility,         ledger::Assurance::kImported};
  return writing.ledger->submit(ledger::signSubmission(draft, part.commands, importer.key));
}

Result<void> submitParts(Session& session, Writing& writing, const Importer& importer, const Conversion& conversion) {
  Progress progress(session, "progress.submit", conversion.parts.size());
  for (std::size_t i = 0; i < conversion.parts.size(); ++i) {
    if (i >= conversion.recorded_parts) {
      const auto receipt = submitPart(session, writing, importer, conversion.parts[i]);
      if (!receipt) {
        return Error{receipt.error().code, receipt.error().reason,
                     "part " + std::to_string(i) + " of batch " + conversion.batch.text() + ": " +
                         receipt.error().message + "; run the same import again to go on from there"};
      }
    }
    progress.advance();
  }
  return {};
}

std::string summaryText(const Session& session, const Conversion& conversion, std::string_view ended) {
  std::vector<std::pair<std::string, std::string>> rows{
      {label(session, "batch"), conversion.batch.text()},
      {label(session, "rows"), groupedNumber(conversion.rows)},
      {label(session, "rejects"), groupedNumber(conversion.rejects.size())},
      {label(session, "flagged"), groupedNumber(conversion.flagged)}};
  for (const auto& [name, total] : conversion.totals) {
    std::string text = groupedNumber(total.commands);
    if (total.minutes != 0) text += ", " + label(session, "minutes") + " " + std::to_string(total.minutes);
    if (total.people != 0) text += ", " + label(session, "people") + " " + std::to_string(total.people);
    for (const auto& [code, minor] : total.money) {
      const auto currency = ledger::Currency::parse(code);
      text += ", " + ledger::Money{minor, currency ? *currency : ledger::Currency{}}.text();
    }
    rows.emplace_back(name, text);
  }
  for (const auto& [name, sum] : conversion.reported) rows.emplace_back(name, std::to_string(sum));
  rows.emplace_back(label(session, "unmapped"), groupedNumber(conversion.unmapped.size()));
  return alignedLines(rows) + std::string(say(session.language, ended));
}

Error refusedRows(const Conversion& conversion) {
  const Reject& first = conversion.rejects.front();
  return {ErrorCode::kRefused, "IMPORT_REJECTS",
          std::to_string(conversion.rejects.size()) + " of " + std::to_string(conversion.rows) +
              " rows do not fit, the first is row " + std::to_string(first.row) + ": " + first.reason + ", " +
              first.message + "; mend the source, or leave such rows out with --skip-bad"};
}

Result<void> writeRejects(const Arguments& arguments, const Conversion& conversion) {
  if (conversion.rejects.empty()) return {};
  const std::string file = arguments.get("rejects", arguments.get("source") + ".rejects.csv");
  std::ofstream out(file, std::ios::binary);
  out << rejectsCsv(conversion.rejects);
  if (out.flush()) return {};
  return Error{ErrorCode::kUnavailable, "FILE_NOT_WRITTEN", file + " cannot be written: name another with --rejects"};
}

Result<Answer> importSource(Session& session, const Arguments& arguments) {
  auto input = readImportInput(arguments);
  if (!input) return input.error();
  const auto importer = importerOf(session, arguments);
  if (!importer) return importer.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  ledger::State state;
  writing->ledger->inspect([&](const ledger::State& held) { state = held; });
  if (const auto named = arguments.find("system")) {
    const auto system = systemIn(state, *named);
    if (!system) return system.error();
    input->system = *system;
  }
  const auto conversion = convert(*input, std::move(state), importer->person, session.clock.now(), session.random);
  if (!conversion) return conversion.error();
  const bool dry_run = arguments.has("dry-run");
  if (!conversion->rejects.empty() && !arguments.has("skip-bad") && !dry_run) return refusedRows(*conversion);
  if (!dry_run || arguments.has("rejects")) ASAR_TRY(writeRejects(arguments, *conversion));
  Answer answer;
  answer.json = summaryJson(*conversion);
  answer.json.set("dryRun", dry_run);
  answer.text = summaryText(session, *conversion, dry_run ? "import.dry" : "import.done");
  if (dry_run) return answer;
  ASAR_TRY(submitParts(session, *writing, *importer, *conversion));
  sealAfterwards(session, arguments, *writing, answer);
  return answer;
}

Result<Answer> voidBatch(Session& session, const Arguments& arguments) {
  const auto batch = ledger::SubjectId::parse(arguments.get("batch"));
  if (!batch) return batch.error();
  const auto importer = importerOf(session, arguments);
  if (!importer) return importer.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const ledger::Instant now{session.clock.now(), 0};
  auto visibility = ledger::Visibility::kPublic;
  writing->ledger->inspect([&](const ledger::State& state) {
    if (const auto* record = state.batches.find(*batch)) visibility = record->visibility;
  });
  const ImportPart part{visibility, {{session.random.id<ledger::NonceId>(), {}, ledger::ImportVoid{*batch, now}}}};
  const auto receipt = submitPart(session, *writing, *importer, part);
  if (!receipt) return receipt.error();
  Answer answer;
  answer.json = JsonValue::Fields{{"batch", batch->text()}, {"index", receipt->submission + 1}};
  answer.text =
      alignedLines({{label(session, "batch"), batch->text()}}) + std::string(say(session.language, "import.voided"));
  sealAfterwards(session, arguments, *writing, answer);
  return answer;
}

}  // namespace

CommandTable importCommands() {
  const OptionSpec key{"key", "FILE"};
  const OptionSpec person{"person", "ID"};
  const OptionSpec passphrase{"passphrase-file", "FILE"};
  // The noun alone reads a source; it stands after its verb, and says itself what it needs.
  return {{"import", "void", {{"batch"}}, {key, person, passphrase}, voidBatch},
          {"import",
           "",
           {{"source", false}},
           {{"mapping", "FILE"},
            key,
            person,
            {"set", "NAME=VALUE", false, true},
            {"batch", "ID"},
            {"system", "ID"},
            {"skip-bad", ""},
            {"rejects", "FILE"},
            {"dry-run", ""},
            passphrase},
           importSource}};
}

}  // namespace tools
