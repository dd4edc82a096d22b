// Publisher — keeps the public form of the log in a folder: tiles, entry bundles, checkpoint.
//
// Shape    a C2SP tile directory, derived from the log: damaged tiles are made again from it. The checkpoint is
//          written last, so that the tiles it needs are always there, and kept under its size where there is a
//          folder for it: what rests on an earlier one can be repeated. After any failure or crash publish() goes on
//          from the published checkpoint, which alone is not derived: it says what others hold.
// Errors   kCorrupt CHECKPOINT_DAMAGED: the published one cannot be read; kCorrupt ROLLBACK_SUSPECTED: the log is
//          shorter than it, ROOT_DIFFERS: another one; kUnavailable of the disk and of the log.
// Threads  one.
// Source   C2SP tlog-tiles.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/base/notices.h"
#include "ledger/event_reader.h"
#include "ledger/seal/checkpoint.h"

namespace ledger {

// For the note in such a folder: what is wrong with it, and what to do.
Error checkpointDamaged(const std::filesystem::path& folder, const std::string& why);

class Publisher {
 public:
  explicit Publisher(std::filesystem::path folder, Notices* notices = nullptr)
      : folder_(std::move(folder)), notices_(notices != nullptr ? *notices : noNotices()) {}

  // Brings the tiles up to the size of `checkpoint` and then publishes its note.
  Result<void> publish(EventReader& log, const Checkpoint& checkpoint, std::string_view note);
  // Where each note that was published is kept, named by its size.
  static std::filesystem::path historyIn(const std::filesystem::path& folder) { return folder / "checkpoints"; }
  // The published note; kNotFound where there is none.
  Result<std::string> published() const;

 private:
  Result<void> extend(EventReader& log, const Checkpoint& checkpoint);
  Result<void> resume(EventReader& log);
  void startAfresh();
  // Whether the tiles have the root of the published checkpoint.
  bool takeTiles(const Checkpoint& published);
  Result<void> takeBundle(EventReader& log);
  // The first `width` hashes of a tile; of the full one where that has replaced the partial one; none where it is
  // missing or has another length.
  std::optional<std::vector<Digest>> readTile(unsigned level, Position n, Position width) const;
  Result<void> add(const StoredEntry& entry);
  Result<void> addHash(unsigned level, const Digest& hash);
  Result<void> writePartials();
  Digest root() const;
  Result<void> syncAll();
  Result<void> writeFile(const std::string& name, ByteView bytes);

  std::filesystem::path folder_;
  Notices& notices_;
  bool resumed_ = false;
  Position size_ = 0;
  std::vector<std::vector<Digest>> open_;     // hashes of the incomplete tile of each level
  Bytes bundle_;                              // the incomplete entry bundle
  std::set<std::filesystem::path> unsynced_;  // files and folders written since the last checkpoint
};

}  // namespace ledger
