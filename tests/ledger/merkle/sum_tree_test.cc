#include "ledger/merkle/sum_tree.h"

#include <gtest/gtest.h>

#include <bit>
#include <limits>

#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

SubjectId idOf(std::uint8_t byte) {
  SubjectId id;
  id.bytes.fill(byte);
  return id;
}

// The example of README.md section 10.
std::vector<StreamLeaf> threePersons() {
  return {{idOf(0x11), 2, 7, {90}}, {idOf(0x22), 1, 9, {0}}, {idOf(0x33), 5, 12, {240}}};
}

std::vector<StreamLeaf> numbered(std::size_t count) {
  std::vector<StreamLeaf> leaves;
  for (std::size_t i = 1; i <= count; ++i) {
    StreamLeaf leaf{idOf(0), i, 10 * i, {static_cast<std::int64_t>(i), 7, 0, 1}};
    leaf.id.bytes[14] = static_cast<std::uint8_t>(i >> 8U);
    leaf.id.bytes[15] = static_cast<std::uint8_t>(i);
    leaves.push_back(leaf);
  }
  return leaves;
}

SumTree grown(std::vector<StreamLeaf> leaves, std::size_t sums) {
  auto tree = SumTree::over(std::move(leaves), sums);
  EXPECT_TRUE(tree.ok());
  return std::move(*tree);
}

void put(Bytes& out, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

// By the words of the page: the hash of each half with its count and sums.
SumNode plainRoot(std::span<const StreamLeaf> leaves, std::size_t sums) {
  SumNode node;
  Bytes bytes{0};
  if (leaves.size() == 1) {
    appendBytes(bytes, leaves[0].id.view());
    put(bytes, leaves[0].count);
    put(bytes, leaves[0].last);
    for (std::size_t i = 0; i < sums; ++i) put(bytes, static_cast<std::uint64_t>(leaves[0].sums[i]));
    return {sha256(bytes), leaves[0].count, leaves[0].sums};
  }
  const std::size_t split = std::bit_floor(leaves.size() - 1);
  bytes[0] = 1;
  for (const SumNode& half : {plainRoot(leaves.first(split), sums), plainRoot(leaves.subspan(split), sums)}) {
    appendBytes(bytes, half.hash.bytes);
    put(bytes, half.count);
    node.count += half.count;
    for (std::size_t i = 0; i < kSumsMax; ++i) node.sums[i] += half.sums[i];
    for (std::size_t i = 0; i < sums; ++i) put(bytes, static_cast<std::uint64_t>(half.sums[i]));
  }
  node.hash = sha256(bytes);
  return node;
}

TEST(SumTree, OfNoLeavesHasTheEmptyRoot) {
  const SumTree tree = grown({}, 1);
  EXPECT_EQ(tree.root().hash, emptyRoot());
  EXPECT_EQ(tree.root().count, 0U);
  EXPECT_EQ(tree.placeOf(idOf(5)), 0U);
}

TEST(SumTree, HasTheRootsOfTheExample) {
  const SumTree minutes = grown(threePersons(), 1);
  EXPECT_EQ(minutes.root().hash.hex(), "a83ae18dde6ddaa971f3bf64b10232a350a65073c5ce2bcd15e6e67b92aeb79e");
  EXPECT_EQ(minutes.root().count, 8U);
  EXPECT_EQ(minutes.root().sums[0], 330);
  auto persons = threePersons();
  for (StreamLeaf& leaf : persons) leaf.sums = {};
  EXPECT_EQ(grown(persons, 0).root().hash.hex(), "57963a4b58c224a82ccbef307380c62d69c9f8cbf3d574d2e50ac248af86a17a");
  const SumTree grant = grown({{idOf(0x44), 6, 40, {3'000'000, 2'500'000, 1'000'000, 0}}}, 4);
  EXPECT_EQ(grant.root().hash.hex(), "f9bb946465b1d4f1d317d3941491f63e76f417dfef75fc9b1f9590212f591942");
}

TEST(SumTree, IsShapedAsThePageSaysAtEverySizeUpTo70) {
  for (const std::size_t sums : {std::size_t{0}, std::size_t{1}, kSumsMax}) {
    for (std::size_t size = 1; size <= 70; ++size) {
      const auto leaves = numbered(size);
      const SumTree tree = grown(leaves, sums);
      const SumNode plain = plainRoot(leaves, sums);
      ASSERT_EQ(tree.root().hash, plain.hash) << size;
      ASSERT_EQ(tree.root().count, size * (size + 1) / 2) << size;
      ASSERT_EQ(tree.root().sums[0], sums == 0 ? 0 : plain.sums[0]) << size;
    }
  }
}

TEST(SumTree, AnyLeafChangesTheRoot) {
  const auto leaves = numbered(13);
  const Digest root = grown(leaves, 4).root().hash;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    for (int field = 0; field < 6; ++field) {
      auto changed = leaves;
      if (field == 0) ++changed[i].count;
      if (field == 1) ++changed[i].last;
      if (field >= 2) ++changed[i].sums[static_cast<std::size_t>(field - 2)];
      EXPECT_NE(grown(changed, 4).root().hash, root) << i << " " << field;
    }
  }
}

TEST(SumTree, APathHasOneNodeForEachNeighbourOnTheWay) {
  const SumTree tree = grown(numbered(5), 1);
  EXPECT_EQ(tree.path(0).size(), 3U);
  EXPECT_EQ(tree.path(4).size(), 1U) << "alone on the right: only the root has it as a child";
  EXPECT_EQ(tree.path(0)[0], (SumNode{plainRoot(std::span(tree.leaves()).subspan(1, 1), 1).hash, 2, {2}}));
  EXPECT_EQ(grown(numbered(1), 1).path(0).size(), 0U);
}

TEST(SumTree, PlacesAnIdAmongItsNeighbours) {
  const SumTree tree = grown(threePersons(), 1);
  EXPECT_EQ(tree.placeOf(idOf(0x10)), 0U);
  EXPECT_EQ(tree.placeOf(idOf(0x22)), 1U);
  EXPECT_EQ(tree.placeOf(idOf(0x23)), 2U);
  EXPECT_EQ(tree.placeOf(idOf(0x34)), 3U);
}

TEST(SumTree, RefusesSumsThatLeave63Bits) {
  const auto over = [](std::uint64_t count, std::int64_t first, std::int64_t fourth) {
    return SumTree::over({{idOf(1), count, 1, {first, 0, 0, fourth}}, {idOf(2), 1, 2, {1, 0, 0, 1}}}, 4);
  };
  EXPECT_TRUE(over(1, kMost - 1, kMost - 1).ok());
  EXPECT_EQ(over(1, kMost, 0).error().reason, "SUM_OVERFLOW");
  EXPECT_EQ(over(1, 0, kMost).error().reason, "SUM_OVERFLOW");
  EXPECT_TRUE(over(static_cast<std::uint64_t>(kMost) - 1, 0, 0).ok());
  EXPECT_EQ(over(static_cast<std::uint64_t>(kMost), 0, 0).error().reason, "SUM_OVERFLOW");
}

TEST(SumTree, DoesNotSumWhatItsTreeHasNot) {
  EXPECT_TRUE(SumTree::over({{idOf(1), 1, 1, {1, kMost}}, {idOf(2), 1, 2, {1, kMost}}}, 1).ok());
}

}  // namespace
}  // namespace ledger
