#include "ledger/merkle/sum_tree.h"

#include <algorithm>
#include <limits>

#include "ledger/base/check.h"
#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

constexpr std::size_t kHashBytes = 32;
// Prefix, id, count and last position; then the sums.
constexpr std::size_t kLeafBytesMax = 1 + 16 + 8 + 8 + 8 * kSumsMax;
constexpr std::size_t kNodeBytesMax = 1 + 2 * (kHashBytes + 8 + 8 * kSumsMax);

// Writes what is hashed, without a buffer of its own for each of millions of nodes.
template <std::size_t kMost>
class Writer {
 public:
  explicit Writer(std::uint8_t prefix) { bytes_[size_++] = prefix; }
  void put(ByteView bytes) {
    std::ranges::copy(bytes, bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += bytes.size();
  }
  void put(std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes_[size_++] = static_cast<std::uint8_t>(value >> shift);
  }
  void put(const StreamSums& sums, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) put(static_cast<std::uint64_t>(sums[i]));
  }
  Digest hash() const { return sha256(ByteView(bytes_.data(), size_)); }

 private:
  std::array<std::uint8_t, kMost> bytes_{};
  std::size_t size_ = 0;
};

SumNode leafNode(const StreamLeaf& leaf, std::size_t sums) {
  Writer<kLeafBytesMax> writer(0x00);
  writer.put(leaf.id.view());
  writer.put(leaf.count);
  writer.put(leaf.last);
  writer.put(leaf.sums, sums);
  SumNode node{writer.hash(), leaf.count, {}};
  std::copy_n(leaf.sums.begin(), sums, node.sums.begin());
  return node;
}

Digest hashOver(const SumNode& left, const SumNode& right, std::size_t sums) {
  Writer<kNodeBytesMax> writer(0x01);
  for (const SumNode* side : {&left, &right}) {
    writer.put(side->hash.bytes);
    writer.put(side->count);
    writer.put(side->sums, sums);
  }
  return writer.hash();
}

Result<SumNode> nodeOver(const SumNode& left, const SumNode& right, std::size_t sums) {
  constexpr std::uint64_t kCountMax = std::numeric_limits<std::int64_t>::max();
  SumNode node;
  bool overflow = left.count > kCountMax - right.count;
  node.count = left.count + right.count;
  for (std::size_t i = 0; i < sums; ++i)
    overflow = __builtin_add_overflow(left.sums[i], right.sums[i], &node.sums[i]) || overflow;
  if (overflow) return Error{ErrorCode::kInvalid, "SUM_OVERFLOW", "the sums of all streams leave 63 bits"};
  node.hash = hashOver(left, right, sums);
  return node;
}

Result<std::vector<SumNode>> levelOver(const std::vector<SumNode>& below, std::size_t sums) {
  std::vector<SumNode> level;
  level.reserve((below.size() + 1) / 2);
  for (std::size_t i = 0; i + 1 < below.size(); i += 2) {
    auto node = nodeOver(below[i], below[i + 1], sums);
    if (!node) return node.error();
    level.push_back(*node);
  }
  if (below.size() % 2 == 1) level.push_back(below.back());
  return level;
}

}  // namespace

Result<SumTree> SumTree::over(std::vector<StreamLeaf> leaves, std::size_t sums) {
  ASAR_CHECK(sums <= kSumsMax);
  SumTree tree;
  tree.sums_ = sums;
  tree.leaves_ = std::move(leaves);
  tree.root_.hash = emptyRoot();
  if (tree.leaves_.empty()) return tree;
  std::vector<SumNode> level;
  level.reserve(tree.leaves_.size());
  for (std::size_t i = 0; i < tree.leaves_.size(); ++i) {
    const StreamLeaf& leaf = tree.leaves_[i];
    ASAR_CHECK(i == 0 || tree.leaves_[i - 1].id < leaf.id);
    ASAR_CHECK(std::ranges::all_of(leaf.sums, [](std::int64_t sum) { return sum >= 0; }));
    level.push_back(leafNode(leaf, sums));
  }
  tree.levels_.push_back(std::move(level));
  while (tree.levels_.back().size() > 1) {
    auto above = levelOver(tree.levels_.back(), sums);
    if (!above) return above.error();
    tree.levels_.push_back(std::move(*above));
  }
  tree.root_ = tree.levels_.back().front();
  return tree;
}

std::size_t SumTree::placeOf(const SubjectId& id) const {
  const auto found = std::ranges::lower_bound(leaves_, id, {}, &StreamLeaf::id);
  return static_cast<std::size_t>(found - leaves_.begin());
}

std::vector<SumNode> SumTree::path(std::size_t place) const {
  ASAR_CHECK(place < leaves_.size());
  std::vector<SumNode> path;
  for (const auto& level : levels_) {
    const std::size_t beside = place ^ 1U;
    if (beside < level.size()) path.push_back(level[beside]);
    place /= 2;
  }
  return path;
}

}  // namespace ledger
