// EventLog — the append-only sequence of entries of one ledger, whatever engine keeps it.
//
// Shape    entries 0…size-1, each {leaf hash, bytes}. A batch is appended whole or not at all, and
//          only onto the head its writer names by size *and* hash: a writer that saw another history of
//          the same length is refused. Bodies are opaque here; the ledger replays and re-hashes them.
// Units    Position counts entries from 0; max_bytes counts body bytes.
// Errors   append answers with a status, the rest with Result: kCorrupt for damage, kUnavailable for a
//          disk, lock or deadline.
// Threads  every method may be called from any thread; appends are taken one at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/base/result.h"

namespace ledger {

using Deadline = std::chrono::steady_clock::time_point;

// How many entries there are, and the leaf hash of the last. An empty log: {0, 32 zero bytes}.
struct Head {
  Position size = 0;
  Digest hash;

  friend bool operator==(const Head&, const Head&) = default;
};

// An entry as stored: its leaf hash and its exact bytes.
struct Encoded {
  Digest hash;
  Bytes body;

  friend bool operator==(const Encoded&, const Encoded&) = default;
};

// Entries first, first+1, …; empty when the reader is at the end.
struct Page {
  Position first = 0;
  std::vector<Encoded> entries;
};

enum class AppendStatus {
  kCommitted,    // durable; also when the same entries already stood at that place
  kConflict,     // the log's head is another one; nothing was written
  kUnknown,      // the write failed on the way: the batch may or may not be there after reopening
  kUnavailable,  // nothing was written: stopped after an earlier failure, read-only, or out of time
  kRejected,     // no engine may take this batch: empty, too many, too long
};

struct AppendResult {
  AppendStatus status = AppendStatus::kUnavailable;
  Head head;  // kCommitted: the head just after this batch; otherwise the last one known
  std::string message;
};

class EventLog {
 public:
  virtual ~EventLog() = default;

  // After kUnknown the same batch is offered again to a reopened log: kCommitted then says that it is
  // there once. Nothing is ever retried inside.
  virtual AppendResult append(std::span<const Encoded> batch, const Head& expected, Deadline deadline) = 0;

  // Contiguous entries from `from`, as many as fit into max_bytes but at least one if there is one.
  virtual Result<Page> read(Position from, std::size_t max_bytes) = 0;

  // `count` leaf hashes; kNotFound if the log ends before.
  virtual Result<std::vector<Digest>> leafHashes(Position first, std::size_t count) = 0;

  virtual Head head() = 0;

  // True as soon as the log holds more than `after` entries, false when the deadline came first.
  virtual Result<bool> waitFor(Position after, Deadline deadline) = 0;
};

}  // namespace ledger
