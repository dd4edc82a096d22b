// Sum tree — a Merkle tree over streams, in which every node also says how many entries lie below it and their sums.
//
// Shape    leaves ascending by id, shaped as RFC 6962: a node without a neighbour goes up as it is.
// Units    sums are whatever the caller counts: minutes, minor units of one currency; at most four, none negative.
// Errors   kInvalid SUM_OVERFLOW where a sum or a count leaves 63 bits; leaves out of order or negative are our bug.
// Threads  a built tree may be read by many.
// Source   ledger/schema/README.md section 10.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/base/result.h"

namespace ledger {

inline constexpr std::size_t kSumsMax = 4;
using StreamSums = std::array<std::int64_t, kSumsMax>;

struct StreamLeaf {
  SubjectId id;
  std::uint64_t count = 0;  // entries
  Position last = 0;        // of them
  StreamSums sums{};
};

struct SumNode {
  Digest hash;
  std::uint64_t count = 0;
  StreamSums sums{};

  friend bool operator==(const SumNode&, const SumNode&) = default;
};

class SumTree {
 public:
  // With so many sums, the first ones of each leaf; the others are 0.
  static Result<SumTree> over(std::vector<StreamLeaf> leaves, std::size_t sums);

  const std::vector<StreamLeaf>& leaves() const { return leaves_; }
  std::size_t sums() const { return sums_; }
  // Of no leaves: H of nothing, and zeros.
  const SumNode& root() const { return root_; }
  // The place of the first leaf whose id is not below this one: its own where it is there.
  std::size_t placeOf(const SubjectId& id) const;
  // The nodes beside the way from that leaf to the root, its neighbour first. Requires place < leaves().size().
  std::vector<SumNode> path(std::size_t place) const;

 private:
  std::size_t sums_ = 0;
  std::vector<StreamLeaf> leaves_;
  std::vector<std::vector<SumNode>> levels_;  // the leaves first
  SumNode root_;
};

}  // namespace ledger
