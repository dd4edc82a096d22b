// LogKeys — the keys of a log, one after the other: the founding's, and those that later entries put in its place by
// the signatures of both.
//
// Shape    a key is the log's from one size on up to the next key's. Entries are taken in their order; what does not
//          bear the signatures of both keys changes nothing here: that it stands there at all, the rules judge.
// Threads  single-thread.
// Source   ledger/schema/README.md sections 6, "Succession", and 9.
#pragma once

#include "audit/base/finding.h"
#include "audit/log/founding.h"
#include "audit/log/note.h"

namespace audit {

struct LogKey {
  VerifierKey key;
  std::uint64_t since = 0;  // the first size that it signs
};

class LogKeys {
 public:
  void take(const Chunk& chunk);
  // Of a whole export; its entries up to the first that cannot be read.
  static LogKeys readFrom(const Archive& archive, std::uint64_t size);

  const std::optional<Founding>& founding() const { return founding_; }
  // Ascending; empty where there is no founding.
  const std::vector<LogKey>& all() const { return keys_; }
  // Requires a founding.
  const VerifierKey& at(std::uint64_t size) const;
  // It is the log's, or was.
  bool has(const VerifierKey& key) const;

 private:
  std::optional<Founding> founding_;
  std::vector<LogKey> keys_;
};

// A signed note of that size, and what the sentences call it.
struct SealedSize {
  const Note& note;
  std::uint64_t size = 0;
  std::string name;
};
// Whether the log's key at that size signed it, and no line of another of its keys fails; else a finding. Requires a
// founding.
bool judgeLogKeys(const SealedSize& sealed, const LogKeys& keys, Findings& findings);

}  // namespace audit
