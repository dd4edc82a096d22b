// Hash limit — how fast this core can make leaf hashes and the root, when it does nothing else.
#pragma once

#include "ledger/log/event_log.h"

namespace tools {

// The entries of a log in memory, each after the byte 0 that a leaf hash begins with.
class Leaves {
 public:
  explicit Leaves(ledger::EventLog& log);

  std::size_t size() const { return ends_.size(); }
  // CPU seconds of one thread with one hashing context; ends the program where the root is not `root`.
  double secondsToHash(const ledger::Digest& root) const;

 private:
  ledger::Bytes bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace tools
