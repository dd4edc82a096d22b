// RunningRoot — the RFC 6962 root of a growing list of leaf hashes.
//
// Shape    one hash per set bit of the size, largest subtree first.
// Threads  a value type.
#pragma once

#include <vector>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"

namespace ledger {

class RunningRoot {
 public:
  void append(const Digest& leaf_hash);
  Position size() const { return size_; }
  // SHA-256 of nothing when empty.
  Digest root() const;

 private:
  Position size_ = 0;
  std::vector<Digest> subtrees_;
};

// SHA-256(0x00 ‖ entry).
Digest leafHashOf(ByteView entry);

}  // namespace ledger
