// Publisher — keeps the public form of the log in a folder: tiles, entry bundles, checkpoint.
//
// Shape    a C2SP tile directory, derived from the log: it may be deleted and is made again. The checkpoint is
//          written last, so that the tiles it needs are always there.
// Errors   kCorrupt TILES_DAMAGED: delete the folder; kUnavailable of the disk and of the log.
// Threads  one.
// Source   C2SP tlog-tiles.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ledger/event_reader.h"
#include "ledger/seal/checkpoint.h"

namespace ledger {

class Publisher {
 public:
  explicit Publisher(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Brings the tiles up to the size of `checkpoint` and then publishes its note.
  Result<void> publish(EventReader& log, const Checkpoint& checkpoint, std::string_view note);
  // The published note; kNotFound where there is none.
  Result<std::string> published() const;

 private:
  Result<void> resumeAt(EventReader& log);
  Result<void> add(const StoredEntry& entry);
  Result<void> addHash(unsigned level, const Digest& hash);
  Result<void> writePartials();
  Result<void> writeFile(const std::string& name, ByteView bytes) const;

  std::filesystem::path folder_;
  bool resumed_ = false;
  Position size_ = 0;
  std::vector<std::vector<Digest>> open_;  // hashes of the incomplete tile of each level
  Bytes bundle_;                           // the incomplete entry bundle
};

}  // namespace ledger
