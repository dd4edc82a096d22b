// asar backup create|restore: a copy of the log and its documents that is checked before it is called one.
#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/merkle/frontier.h"
#include "ledger/seal/signed_file.h"
#include "tools/asar/bundle.h"
#include "tools/asar/commands.h"
#include "tools/asar/evidence_backup.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/log_keys.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Checkpoint;
using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Position;
using ledger::Result;

using Signed = std::optional<Checkpoint>;

// Keys are never copied: their owners keep them.
Result<void> writeSigned(const std::filesystem::path& file, const Signed& checkpoint) {
  if (!checkpoint) return {};
  return ledger::writeFileAtomically(file, ledger::asBytes(ledger::checkpointText(*checkpoint)));
}

// A restored ledger has to ask those whom it asked before: they know what the backup lacks.
Result<void> copyWitnessFiles(const std::filesystem::path& from, const std::filesystem::path& to) {
  constexpr std::size_t kBytesMax = 4 << 20;
  for (const char* name : {"witnesses.policy", "witnesses.pem"}) {
    const auto bytes = ledger::readWholeFile(from / name, kBytesMax);
    if (!bytes && bytes.error().code == ErrorCode::kNotFound) continue;
    if (!bytes) return bytes.error();
    ASAR_TRY(ledger::writeFileAtomically(to / name, *bytes));
  }
  return {};
}

std::filesystem::path evidenceIn(const std::filesystem::path& backup) {
  return backup / "evidence";
}

// What was published once: samples of audits rest on it. In a folder of a ledger it lies beside the tiles.
Result<void> copyCheckpoints(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code failed;
  std::filesystem::directory_iterator at(from, failed);
  if (failed == std::errc::no_such_file_or_directory) return {};
  if (!failed) ASAR_TRY(ledger::makeFolders(to));
  for (const std::filesystem::directory_iterator end; !failed && at != end; at.increment(failed)) {
    const auto note = ledger::readWholeFile(at->path(), ledger::limits::kNoteBytesMax);
    if (!note) return note.error();
    ASAR_TRY(ledger::writeFileAtomically(to / at->path().filename(), *note));
  }
  if (!failed) return {};
  return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", from.string() + " could not be read: " + failed.message()};
}

Answer describe(const std::string& text, const ledger::SealedHead& head, const std::string& folder) {
  return {JsonValue::Fields{{"folder", folder}, {"size", head.head.size}, {"root", head.root.hex()}}, text, {}, kOk};
}

Result<ledger::SealedHead> verified(const std::filesystem::path& folder, const ledger::SealedHead& expected) {
  const auto head = ledger::verifyCopy(folder);
  if (!head) return head.error();
  if (head->head.size != expected.head.size || head->root != expected.root) {
    return Error{ErrorCode::kCorrupt, "COPY_DIFFERS",
                 folder.string() + " has size " + std::to_string(head->head.size) + " and root " + head->root.hex() +
                     ", the source had size " + std::to_string(expected.head.size) + " and root " +
                     expected.root.hex()};
  }
  return *head;
}

Result<Answer> create(Session& session, const Arguments& arguments) {
  const std::filesystem::path folder = arguments.get("folder");
  // Before the log, which a writer beside us may lengthen and sign meanwhile.
  const auto last_signed = ledger::SignedFile(signedFile(session)).last();
  auto log = openForCopying(session);
  if (!log) return log.error();
  if (!last_signed) return last_signed.error();
  ASAR_TRY(requireEmptyFolder(folder));
  ASAR_TRY(writeSigned(folder / "signed", *last_signed));
  ASAR_TRY(copyWitnessFiles(session.folder, folder));
  ASAR_TRY(copyCheckpoints(ledger::Publisher::historyIn(tilesFolder(session)), ledger::Publisher::historyIn(folder)));
  const auto copied = (*log)->backup(folder);
  if (!copied) return copied.error();
  log->reset();  // writers need not wait for the check
  // After the log: a document is added before the command that names it.
  const auto evidence = copyEvidence(evidenceFolder(session), evidenceIn(folder), session.random);
  if (!evidence) return evidence.error();
  ASAR_TRY(listCopied(folder, *evidence));
  const auto head = verified(folder, *copied);
  if (!head) return head.error();
  Answer answer = describe(
      say(session.language, "backup.done", {folder.string(), groupedNumber(head->head.size), head->root.hex()}), *head,
      folder.string());
  tellEvidenceCopied(session, *evidence, answer);
  return answer;
}

Result<ledger::Digest> rootAt(ledger::EventLog& log, Position size) {
  constexpr Position kHashesAtOnce = 65'536;
  ledger::Frontier edge;
  while (edge.size() < size) {
    const auto hashes = log.leafHashes(edge.size(), std::min(kHashesAtOnce, size - edge.size()));
    if (!hashes) return hashes.error();
    for (const ledger::Digest& hash : *hashes) edge.push(hash);
  }
  return edge.root();
}

