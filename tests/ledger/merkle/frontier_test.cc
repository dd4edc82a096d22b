#include "ledger/merkle/frontier.h"

#include <gtest/gtest.h>

#include <bit>

#include "tests/ledger/merkle/plain_tree.h"

namespace ledger {
namespace {

TEST(Frontier, OfNothingHasTheEmptyRoot) {
  EXPECT_EQ(Frontier().root(), emptyRoot());
}

TEST(Frontier, HasThePlainRootAtEverySizeUpTo300) {
  const std::vector<Digest> leaves = tests::numberedLeaves(300);
  Frontier frontier;
  for (std::size_t size = 1; size <= leaves.size(); ++size) {
    frontier.push(leaves[size - 1]);
    ASSERT_EQ(frontier.root(), tests::plainRoot(std::span(leaves).first(size))) << size;
    ASSERT_EQ(frontier.subtrees().size(), static_cast<std::size_t>(std::popcount(size))) << size;
  }
}

TEST(Frontier, TakesWholeSubtreesAsIfLeafByLeaf) {
  const std::vector<Digest> leaves = tests::numberedLeaves(39);
  Frontier frontier;
  frontier.pushSubtree(tests::plainRoot(std::span(leaves).first(32)), 5);
  frontier.pushSubtree(tests::plainRoot(std::span(leaves).subspan(32, 4)), 2);
  for (std::size_t i = 36; i < leaves.size(); ++i) frontier.push(leaves[i]);
  EXPECT_EQ(frontier.size(), leaves.size());
  EXPECT_EQ(frontier.root(), tests::plainRoot(leaves));
}

TEST(Frontier, IsMadeAgainFromItsSizeAndSubtrees) {
  const std::vector<Digest> leaves = tests::numberedLeaves(107);
  Frontier before;
  for (const Digest& leaf : leaves) before.push(leaf);
  Frontier after;
  std::size_t next = 0;
  for (unsigned height = 7; height-- > 0;) {
    if ((before.size() >> height & 1) != 0) after.pushSubtree(before.subtrees()[next++], height);
  }
  EXPECT_EQ(after.size(), before.size());
  EXPECT_EQ(after.root(), before.root());
}

TEST(FrontierDeathTest, RefusesASubtreeOutOfItsPlace) {
  Frontier frontier;
  frontier.push(Digest());
  EXPECT_DEATH(frontier.pushSubtree(Digest(), 1), "size_");
}

}  // namespace
}  // namespace ledger
