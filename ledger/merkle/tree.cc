#include "ledger/merkle/tree.h"

#include <algorithm>
#include <bit>
#include <map>

#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

Error pastTree(Position asked, Position size) {
  return {ErrorCode::kInvalid, "PAST_TREE",
          "the tree has " + std::to_string(size) + " leaves, not " + std::to_string(asked)};
}

// The largest power of two smaller than n; requires n ≥ 2.
Position splitOf(Position n) {
  return std::bit_floor(n - 1);
}

// Fetches each block once, however many of its subtrees a proof needs, and trusts no reader's count.
class Blocks {
 public:
  Blocks(const LeafReader& leaves, Position block, Position size) : leaves_(leaves), block_(block), size_(size) {}

  Result<std::vector<Digest>> operator()(Position first, std::size_t count) {
    const Position start = first - first % block_;
    auto found = fetched_.find(start);
    if (found == fetched_.end()) {
      const std::size_t wanted = std::min(block_, size_ - start);
      auto hashes = leaves_(start, wanted);
      if (!hashes) return hashes.error();
      if (hashes->size() != wanted) {
        return Error{ErrorCode::kCorrupt, "LEAVES_MISSING",
                     "asked for " + std::to_string(wanted) + " leaf hashes from " + std::to_string(start) + ", got " +
                         std::to_string(hashes->size())};
      }
      found = fetched_.emplace(start, std::move(*hashes)).first;
    }
    const auto from = found->second.begin() + static_cast<std::ptrdiff_t>(first - start);
    return std::vector<Digest>(from, from + static_cast<std::ptrdiff_t>(count));
  }

 private:
  const LeafReader& leaves_;
  Position block_;
  Position size_;
  std::map<Position, std::vector<Digest>> fetched_;
};

}  // namespace

void Tree::append(const Digest& leaf) {
  frontier_.push(leaf);
  block_.push(leaf);
  if (block_.size() < kBlock) return;
  Digest current = block_.root();
  block_ = Frontier();
  for (std::size_t k = 0;; ++k) {
    if (subtrees_.size() == k) subtrees_.emplace_back();
    subtrees_[k].push_back(current);
    if (subtrees_[k].size() % 2 != 0) return;
    current = nodeHash(subtrees_[k][subtrees_[k].size() - 2], current);
  }
}

Result<Digest> Tree::range(Position from, Position to, const LeafReader& leaves) const {
  const Position count = to - from;
  if (std::has_single_bit(count) && count >= kBlock && from % count == 0) {
    const std::size_t k = static_cast<std::size_t>(std::countr_zero(count)) - kBlockHeight;
    return subtrees_[k][from / count];
  }
  if (count > kBlock) {
    const Position split = splitOf(count);
    const auto left = range(from, from + split, leaves);
    if (!left) return left.error();
    const auto right = range(from + split, to, leaves);
    if (!right) return right.error();
    return nodeHash(*left, *right);
  }
  const auto hashes = leaves(from, count);
  if (!hashes) return hashes.error();
  Frontier frontier;
  for (const Digest& hash : *hashes) frontier.push(hash);
  return frontier.root();
}

Result<Digest> Tree::rootAt(Position asked, const LeafReader& reader) const {
  if (asked > size()) return pastTree(asked, size());
  if (asked == size()) return root();
  if (asked == 0) return emptyRoot();
  const LeafReader leaves = Blocks(reader, kBlock, asked);
  return range(0, asked, leaves);
}

Result<std::vector<Digest>> Tree::inclusion(Position index, Position asked, const LeafReader& reader) const {
  if (asked > size() || index >= asked) return pastTree(std::max(asked, index + 1), size());
  const LeafReader leaves = Blocks(reader, kBlock, asked);
  std::vector<Digest> path;
  Position from = 0;
  Position to = asked;
  while (to - from > 1) {
    const Position middle = from + splitOf(to - from);
    const auto sibling = index < middle ? range(middle, to, leaves) : range(from, middle, leaves);
    if (!sibling) return sibling.error();
    path.push_back(*sibling);
    (index < middle ? to : from) = middle;
  }
  std::ranges::reverse(path);
  return path;
}

Result<std::vector<Digest>> Tree::consistency(Position old_size, Position asked, const LeafReader& reader) const {
  if (asked > size() || old_size > asked || old_size == 0) return pastTree(std::max(asked, old_size), size());
  const LeafReader leaves = Blocks(reader, kBlock, asked);
  std::vector<Digest> proof;
  Position from = 0;
  Position to = asked;
  bool whole = true;  // the old tree is the whole of [from, old_size) seen so far
  while (old_size != to) {
    const Position middle = from + splitOf(to - from);
    const bool left = old_size <= middle;
    const auto sibling = left ? range(middle, to, leaves) : range(from, middle, leaves);
    if (!sibling) return sibling.error();
    proof.push_back(*sibling);
    if (left) {
      to = middle;
    } else {
      from = middle;
      whole = false;
    }
  }
  if (!whole) {
    const auto last = range(from, to, leaves);
    if (!last) return last.error();
    proof.push_back(*last);
  }
  std::ranges::reverse(proof);
  return proof;
}

}  // namespace ledger