// A backup may be shorter than what was signed, but never of another past.
Result<void> samePast(ledger::EventLog& log, const Checkpoint& checkpoint) {
  if (checkpoint.size > log.head().size) return {};
  const auto root = rootAt(log, checkpoint.size);
  if (!root) return root.error();
  if (*root == checkpoint.root) return {};
  return Error{ErrorCode::kCorrupt, "ROLLBACK_SUSPECTED",
               "the checkpoint of size " + std::to_string(checkpoint.size) + " has root " + checkpoint.root.hex() +
                   ", the backup has root " + root->hex() +
                   " at that size: nothing is restored; look for the backup of the log that was published"};
}

Result<Checkpoint> readNewest(const std::string& file, const Founding& founding) {
  const auto note = ledger::readWholeFile(file, ledger::limits::kNoteBytesMax);
  if (!note) return note.error();
  auto newest = openByLog(ledger::asText(*note), founding);
  if (newest) return newest;
  return Error{newest.error().code, newest.error().reason,
               file + ": " + newest.error().message + "; give a published checkpoint of " + founding.found.origin};
}

// The last checkpoint that is known to be signed, by the backup or by what was published since.
Result<Signed> newestSigned(const Session& session, ledger::RocksdbLog& log, const std::filesystem::path& backup,
                            const Arguments& arguments) {
  auto known = ledger::SignedFile(backup / "signed").last();
  if (!known) return known.error();
  if (*known) ASAR_TRY(samePast(log, **known));
  const auto file = arguments.find("newest");
  if (!file) return known;
  ledger::LogReader reader(log);
  auto founding = readFounding(reader);
  if (!founding) return founding.error();
  auto newest = readNewest(*file, *founding);
  if (!newest) {  // perhaps by a later key of the log
    ASAR_TRY(followLogKeys(session, reader, /*all=*/true, *founding));
    newest = readNewest(*file, *founding);
  }
  if (!newest) return newest.error();
  ASAR_TRY(samePast(log, *newest));
  if (*known && (*known)->size == newest->size && (*known)->root != newest->root) {
    return Error{ErrorCode::kCorrupt, "ROLLBACK_SUSPECTED",
                 "two checkpoints of size " + std::to_string(newest->size) + " were signed, with roots " +
                     (*known)->root.hex() + " in the backup and " + newest->root.hex() + " in " + *file +
                     ": the log is forked, nothing is restored"};
  }
  if (*known && (*known)->size > newest->size) return known;
  return Signed(std::move(*newest));
}

// What the restored ledger lacks, as far as anybody can know.
void tellWhatIsMissing(const Session& session, const Signed& newest, bool named, Position size, Answer& answer) {
  const Position missing = newest && newest->size > size ? newest->size - size : 0;
  answer.json.set("newest", newest ? checkpointJson(*newest) : JsonValue());
  answer.json.set("newestGiven", named);
  answer.json.set("missing", missing);
  const auto tell = [&](std::string_view key, std::initializer_list<std::string> values) {
    answer.text += "\n" + say(session.language, key, values);
  };
  if (missing > 0) {
    answer.exit_code = kFindings;
    tell("restore.short", {groupedNumber(newest->size), groupedNumber(size), groupedNumber(newest->size - 1)});
  } else if (named) {
    tell("restore.reaches", {groupedNumber(newest->size)});
  }
  if (!named) tell("restore.unknown", {});
}

Result<Answer> restore(Session& session, const Arguments& arguments) {
  const std::filesystem::path folder = arguments.get("folder");
  const auto source = ledger::verifyCopy(folder);
  if (!source) return source.error();
  const auto log = ledger::RocksdbLog::open(folder, {.mode = ledger::LogMode::kReadOnly});
  if (!log) return log.error();
  const auto newest = newestSigned(session, **log, folder, arguments);
  if (!newest) return newest.error();
  ASAR_TRY(requireEmptyFolder(session.folder));
  // Before the log, so that no crash leaves a ledger that has forgotten what it signed.
  ASAR_TRY(writeSigned(signedFile(session), *newest));
  ASAR_TRY(copyWitnessFiles(folder, session.folder));
  ASAR_TRY(copyCheckpoints(ledger::Publisher::historyIn(folder), ledger::Publisher::historyIn(tilesFolder(session))));
  const auto copied = (*log)->backup(session.folder);
  if (!copied) return copied.error();
  auto evidence = copyEvidence(evidenceIn(folder), evidenceFolder(session), session.random);
  if (!evidence) return evidence.error();
  addWhatTheBackupLost(folder, *evidence);
  const auto head = verified(session.folder, *source);
  if (!head) return head.error();
  Answer answer = describe(say(session.language, "restore.done",
                               {session.folder.string(), groupedNumber(head->head.size), head->root.hex()}),
                           *head, session.folder.string());
  tellWhatIsMissing(session, *newest, arguments.has("newest"), head->head.size, answer);
  ledger::LogReader reader(**log);
  ASAR_TRY(tellEvidenceRestored(session, reader, *evidence, answer));
  return answer;
}

}  // namespace

CommandTable backupCommands() {
  return {{"backup", "create", {{"folder"}}, {}, create},
          {"backup", "restore", {{"folder"}}, {{"newest", "FILE"}}, restore}};
}

}  // namespace tools
