#include "tools/asar/home.h"

#include "ledger/base/file_io.h"
#include "ledger/event/codec.h"
#include "ledger/seal/key_file.h"
#include "ledger/seal/signed_file.h"
#include "tools/asar/keys.h"
#include "tools/asar/log_keys.h"
#include "tools/asar/vault_home.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::size_t kFoundingBytes = 1 << 17;

Error notInitialised(const Session& session) {
  return {ErrorCode::kNotFound, "NOT_INITIALISED",
          session.folder.string() + " holds no ledger: name another folder with --data, or make one with `asar init`"};
}

Result<std::unique_ptr<ledger::RocksdbLog>> openLog(const Session& session, ledger::LogMode mode) {
  ASAR_TRY(requireLog(session));
  auto log = ledger::RocksdbLog::open(session.folder, {.mode = mode, .notices = session.notices});
  if (log && (*log)->head().size == 0) return notInitialised(session);
  return log;
}

}  // namespace

Result<void> requireLog(const Session& session) {
  // Only what is certainly absent makes a folder one without a ledger.
  for (const char* name : {"log", "head"}) {
    std::error_code failed;
    const auto type = std::filesystem::status(session.folder / name, failed).type();
    if (type == std::filesystem::file_type::not_found) continue;
    if (type != std::filesystem::file_type::none) return {};
    return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE",
                 (session.folder / name).string() + " cannot be looked at: " + failed.message()};
  }
  return notInitialised(session);
}

std::filesystem::path evidenceFolder(const Session& session) {
  return session.folder / "evidence";
}

std::filesystem::path releasesFolder(const Session& session) {
  return session.folder / "releases";
}

std::filesystem::path tilesFolder(const Session& session) {
  return session.folder / "tiles";
}
std::filesystem::path logKeyFile(const Session& session) {
  return session.folder / "keys" / "log.key";
}
std::filesystem::path signedFile(const Session& session) {
  return session.folder / "signed";
}
std::filesystem::path databaseFile(const Session& session) {
  return session.folder / "read" / "read.db";
}

Result<Founding> readFounding(ledger::EventReader& reader) {
  const auto entries = reader.read(0, kFoundingBytes);
  if (!entries) return entries.error();
  if (entries->size() < 2) {
    return Error{ErrorCode::kCorrupt, "CHAIN_BROKEN", "the log ends before its founding event, entry 1"};
  }
  const auto first = ledger::decodeStoredEntry((*entries)[0].bytes);
  const auto second = first ? ledger::decodeStoredEntry((*entries)[1].bytes) : first;
  if (!second) return second.error();
  const auto* submission = std::get_if<ledger::SubmissionBody>(&first->body);
  const auto* event = std::get_if<ledger::EventBody>(&second->body);
  const auto command =
      event != nullptr ? ledger::decodeStoredCommand(event->command) : Result<ledger::Command>(Error{});
  const auto* found = command ? command->body.as<ledger::LedgerFound>() : nullptr;
  if (submission == nullptr || found == nullptr) {
    return Error{ErrorCode::kCorrupt, "CHAIN_BROKEN", "entries 0 and 1 do not found a ledger"};
  }
  return Founding{ledger::ledgerIdOf(submission->header),
                  *found,
                  ledger::verifierKey(found->origin, ledger::NoteKeyType::kEd25519, found->log_key.bytes),
                  {}};
}

Result<Reading> openForReading(const Session& session) {
  auto log = openLog(session, ledger::LogMode::kReadOnly);
  if (!log) return log.error();
  Reading reading;
  reading.log = std::move(*log);
  reading.reader = std::make_unique<ledger::LogReader>(*reading.log);
  auto founding = readFounding(*reading.reader);
  if (!founding) return founding.error();
  reading.founding = std::move(*founding);
  ASAR_TRY(followLogKeys(session, *reading.reader, /*all=*/false, reading.founding));
  return reading;
}

Result<std::unique_ptr<ledger::RocksdbLog>> openForCopying(const Session& session) {
  auto log = openLog(session, ledger::LogMode::kWrite);
  if (log || log.error().code != ErrorCode::kUnavailable) return log;
  return openLog(session, ledger::LogMode::kReadOnly);
}

namespace {

// What others may hold already: nothing is recorded or signed below or beside it.
Result<void> holds(Writing& writing, const ledger::Checkpoint& before) {
  const ledger::Position size = writing.log->head().size;
  std::string why = "the log has only " + std::to_string(size) + " entries";
  if (before.size <= size) {
    const auto root = writing.ledger->rootAt(before.size);
    if (!root) return root.error();
    if (*root == before.root) return {};
    why = "the log has another root at that size, " + root->hex();
  }
  return Error{ErrorCode::kCorrupt, "ROLLBACK_SUSPECTED",
               "a checkpoint of size " + std::to_string(before.size) + " with root " + before.root.hex() +
                   " was signed, but " + why + ": nothing is recorded or signed; restore the log that holds it"};
}

Result<void> holdsWhatWasSigned(const Session& session, Writing& writing) {
  const auto last = ledger::SignedFile(signedFile(session)).last();
  if (!last) return last.error();
  if (*last) ASAR_TRY(holds(writing, **last));
  const auto published = readPublished(session, writing.founding);
  if (!published) return published.error();
  return *published ? holds(writing, (*published)->checkpoint) : Result<void>{};
}

}  // namespace

