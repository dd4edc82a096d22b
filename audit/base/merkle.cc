#include "audit/base/merkle.h"

#include <bit>

namespace audit {
namespace {

constexpr std::size_t kProofHashesMax = 63;

}  // namespace

Subtree Subtree::over(std::vector<Hash> leaves, Sha256& hasher) {
  Subtree subtree;
  subtree.levels[0] = std::move(leaves);
  for (std::size_t level = 1; level < subtree.levels.size(); ++level) {
    const auto& below = subtree.levels[level - 1];
    auto& here = subtree.levels[level];
    here.reserve(below.size() / 2);
    for (std::size_t i = 0; i + 1 < below.size(); i += 2) here.push_back(hasher.node(below[i], below[i + 1]));
  }
  return subtree;
}

void Tree::raise(std::size_t level) {
  while (levels_[level].size() % 2 == 0) {
    if (levels_.size() == level + 1) levels_.emplace_back();
    const auto& below = levels_[level];
    levels_[level + 1].push_back(hasher_.node(below[below.size() - 2], below[below.size() - 1]));
    ++level;
  }
}

void Tree::append(const Hash& leaf) {
  if (levels_.empty()) levels_.emplace_back();
  levels_[0].push_back(leaf);
  raise(0);
}

void Tree::append(const Subtree& subtree) {
  for (std::size_t level = 0; level < subtree.levels.size(); ++level) {
    const auto& nodes = subtree.levels[level];
    if (nodes.empty()) break;
    if (levels_.size() == level) levels_.emplace_back();
    levels_[level].insert(levels_[level].end(), nodes.begin(), nodes.end());
  }
  if (!subtree.levels[8].empty()) raise(8);
}

Hash Tree::rootAt(std::uint64_t size) {
  if (size == 0) return emptyRoot();
  Hash root{};
  bool started = false;
  std::uint64_t end = size;
  for (std::uint64_t rest = size; rest != 0; rest &= rest - 1) {
    const auto level = static_cast<std::size_t>(std::countr_zero(rest));
    const Hash& node = levels_[level][(end >> level) - 1];
    root = started ? hasher_.node(node, root) : node;
    started = true;
    end -= std::uint64_t{1} << level;
  }
  return root;
}

std::span<const Hash> Tree::nodes(std::size_t level, std::uint64_t first, std::uint64_t count) const {
  if (level >= levels_.size() || first >= levels_[level].size()) return {};
  const std::uint64_t there = levels_[level].size() - first;
  return {levels_[level].data() + first, static_cast<std::size_t>(count < there ? count : there)};
}

Hash emptyRoot() {
  return sha256({});
}

bool includes(const InclusionClaim& claim, std::span<const Hash> proof) {
  if (claim.index >= claim.size || proof.size() > kProofHashesMax) return false;
  Sha256 hasher;
  std::uint64_t node = claim.index;
  std::uint64_t last = claim.size - 1;
  Hash hash = claim.leaf;
  for (const Hash& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      hash = hasher.node(sibling, hash);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      hash = hasher.node(hash, sibling);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 && hash == claim.root;
}

bool consistent(const ConsistencyClaim& claim, std::span<const Hash> proof) {
  if (claim.old_size == 0 || claim.old_size > claim.new_size || proof.size() > kProofHashesMax) return false;
  if (claim.old_size == claim.new_size) return proof.empty() && claim.old_root == claim.new_root;
  if (proof.empty()) return false;
  Sha256 hasher;
  std::uint64_t node = claim.old_size - 1;
  std::uint64_t last = claim.new_size - 1;
  while ((node & 1U) != 0) {
    node >>= 1U;
    last >>= 1U;
  }
  const bool whole = std::has_single_bit(claim.old_size);
  Hash old_hash = whole ? claim.old_root : proof[0];
  Hash new_hash = old_hash;
  for (const Hash& hash : proof.subspan(whole ? 0 : 1)) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      old_hash = hasher.node(hash, old_hash);
      new_hash = hasher.node(hash, new_hash);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      new_hash = hasher.node(new_hash, hash);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 && old_hash == claim.old_root && new_hash == claim.new_root;
}

}  // namespace audit
