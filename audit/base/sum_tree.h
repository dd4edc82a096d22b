// SumTree — the trees of streams that a StreamHeads binds: each node says how many entries lie below it, and their
// sums.
//
// Shape    a root is taken as RFC 6962 defines it, by splitting the leaves; a path is climbed from a leaf. Nothing is
//          kept between two questions.
// Units    sums as the tree has them: minutes, minor units of one currency; at most four.
// Errors   nullopt: a sum or count leaves 63 bits, a sum is negative, a path does not fit its place.
// Threads  one SumTree per thread.
// Source   ledger/schema/README.md section 10; RFC 6962 section 2.1, RFC 9162 section 2.1.3.2.
#pragma once

#include <span>

#include "audit/base/sha256.h"

namespace audit {

inline constexpr std::size_t kSumsMost = 4;
using Sums = std::array<std::int64_t, kSumsMost>;

// What a stream came to.
struct StreamHead {
  Id id{};
  std::uint64_t count = 0;
  std::uint64_t last = 0;
  Sums sums{};
};

struct SumNode {
  Hash hash{};
  std::uint64_t count = 0;
  Sums sums{};

  bool operator==(const SumNode&) const = default;
};

struct LeafPlace {
  std::uint64_t index = 0;
  std::uint64_t size = 0;  // leaves of the tree
};

class SumTree {
 public:
  // Of trees with so many sums; those behind them are 0.
  explicit SumTree(std::size_t sums) : sums_(sums) {}

  // Ascending by id.
  std::optional<SumNode> rootOf(std::span<const StreamHead> heads);
  // From that leaf up to the root.
  std::optional<SumNode> climb(const StreamHead& head, const LeafPlace& place, std::span<const SumNode> path);

 private:
  SumNode leaf(const StreamHead& head);
  std::optional<SumNode> join(const SumNode& left, const SumNode& right);
  void number(std::uint64_t value);
  void figures(std::uint64_t count, const Sums& sums);

  std::size_t sums_;
  Sha256 hasher_;
  Buffer bytes_;
};

}  // namespace audit
