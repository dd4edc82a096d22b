// Paths against the known answers of others, and against each other; each check is shown to fail.
#include "audit/log/paths.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/shared_folder.h"
#include "tests/vectors/tlog_vectors.h"

namespace audit {
namespace {

namespace fs = std::filesystem;

Hash hashOf(const nlohmann::json& hex) {
  return *hashFromHex(hex.get<std::string>());
}

std::vector<Hash> hashesOf(const nlohmann::json& list) {
  std::vector<Hash> hashes;
  for (const auto& hex : list) hashes.push_back(hashOf(hex));
  return hashes;
}

void grow(Tree& tree, std::uint64_t size, std::uint64_t changed = ~std::uint64_t{0}) {
  Sha256 hasher;
  while (tree.size() < size) {
    const std::uint64_t i = tree.size();
    const std::string text = i < changed ? ::tests::numberedEntry(i) : "other";
    tree.append(hasher.leaf(bytesOf(text)));
  }
}

TEST(Paths, AreThoseThatOthersMade) {
  const auto vectors = ::tests::tlogVectors();
  const auto& known = vectors["trees"][1];
  Tree tree;
  grow(tree, 70'000);
  TreeNodes nodes(tree);
  std::size_t compared = 0;
  for (const auto& [size, root] : known["roots_by_size"].items()) {
    EXPECT_EQ(rootAt(nodes, std::stoull(size)), hashOf(root)) << size;
    ++compared;
  }
  for (const auto& one : known["inclusion"]) {
    EXPECT_EQ(inclusionPath(nodes, one["index"], one["size"]), hashesOf(one["proof"])) << one.dump();
    ++compared;
  }
  for (const auto& one : known["consistency"]) {
    EXPECT_EQ(consistencyPath(nodes, {one["old_size"], one["new_size"]}), hashesOf(one["proof"])) << one.dump();
    ++compared;
  }
  EXPECT_GT(compared, 20U);
}

TEST(Paths, OfEverySmallLogHoldAndOfNoOther) {
  Tree tree;
  grow(tree, 40);
  TreeNodes nodes(tree);
  for (std::uint64_t size = 1; size <= 40; ++size) {
    const Hash root = tree.rootAt(size);
    for (std::uint64_t i = 0; i < size; ++i) {
      auto path = *inclusionPath(nodes, i, size);
      const Hash leaf = tree.nodes(0, i, 1)[0];
      EXPECT_TRUE(includes({i, size, leaf, root}, path)) << i << " of " << size;
      EXPECT_FALSE(includes({i, size, root, leaf}, path) && size > 1);
      if (path.empty()) continue;
      path.back()[0] ^= 1;
      EXPECT_FALSE(includes({i, size, leaf, root}, path));
    }
    for (std::uint64_t older = 1; older < size; ++older) {
      const auto path = *consistencyPath(nodes, {older, size});
      EXPECT_TRUE(consistent({older, size, tree.rootAt(older), root}, path)) << older << " to " << size;
      EXPECT_FALSE(consistent({older, size, root, root}, path));
      auto whole = *wholePath(nodes, {older, size});
      const auto roots = rootsOf(whole, {older, size});
      ASSERT_TRUE(roots) << older << " to " << size;
      EXPECT_EQ(roots->older, tree.rootAt(older));
      EXPECT_EQ(roots->newer, root);
      whole[0][0] ^= 1;
      EXPECT_NE(rootsOf(whole, {older, size})->newer, root);
      whole.pop_back();
      EXPECT_FALSE(rootsOf(whole, {older, size}));
    }
  }
}

TEST(Paths, EndWhereANodeIsMissingOrTheSizesForbidThem) {
  Tree tree;
  grow(tree, 10);
  TreeNodes nodes(tree);
  EXPECT_FALSE(inclusionPath(nodes, 10, 10));
  EXPECT_FALSE(inclusionPath(nodes, 3, 11));
  EXPECT_FALSE(rootAt(nodes, 11));
  EXPECT_FALSE(consistencyPath(nodes, {11, 10}));
  EXPECT_FALSE(consistencyPath(nodes, {4, 4'000'000'000'000'000'000U}));
  EXPECT_EQ(consistencyPath(nodes, {0, 10}), std::vector<Hash>{});
  EXPECT_FALSE(wholePath(nodes, {0, 10}));
  EXPECT_FALSE(wholePath(nodes, {10, 10}));
  EXPECT_FALSE(rootsOf({}, {3, 10}));
  EXPECT_FALSE(rootsOf(std::vector<Hash>(65), {3, 10}));
}

TEST(Paths, FindTheFirstEntryThatDiffers) {
  Tree tree;
  grow(tree, 21);
  TreeNodes nodes(tree);
  EXPECT_FALSE(firstDifference(nodes, nodes, 21));
  for (std::uint64_t changed = 0; changed < 21; ++changed) {
    Tree other;
    grow(other, 21, changed);
    TreeNodes other_nodes(other);
    EXPECT_EQ(firstDifference(nodes, other_nodes, 21), changed);
    EXPECT_FALSE(firstDifference(nodes, other_nodes, changed)) << changed;
  }
}

std::optional<Hash> probeHash(const nlohmann::json& base64) {
  const auto bytes = base64Decoded(base64.is_null() ? "" : base64.get<std::string>());
  return bytes && bytes->size() == 32 ? std::optional(fixed<32>(*bytes)) : std::nullopt;
}

// Some roots of consistency probes have fewer bytes ("dont care"): their hash is as good, equal where they are equal.
Hash probeRoot(const nlohmann::json& base64) {
  const auto hash = probeHash(base64);
  return hash ? *hash : sha256(bytesOf(base64.is_null() ? "" : base64.get<std::string>()));
}

bool holds(const nlohmann::json& probe, bool inclusion) {
  std::vector<Hash> proof;
  for (const auto& one : probe["proof"]) {
    const auto hash = probeHash(one);
    if (!hash) return false;
    proof.push_back(*hash);
  }
  if (!inclusion)
    return consistent({probe["size1"], probe["size2"], probeRoot(probe["root1"]), probeRoot(probe["root2"])}, proof);
  const auto root = probeHash(probe["root"]);
  const auto leaf = probeHash(probe["leafHash"]);
  return root && leaf && includes({probe["leafIdx"], probe["treeSize"], *leaf, *root}, proof);
}

TEST(Paths, EveryPublishedProbeIsJudgedAsExpected) {
  const auto shared = ::tests::sharedFolder();
  if (!shared) GTEST_SKIP() << ::tests::kSharedFolderAbsent;
  std::size_t good = 0;
  std::size_t bad = 0;
  for (const char* kind : {"inclusion", "consistency"}) {
    for (const auto& file : fs::recursive_directory_iterator(*shared / "vectors/merkle/testdata" / kind)) {
      if (file.path().extension() != ".json") continue;
      std::ifstream stream(file.path());
      const auto probe = nlohmann::json::parse(stream);
      const bool expected = !probe["wantErr"].get<bool>();
      EXPECT_EQ(holds(probe, kind == std::string("inclusion")), expected) << file.path() << " " << probe["desc"];
      ++(expected ? good : bad);
    }
  }
  EXPECT_GE(good, 10U);
  EXPECT_GE(bad, 150U);
}

}  // namespace
}  // namespace audit
