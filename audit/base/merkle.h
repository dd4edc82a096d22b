// Tree — the Merkle tree of RFC 6962 over leaf hashes, with every complete node kept.
//
// Shape    level 0 holds the leaves; level k the roots of complete subtrees of 2^k leaves: 64 bytes per leaf.
//          So the root at any earlier size costs one hash per set bit.
// Threads  single-thread.
// Source   RFC 6962 section 2.1; RFC 9162 sections 2.1.3.2 and 2.1.4.2 for the two checks.
#pragma once

#include <span>

#include "audit/base/sha256.h"

namespace audit {

// Up to 256 neighbouring leaves that begin at a multiple of 256, with the nodes complete among them.
// levels[k] holds leaves.size() >> k hashes.
struct Subtree {
  std::array<std::vector<Hash>, 9> levels;

  static Subtree over(std::vector<Hash> leaves, Sha256& hasher);
};

class Tree {
 public:
  std::uint64_t size() const { return levels_.empty() ? 0 : levels_[0].size(); }
  void append(const Hash& leaf);
  // Requires size() to be a multiple of 256.
  void append(const Subtree& subtree);
  // Requires size ≤ this->size().
  Hash rootAt(std::uint64_t size);
  Hash root() { return rootAt(size()); }
  // Nodes `first` … `first + count - 1` of a level; fewer where the level ends.
  std::span<const Hash> nodes(std::size_t level, std::uint64_t first, std::uint64_t count) const;

 private:
  void raise(std::size_t level);

  std::vector<std::vector<Hash>> levels_;
  Sha256 hasher_;
};

Hash emptyRoot();

struct InclusionClaim {
  std::uint64_t index = 0;
  std::uint64_t size = 0;
  Hash leaf{};
  Hash root{};
};
bool includes(const InclusionClaim& claim, std::span<const Hash> proof);

struct ConsistencyClaim {
  std::uint64_t old_size = 0;
  std::uint64_t new_size = 0;
  Hash old_root{};
  Hash new_root{};
};
// An old size of 0 is refused: an empty log proves nothing.
bool consistent(const ConsistencyClaim& claim, std::span<const Hash> proof);

}  // namespace audit
