// Paths — the audit paths of RFC 6962, made and evaluated: that an entry stands in a log, that one log continues
// another.
//
// Shape    pure functions over the nodes of a tree; a path of a log of 2^64 entries has fewer than 64 hashes.
// Errors   nullopt: a node could not be had, or the sizes do not allow such a path.
// Threads  as the nodes.
// Source   RFC 6962 sections 2.1.1 and 2.1.2; RFC 9162 section 2.1.4.2.
#pragma once

#include "audit/base/merkle.h"

namespace audit {

// The nodes of complete subtrees: level 0 holds the leaves, level k the roots of 2^k of them.
class Nodes {
 public:
  virtual ~Nodes() = default;
  virtual std::optional<Hash> node(std::size_t level, std::uint64_t index) = 0;
};

class TreeNodes final : public Nodes {
 public:
  explicit TreeNodes(const Tree& tree) : tree_(tree) {}
  std::optional<Hash> node(std::size_t level, std::uint64_t index) override;

 private:
  const Tree& tree_;
};

struct Sizes {
  std::uint64_t older = 0;
  std::uint64_t newer = 0;
};

std::optional<Hash> rootAt(Nodes& nodes, std::uint64_t size);
// Leaf's sibling first.
std::optional<std::vector<Hash>> inclusionPath(Nodes& nodes, std::uint64_t index, std::uint64_t size);
// Empty where the sizes are equal, or the older one is 0.
std::optional<std::vector<Hash>> consistencyPath(Nodes& nodes, const Sizes& sizes);

// A consistency path that always begins with its first node, though a verifier who knows the older root may be spared
// it: so both roots follow from the path alone. Requires 0 < older < newer.
std::optional<std::vector<Hash>> wholePath(Nodes& nodes, const Sizes& sizes);

struct RootPair {
  Hash older{};
  Hash newer{};
};
// The two roots that follow from a whole path. Of one newer root there is one whole path only, whatever the older is.
std::optional<RootPair> rootsOf(std::span<const Hash> whole_path, const Sizes& sizes);

// The lowest leaf that differs between two logs that both have `size` entries; nullopt where none does, or a node
// could not be had.
std::optional<std::uint64_t> firstDifference(Nodes& one, Nodes& other, std::uint64_t size);

}  // namespace audit
