// Publisher — keeps the public form of the log in a folder: tiles, entry bundles, checkpoint.
//
// Shape    a C2SP tile directory, derived from the log: it may be deleted and is made again. The checkpoint is
//          written last, so that the tiles it needs are always there. After any failure or crash publish() goes on from
//          the published checkpoint.
// Errors   kCorrupt TILES_DAMAGED: delete the folder; kCorrupt ROOT_DIFFERS: the log is not the one signed for;
//          kUnavailable of the disk and of the log.
// Threads  one.
// Source   C2SP tlog-tiles.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "ledger/base/notices.h"
#include "ledger/event_reader.h"
#include "ledger/seal/checkpoint.h"

namespace ledger {

class Publisher {
 public:
  explicit Publisher(std::filesystem::path folder, Notices* notices = nullptr)
      : folder_(std::move(folder)), notices_(notices != nullptr ? *notices : noNotices()) {}

  // Brings the tiles up to the size of `checkpoint` and then publishes its note.
  Result<void> publish(EventReader& log, const Checkpoint& checkpoint, std::string_view note);
  // The published note; kNotFound where there is none.
  Result<std::string> published() const;

 private:
  Result<void> extend(EventReader& log, const Checkpoint& checkpoint);
  Result<void> resumeAt(EventReader& log, const Checkpoint& published);
  // The first `width` hashes of a tile; of the full one where that has replaced the partial one.
  Result<std::vector<Digest>> readTile(unsigned level, Position n, Position width) const;
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
