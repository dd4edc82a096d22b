#include "ledger/merkle/tree.h"

#include <gtest/gtest.h>

#include "ledger/base/clock.h"
#include "ledger/merkle/proof.h"
#include "tests/ledger/merkle/plain_tree.h"
#include "tests/support/seed.h"
#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

using tests::numberedLeaves;
using tests::readerOf;
using tests::treeOf;

std::span<const Digest> first(const std::vector<Digest>& leaves, Position size) {
  return std::span(leaves).first(size);
}

TEST(Tree, AgreesWithThePlainOneAtEverySizeUpTo130) {
  const std::vector<Digest> leaves = numberedLeaves(130);
  const Tree tree = treeOf(leaves);
  const LeafReader reader = readerOf(leaves);
  for (Position size = 0; size <= 130; ++size) {
    ASSERT_EQ(*tree.rootAt(size, reader), tests::plainRoot(first(leaves, size))) << size;
    for (Position i = 0; i < size; ++i) {
      ASSERT_EQ(*tree.inclusion(i, size, reader), tests::plainPath(i, first(leaves, size))) << i << " in " << size;
      ASSERT_EQ(*tree.consistency(i + 1, size, reader), tests::plainProof(i + 1, first(leaves, size)))
          << i + 1 << " to " << size;
    }
  }
}

// Sizes around the blocks of 256 whose hashes alone are kept.
TEST(Tree, AgreesWithThePlainOneAroundItsBlocks) {
  const std::vector<Digest> leaves = numberedLeaves(1100);
  const Tree tree = treeOf(leaves);
  const LeafReader reader = readerOf(leaves);
  const std::vector<Position> marks = {1, 2, 255, 256, 257, 300, 511, 512, 513, 767, 768, 769, 1023, 1024, 1025, 1100};
  for (const Position size : marks) {
    ASSERT_EQ(*tree.rootAt(size, reader), tests::plainRoot(first(leaves, size))) << size;
    for (const Position other : marks) {
      if (other > size) continue;
      ASSERT_EQ(*tree.inclusion(other - 1, size, reader), tests::plainPath(other - 1, first(leaves, size)));
      ASSERT_EQ(*tree.consistency(other, size, reader), tests::plainProof(other, first(leaves, size)));
    }
  }
}

