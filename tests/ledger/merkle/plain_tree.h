// Plain tree — RFC 6962 section 2.1 written down as it stands there, to compare the real one with.
//
// Shape    recursive over all leaf hashes, quadratic, with nothing kept: too simple to be wrong.
#pragma once

#include <span>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/merkle/hashing.h"
#include "ledger/merkle/tree.h"

namespace tests {

using Leaves = std::span<const ledger::Digest>;

inline std::size_t plainSplit(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

inline ledger::Digest plainRoot(Leaves leaves) {
  if (leaves.empty()) return ledger::emptyRoot();
  if (leaves.size() == 1) return leaves[0];
  const std::size_t k = plainSplit(leaves.size());
  return ledger::nodeHash(plainRoot(leaves.first(k)), plainRoot(leaves.subspan(k)));
}

// PATH(m, D[n]).
inline std::vector<ledger::Digest> plainPath(std::size_t m, Leaves leaves) {
  if (leaves.size() <= 1) return {};
  const std::size_t k = plainSplit(leaves.size());
  auto path = m < k ? plainPath(m, leaves.first(k)) : plainPath(m - k, leaves.subspan(k));
  path.push_back(m < k ? plainRoot(leaves.subspan(k)) : plainRoot(leaves.first(k)));
  return path;
}

// SUBPROOF(m, D[n], b); PROOF(m, D[n]) is SUBPROOF(m, D[n], true).
inline std::vector<ledger::Digest> plainProof(std::size_t m, Leaves leaves, bool whole = true) {
  if (m == leaves.size()) return whole ? std::vector<ledger::Digest>{} : std::vector{plainRoot(leaves)};
  const std::size_t k = plainSplit(leaves.size());
  auto proof = m <= k ? plainProof(m, leaves.first(k), whole) : plainProof(m - k, leaves.subspan(k), false);
  proof.push_back(m <= k ? plainRoot(leaves.subspan(k)) : plainRoot(leaves.first(k)));
  return proof;
}

inline std::vector<ledger::Digest> numberedLeaves(std::size_t count) {
  std::vector<ledger::Digest> leaves;
  for (std::size_t i = 0; i < count; ++i)
    leaves.push_back(ledger::leafHash(ledger::asBytes("entry " + std::to_string(i) + "\n")));
  return leaves;
}

inline ledger::LeafReader readerOf(const std::vector<ledger::Digest>& leaves) {
  return [&leaves](ledger::Position first, std::size_t count) -> ledger::Result<std::vector<ledger::Digest>> {
    const auto from = leaves.begin() + static_cast<std::ptrdiff_t>(first);
    return std::vector<ledger::Digest>(from, from + static_cast<std::ptrdiff_t>(count));
  };
}

inline ledger::Tree treeOf(Leaves leaves) {
  ledger::Tree tree;
  for (const ledger::Digest& leaf : leaves) tree.append(leaf);
  return tree;
}

}  // namespace tests