Result<Writing> openForWriting(const Session& session) {
  auto log = openLog(session, ledger::LogMode::kWrite);
  if (!log) return log.error();
  Writing writing;
  writing.log = std::move(*log);
  writing.reader = std::make_unique<ledger::LogReader>(*writing.log);
  auto founding = readFounding(*writing.reader);
  if (!founding) return founding.error();
  writing.founding = std::move(*founding);
  auto vault = openVault(session, writing.founding.id, /*writes=*/true);
  if (!vault) return vault.error();
  writing.vault = std::move(*vault);
  auto ledger = ledger::Ledger::open({*writing.log, session.clock, session.random, session.folder / "incidents",
                                      session.notices, writing.vault.get()});
  if (!ledger) return ledger.error();
  writing.ledger = std::move(*ledger);
  // Who replays the log knows whether its key was ever changed.
  bool changed = false;
  writing.ledger->inspect([&](const ledger::State& state) { changed = !state.ledger().earlier_log_keys.empty(); });
  if (changed) {
    ASAR_TRY(followLogKeys(session, *writing.reader, /*all=*/true, writing.founding));
    ASAR_TRY(keepLogChanges(session, writing.founding));
  }
  ASAR_TRY(holdsWhatWasSigned(session, writing));
  return writing;
}

Result<std::optional<Published>> readPublished(const Session& session, const Founding& founding) {
  auto note = ledger::Publisher(tilesFolder(session), session.notices).published();
  if (!note) {
    if (note.error().code == ErrorCode::kNotFound) return std::optional<Published>();
    return note.error();
  }
  auto checkpoint = openByLog(*note, founding);
  if (!checkpoint) return ledger::checkpointDamaged(tilesFolder(session), checkpoint.error().message);
  return std::optional(Published{std::move(*checkpoint), std::move(*note)});
}

Result<Published> requirePublished(const Session& session, const Founding& founding) {
  auto published = readPublished(session, founding);
  if (!published) return published.error();
  if (*published) return std::move(**published);
  return Error{ErrorCode::kNotFound, "NO_CHECKPOINT",
               "nothing was published yet: sign the first checkpoint with `asar checkpoint create`"};
}

ledger::JsonValue checkpointJson(const ledger::Checkpoint& checkpoint) {
  return ledger::JsonValue::Fields{
      {"origin", checkpoint.origin}, {"size", checkpoint.size}, {"root", checkpoint.root.hex()}};
}

Result<ActorOnDisk> readLogKey(const Session& session, const Arguments& arguments) {
  auto key = readKey(session, logKeyFile(session), ledger::KeyPurpose::kLog, arguments);
  if (key || key.error().reason != "WRONG_PASSPHRASE" || !arguments.has("passphrase-file")) return key;
  auto otherwise = readKey(session, logKeyFile(session), ledger::KeyPurpose::kLog, {});
  return otherwise ? otherwise : key;
}

namespace {

// The newest published checkpoint where it says what the ledger would say now.
Result<std::optional<Published>> saidAlready(const Session& session, Writing& writing) {
  const auto sealed = writing.ledger->sealed();
  auto newest = readPublished(session, writing.founding);
  if (!newest || !*newest) return newest;
  const auto& checkpoint = (*newest)->checkpoint;
  if (checkpoint.size == sealed.size && checkpoint.root == sealed.root) return newest;
  return std::optional<Published>();
}

void endWriting(Writing& writing) {
  writing.ledger.reset();
  writing.vault.reset();
  writing.reader.reset();
  writing.log.reset();
}

}  // namespace

Result<Published> signCheckpoint(const Session& session, const LogSigners& signers, Writing& writing) {
  auto said = saidAlready(session, writing);
  if (!said) return said.error();
  if (*said) return std::move(**said);
  const auto sealed = writing.ledger->sealed();
  ledger::LogSigner signer(writing.founding.found.origin, signers.in_use.pair, signedFile(session));
  const auto root_at = [&](ledger::Position size) { return writing.ledger->rootAt(size); };
  auto note = signer.sign(sealed.size, sealed.root, root_at);
  if (!note) return note.error();
  note = withEarlierKeys(std::move(*note), signers, writing.founding);
  if (!note) return note.error();
  return Published{{writing.founding.found.origin, sealed.size, sealed.root}, std::move(*note)};
}

Result<void> publishNote(const Session& session, const Published& signed_one) {
  const auto log = openLog(session, ledger::LogMode::kWrite);
  if (!log) return log.error();
  ledger::LogReader reader(**log);
  auto founding = readFounding(reader);
  if (!founding) return founding.error();
  ASAR_TRY(followLogKeys(session, reader, /*all=*/false, *founding));
  const auto newest = readPublished(session, *founding);
  if (!newest) return newest.error();
  if (*newest && (*newest)->checkpoint.size > signed_one.checkpoint.size) return {};
  ASAR_TRY(ledger::makeFolders(ledger::Publisher::historyIn(tilesFolder(session))));
  return ledger::Publisher(tilesFolder(session), session.notices)
      .publish(reader, signed_one.checkpoint, signed_one.note);
}

Result<Published> publishCheckpoint(const Session& session, const Arguments& arguments, Writing& writing) {
  auto said = saidAlready(session, writing);
  if (!said) return said.error();
  if (*said) return std::move(**said);
  const auto witnesses = Witnesses::of(session, arguments);
  if (!witnesses) return witnesses.error();
  if (*witnesses) {
    endWriting(writing);
    auto witnessed = createWitnessed(session, arguments, **witnesses);
    if (!witnessed) return witnessed.error();
    return std::move(witnessed->published);
  }
  const auto signers = readLogSigners(session, arguments, writing.founding);
  if (!signers) return signers.error();
  auto made = signCheckpoint(session, *signers, writing);
  if (!made) return made.error();
  ASAR_TRY(ledger::makeFolders(ledger::Publisher::historyIn(tilesFolder(session))));
  ASAR_TRY(
      ledger::Publisher(tilesFolder(session), session.notices).publish(*writing.reader, made->checkpoint, made->note));
  return made;
}

}  // namespace tools