TEST(Tree, ProofsOfRandomLargeSizesHold) {
  SeededRandom random(tests::seedOr(20'261'101));
  const std::vector<Digest> leaves = numberedLeaves(140'000);
  const Tree tree = treeOf(leaves);
  const LeafReader reader = readerOf(leaves);
  for (int i = 0; i < 300; ++i) {
    const Position size = 1 + random.below(leaves.size());
    const Position index = random.below(size);
    const Position old_size = 1 + random.below(size);
    const Digest root = *tree.rootAt(size, reader);
    const auto path = *tree.inclusion(index, size, reader);
    ASSERT_TRUE(verifyInclusion(index, size, leaves[index], path, root).ok()) << index << " in " << size;
    const TreeHead before{old_size, *tree.rootAt(old_size, reader)};
    const auto proof = *tree.consistency(old_size, size, reader);
    ASSERT_TRUE(verifyConsistency(before, {size, root}, proof).ok()) << old_size << " to " << size;
  }
}

TEST(Tree, GivesTheKnownAnswersUpTo70000) {
  const nlohmann::json known = tests::tlogVectors()["trees"][1];
  const std::vector<Digest> leaves = numberedLeaves(70'000);
  const Tree tree = treeOf(leaves);
  const LeafReader reader = readerOf(leaves);
  EXPECT_GE(known["roots_by_size"].size(), 5U);
  for (const auto& [size, root] : known["roots_by_size"].items())
    EXPECT_EQ(tree.rootAt(std::stoull(size), reader)->hex(), root) << size;
  EXPECT_EQ(known["inclusion"].size(), 81U);
  for (const auto& one : known["inclusion"])
    EXPECT_EQ(*tree.inclusion(one["index"], one["size"], reader), tests::digestsOf(one["proof"])) << one;
  EXPECT_EQ(known["consistency"].size(), 12U);
  for (const auto& one : known["consistency"])
    EXPECT_EQ(*tree.consistency(one["old_size"], one["new_size"], reader), tests::digestsOf(one["proof"])) << one;
}

TEST(Tree, GivesEveryKnownProofOfTheReferenceTree) {
  const nlohmann::json known = tests::tlogVectors()["trees"][0];
  std::vector<Digest> leaves;
  for (const auto& leaf : known["leaves_hex"]) leaves.push_back(leafHash(*fromHex(leaf.get<std::string>())));
  const Tree tree = treeOf(leaves);
  const LeafReader reader = readerOf(leaves);
  EXPECT_EQ(known["inclusion"].size(), 36U);
  for (const auto& one : known["inclusion"])
    EXPECT_EQ(*tree.inclusion(one["index"], one["size"], reader), tests::digestsOf(one["proof"])) << one;
  EXPECT_EQ(known["consistency"].size(), 36U);
  for (const auto& one : known["consistency"])
    EXPECT_EQ(*tree.consistency(one["old_size"], one["new_size"], reader), tests::digestsOf(one["proof"])) << one;
}

TEST(Tree, RefusesWhatLiesPastIt) {
  const std::vector<Digest> leaves = numberedLeaves(3);
  const Tree tree = treeOf(leaves);
  const LeafReader reader = readerOf(leaves);
  EXPECT_EQ(tree.rootAt(4, reader).error().reason, "PAST_TREE");
  EXPECT_EQ(tree.inclusion(0, 4, reader).error().reason, "PAST_TREE");
  EXPECT_EQ(tree.inclusion(2, 2, reader).error().reason, "PAST_TREE");
  EXPECT_EQ(tree.inclusion(0, 0, reader).error().reason, "PAST_TREE");
  EXPECT_EQ(tree.consistency(3, 2, reader).error().reason, "PAST_TREE");
  EXPECT_EQ(tree.consistency(0, 3, reader).error().reason, "PAST_TREE");
}

TEST(Tree, PassesOnWhatTheReaderSays) {
  const Tree tree = treeOf(numberedLeaves(300));
  const LeafReader broken = [](Position, std::size_t) -> Result<std::vector<Digest>> {
    return Error{ErrorCode::kCorrupt, "FRAME_DAMAGED", "a frame is damaged"};
  };
  EXPECT_EQ(tree.inclusion(1, 300, broken).error().reason, "FRAME_DAMAGED");
  EXPECT_EQ(tree.rootAt(299, broken).error().reason, "FRAME_DAMAGED");
  EXPECT_EQ(tree.consistency(3, 300, broken).error().reason, "FRAME_DAMAGED");
}

TEST(Tree, NoticesAReaderThatGivesTooFew) {
  const Tree tree = treeOf(numberedLeaves(300));
  const LeafReader stingy = [](Position, std::size_t) -> Result<std::vector<Digest>> { return std::vector<Digest>(1); };
  EXPECT_EQ(tree.inclusion(1, 300, stingy).error().reason, "LEAVES_MISSING");
}

// Whatever the tree, a proof reads at most the block of its leaf and the one that ends the tree.
TEST(Tree, ReadsAtMostTwoBlocksForAProof) {
  const std::vector<Digest> leaves = numberedLeaves(70'000);
  const Tree tree = treeOf(leaves);
  std::size_t reads = 0;
  std::size_t hashes = 0;
  const LeafReader counting = [&](Position from, std::size_t count) {
    ++reads;
    hashes += count;
    return readerOf(leaves)(from, count);
  };
  ASSERT_TRUE(tree.inclusion(12'345, 69'999, counting).ok());
  EXPECT_LE(reads, 2U);
  EXPECT_LE(hashes, 512U);
}

}  // namespace
}  // namespace ledger
