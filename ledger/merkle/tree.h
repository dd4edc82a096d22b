// Tree — the growing tree of a ledger: roots of any past size, and proofs.
//
// Shape    keeps the hashes of complete, aligned subtrees of 256 leaves and more, and the tail of fewer
//          than 256 leaf hashes: about 0.25 bytes a leaf. Lower hashes are made again from leaf hashes
//          that the caller's reader fetches.
// Errors   kInvalid where a size or an index is past the tree; whatever the reader says.
// Threads  one.
// Source   RFC 6962 sections 2.1.1 and 2.1.2.
#pragma once

#include <functional>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/merkle/frontier.h"

namespace ledger {

// `count` leaf hashes from index `first` on.
using LeafReader = std::function<Result<std::vector<Digest>>(Position first, std::size_t count)>;

class Tree {
 public:
  void append(const Digest& leaf);
  Position size() const { return frontier_.size(); }
  Digest root() const { return frontier_.root(); }

  Result<Digest> rootAt(Position size, const LeafReader& leaves) const;
  // The audit path of leaf `index` in the tree of `size` leaves, leaf sibling first.
  Result<std::vector<Digest>> inclusion(Position index, Position size, const LeafReader& leaves) const;
  // That the tree of `old_size` leaves is a prefix of that of `size`; requires old_size ≥ 1.
  Result<std::vector<Digest>> consistency(Position old_size, Position size, const LeafReader& leaves) const;

 private:
  // Root of the leaves [from, to); [from, to) is a subtree of RFC 6962's recursion.
  Result<Digest> range(Position from, Position to, const LeafReader& leaves) const;

  static constexpr unsigned kBlockHeight = 8;
  static constexpr Position kBlock = Position{1} << kBlockHeight;

  Frontier frontier_;
  Frontier block_;                             // of the leaves past the last complete block
  std::vector<std::vector<Digest>> subtrees_;  // [k][i]: the i-th complete subtree of 2^(8+k) leaves
};

}  // namespace ledger
