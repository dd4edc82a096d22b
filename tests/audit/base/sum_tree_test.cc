#include "audit/base/sum_tree.h"

#include <gtest/gtest.h>

#include <limits>

namespace audit {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Id idOf(std::uint8_t byte) {
  Id id;
  id.fill(byte);
  return id;
}

// Three persons of ledger/schema/README.md section 10, whose roots stand there.
const std::vector<StreamHead> kThree{{idOf(0x11), 2, 7, {90}}, {idOf(0x22), 1, 9, {0}}, {idOf(0x33), 5, 12, {240}}};
constexpr const char* kLeaf = "eb528f9cf33b5d1dddf4a48ca132fefc279ea19a923ad361daef0e58c54953e1";
constexpr const char* kRoot = "a83ae18dde6ddaa971f3bf64b10232a350a65073c5ce2bcd15e6e67b92aeb79e";

std::vector<StreamHead> numbered(std::uint8_t count) {
  std::vector<StreamHead> heads;
  for (std::uint8_t i = 1; i <= count; ++i) heads.push_back({idOf(i), i, 10U + i, {i, 3, 0, 2}});
  return heads;
}

// The nodes beside the way, each the root of the leaves below it.
std::vector<SumNode> pathOf(std::span<const StreamHead> heads, std::size_t place, SumTree& tree) {
  if (heads.size() == 1) return {};
  std::size_t split = 1;
  while (2 * split < heads.size()) split *= 2;
  const bool left = place < split;
  auto path = left ? pathOf(heads.first(split), place, tree) : pathOf(heads.subspan(split), place - split, tree);
  path.push_back(*tree.rootOf(left ? heads.subspan(split) : heads.first(split)));
  return path;
}

TEST(SumTreeOfTheAudit, HasTheRootsOfThePage) {
  SumTree tree(1);
  EXPECT_EQ(hexOf(tree.rootOf({kThree.data(), 1})->hash), kLeaf);
  const auto root = tree.rootOf(kThree);
  ASSERT_TRUE(root);
  EXPECT_EQ(hexOf(root->hash), kRoot);
  EXPECT_EQ(root->count, 8U);
  EXPECT_EQ(root->sums[0], 330);
  EXPECT_EQ(tree.rootOf({})->hash, sha256({}));
}

TEST(SumTreeOfTheAudit, ClimbsFromEveryLeafOfEverySize) {
  for (std::uint8_t size = 1; size <= 40; ++size) {
    const auto heads = numbered(size);
    SumTree tree(4);
    const auto root = tree.rootOf(heads);
    for (std::size_t place = 0; place < heads.size(); ++place) {
      const auto path = pathOf(heads, place, tree);
      ASSERT_EQ(tree.climb(heads[place], {place, size}, path), root) << int{size} << " " << place;
      ASSERT_NE(tree.climb(heads[place], {place + 1, size}, path), root) << int{size} << " " << place;
      ASSERT_NE(tree.climb(heads[place], {place, size + 64U}, path), root);
      auto changed = heads[place];
      ++changed.sums[3];
      ASSERT_NE(tree.climb(changed, {place, size}, path), root);
    }
  }
}

TEST(SumTreeOfTheAudit, APathThatDoesNotFitItsPlaceLeadsNowhere) {
  const auto heads = numbered(6);
  SumTree tree(1);
  auto path = pathOf(heads, 2, tree);
  EXPECT_FALSE(tree.climb(heads[2], {6, 6}, path)) << "past the last leaf";
  path.pop_back();
  EXPECT_FALSE(tree.climb(heads[2], {2, 6}, path)) << "too short";
  path = pathOf(heads, 2, tree);
  path.push_back(path.back());
  EXPECT_FALSE(tree.climb(heads[2], {2, 6}, path)) << "too long";
  path = pathOf(heads, 2, tree);
  path[1].sums[0] += 1;
  EXPECT_NE(tree.climb(heads[2], {2, 6}, path), tree.rootOf(heads)) << "a neighbour's sum";
}

TEST(SumTreeOfTheAudit, RefusesNegativeSumsAndThoseThatLeave63Bits) {
  SumTree tree(1);
  EXPECT_TRUE(tree.rootOf(std::vector<StreamHead>{{idOf(1), 1, 1, {kMost - 1}}, {idOf(2), 1, 2, {1}}}));
  EXPECT_FALSE(tree.rootOf(std::vector<StreamHead>{{idOf(1), 1, 1, {kMost}}, {idOf(2), 1, 2, {1}}}));
  EXPECT_FALSE(tree.rootOf(std::vector<StreamHead>{{idOf(1), 1, 1, {-1}}, {idOf(2), 1, 2, {1}}}));
  EXPECT_FALSE(tree.rootOf(std::vector<StreamHead>{{idOf(1), 1, 1, {-1}}}));
  EXPECT_FALSE(tree.rootOf(std::vector<StreamHead>{{idOf(1), ~std::uint64_t{0}, 1, {}}, {idOf(2), 1, 2, {}}}));
  const std::vector<SumNode> hostile{{{}, 1, {-5}}};
  EXPECT_FALSE(tree.climb({idOf(1), 1, 1, {10}}, {0, 2}, hostile)) << "a negative neighbour would hide a sum";
}

}  // namespace
}  // namespace audit
