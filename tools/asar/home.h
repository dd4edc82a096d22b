// Home — the folder of a ledger: what lies where in it, and how it is opened.
//
// Shape    log/ head signed tiles/ vault/ read/ keys/ evidence/ releases/ incidents/. A reader sees the log as it was
//          when it was opened, also beside a running writer; a writer has the folder for itself.
// Errors   kNotFound NOT_INITIALISED where there is no ledger; kUnavailable LOCKED; those of the log and of the replay;
//          a writer also kCorrupt ROLLBACK_SUSPECTED where the log does not hold what was signed or published.
// Threads  one.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/log/rocksdb_log.h"
#include "ledger/publisher.h"
#include "ledger/seal/checkpoint.h"
#include "tools/asar/command.h"
#include "tools/asar/keys.h"
#include "tools/asar/session.h"

namespace tools {

// How much of the log is read at once.
inline constexpr std::size_t kReadBytes = 4 << 20;

// Who this ledger is, from its first two entries.
struct EarlierLogKey {
  ledger::VerifierKey key;
  ledger::Position until = 0;  // the largest size that it signs: the index of the entry that put another in its place
};
struct Founding {
  ledger::LedgerId id;
  ledger::LedgerFound found;
  ledger::VerifierKey log_key;              // of the checkpoints, now
  std::vector<EarlierLogKey> earlier_keys;  // oldest first
};

struct Reading {
  std::unique_ptr<ledger::RocksdbLog> log;
  std::unique_ptr<ledger::LogReader> reader;
  Founding founding;
};

struct Writing {
  std::unique_ptr<ledger::RocksdbLog> log;
  std::unique_ptr<ledger::LogReader> reader;
  Founding founding;
  std::unique_ptr<ledger::Vault> vault;    // locked; none where the ledger has no vault
  std::unique_ptr<ledger::Ledger> ledger;  // goes first
};

std::filesystem::path tilesFolder(const Session& session);
std::filesystem::path logKeyFile(const Session& session);
std::filesystem::path signedFile(const Session& session);
std::filesystem::path databaseFile(const Session& session);
std::filesystem::path evidenceFolder(const Session& session);
std::filesystem::path releasesFolder(const Session& session);

// kNotFound NOT_INITIALISED where there is certainly no log.
ledger::Result<void> requireLog(const Session& session);
// With the founding's own key; followLogKeys() (log_keys.h) goes on from there.
ledger::Result<Founding> readFounding(ledger::EventReader& reader);
ledger::Result<Reading> openForReading(const Session& session);
ledger::Result<Writing> openForWriting(const Session& session);
// The log alone, to be copied: as a writer has it, so that its database can be linked; as a reader where another
// writes, or the disk does not let us.
ledger::Result<std::unique_ptr<ledger::RocksdbLog>> openForCopying(const Session& session);

struct Published {
  ledger::Checkpoint checkpoint;
  std::string note;
};
// The newest published checkpoint, its signature verified; none where none was published yet.
ledger::Result<std::optional<Published>> readPublished(const Session& session, const Founding& founding);
// The same, but kNotFound NO_CHECKPOINT where there is none.
ledger::Result<Published> requirePublished(const Session& session, const Founding& founding);
ledger::JsonValue checkpointJson(const ledger::Checkpoint& checkpoint);

// The key that signs checkpoints; --passphrase-file or else ASAR_PASSPHRASE and the terminal open it.
ledger::Result<ActorOnDisk> readLogKey(const Session& session, const Arguments& arguments);
// The key in use, and those before it that are still on disk: they sign beside it, so that who pinned one can go over.
struct LogSigners {
  ActorOnDisk in_use;
  std::vector<ActorOnDisk> earlier;  // oldest first
};
// kRefused KEY_REJECTED where the key on disk is not the log's.
ledger::Result<LogSigners> readLogSigners(const Session& session, const Arguments& arguments, const Founding& founding);
// Signs the ledger's present size and root and publishes nothing; the newest published one where that says the same.
ledger::Result<Published> signCheckpoint(const Session& session, const LogSigners& signers, Writing& writing);
// Publishes under the lock, taken for that alone; where a newer one was published meanwhile, that one stays.
ledger::Result<void> publishNote(const Session& session, const Published& signed_one);

// Signs the ledger's present size and root with the log key and publishes it; nothing new is signed where the
// newest checkpoint says the same. --passphrase-file, where the command has it, opens the log key too; one that is the
// signer's alone leaves it to ASAR_PASSPHRASE and the terminal. Witnesses are asked where the ledger has some
// (witnesses.h): then `writing` is closed, all but its founding, so that nobody waits for the lock meanwhile.
ledger::Result<Published> publishCheckpoint(const Session& session, const Arguments& arguments, Writing& writing);

}  // namespace tools
