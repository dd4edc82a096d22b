// EventReader — the only door for reading: entries as they stand in the log.
//
// Shape    positions 0, 1, 2, … without gaps; bytes are the canonical Entry, leaf_hash theirs.
// Errors   kUnavailable, kCorrupt with the position.
// Threads  one reader per thread.
#pragma once

#include <cstddef>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/base/result.h"

namespace ledger {

struct StoredEntry {
  Position index = 0;
  Digest leaf_hash;
  Bytes bytes;
};

class EventReader {
 public:
  virtual ~EventReader() = default;
  // Number of entries readable now.
  virtual Position size() = 0;
  // Entries from `from` on, contiguous, at least one unless `from` is the size; about `max_bytes` of them.
  virtual Result<std::vector<StoredEntry>> read(Position from, std::size_t max_bytes) = 0;
};

}  // namespace ledger
