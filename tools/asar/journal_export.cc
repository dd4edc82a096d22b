// asar export journal: the books of the ledger, for accounting programs of others.
#include <cerrno>
#include <fstream>

#include "ledger/base/file_io.h"
#include "ledger/event/json_gate.h"
#include "projections/fact_source.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/figures.h"
#include "tools/asar/journal.h"
#include "tools/asar/print.h"
#include "tools/asar/progress.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

constexpr std::size_t kFiguresBytesMax = 1 << 30;

ledger::Error unwritten(const std::filesystem::path& file) {
  return {ledger::ErrorCode::kUnavailable, "FILE_UNWRITTEN", file.string() + ": " + ledger::systemMessage()};
}

std::string headOf(const Reading& reading, const Published& published) {
  const auto& checkpoint = published.checkpoint;
  return "The books of the ledger " + checkpoint.origin + ", id " + reading.founding.id.text() + ".\n" +
         (reading.founding.found.demo ? "DEMONSTRATION: everything here is made up.\n" : "") + "size " +
         std::to_string(checkpoint.size) + ", root " + checkpoint.root.hex() +
         "\nThe code of a transaction is the index of the entry it comes from; days of hours are those of the "
         "service.\nThe last transaction claims what the ledger counts: `hledger check`, or any report of `ledger`, "
         "compares.\n";
}

Result<void> writeFacts(const Session& session, const Reading& reading, ledger::Position size, Journal& journal) {
  projections::FactSource source(*reading.reader);
  Progress progress(session, "progress.fold", size);
  for (ledger::Position at = 0; at < size;) {
    const auto page = reading.reader->read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      if (at == size) break;
      const auto fact = source.take(stored);
      if (!fact) return fact.error();
      if (*fact != nullptr) ASAR_TRY(journal.take(**fact));
      ++at;
    }
    progress.show(at);
  }
  return {};
}

// Beside the file until it is whole.
Result<std::uint64_t> writeJournal(const Session& session, const Reading& reading, const Published& published,
                                   const std::filesystem::path& file) {
  // Judged by the rules on the way: what comes after can rely on it.
  const auto counted = figuresAt(session, reading, published.checkpoint);
  if (!counted) return counted.error();
  const auto figures = ledger::parseJson(*counted, 1, kFiguresBytesMax);
  if (!figures) return figures.error();
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  if (!out) return unwritten(file);
  Journal journal(out);
  journal.head(headOf(reading, published));
  ASAR_TRY(writeFacts(session, reading, published.checkpoint.size, journal));
  ASAR_TRY(journal.close(*figures));
  out.flush();
  if (!out) return unwritten(file);
  return journal.transactions();
}

Result<Answer> exportJournal(Session& session, const Arguments& arguments) {
  const std::filesystem::path file = arguments.get("file");
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  const std::filesystem::path begun = file.string() + ".begun-" + session.random.id<ledger::SubjectId>().text();
  const auto transactions = writeJournal(session, *reading, *published, begun);
  std::error_code failed;
  if (transactions) std::filesystem::rename(begun, file, failed);
  std::error_code ignored;
  if (!transactions || failed) std::filesystem::remove(begun, ignored);
  if (!transactions) return transactions.error();
  if (failed)
    return ledger::Error{ledger::ErrorCode::kUnavailable, "FILE_UNWRITTEN", file.string() + ": " + failed.message()};
  Answer answer;
  answer.json = JsonValue::Fields{{"file", file.string()},
                                  {"transactions", *transactions},
                                  {"ledger", reading->founding.id.text()},
                                  {"demo", reading->founding.found.demo}};
  answer.text = say(session.language, "journal.done",
                    {file.string(), groupedNumber(*transactions), groupedNumber(published->checkpoint.size)});
  answer.checkpoint = checkpointJson(published->checkpoint);
  return answer;
}

}  // namespace

CommandTable journalCommands() {
  return {{"export", "journal", {{"file"}}, {}, exportJournal}};
}

}  // namespace tools
