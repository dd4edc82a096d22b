// Frontier — the right edge of a growing Merkle tree: enough to append and to give the root.
//
// Shape    one hash per set bit of the size, the largest subtree first.
// Threads  a value type.
// Source   RFC 6962 section 2.1.
#pragma once

#include <cstdint>
#include <vector>

#include "ledger/base/digest.h"

namespace ledger {

class Frontier {
 public:
  void push(const Digest& leaf);
  // Appends the root of a complete subtree of 2^height leaves; requires size to be a multiple of that.
  void pushSubtree(const Digest& root, unsigned height);
  std::uint64_t size() const { return size_; }
  Digest root() const;
  // With size(), all there is to keep: pushSubtree() of each makes the frontier again.
  const std::vector<Digest>& subtrees() const { return subtrees_; }

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> subtrees_;
};

}  // namespace ledger
