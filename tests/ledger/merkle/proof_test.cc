#include "ledger/merkle/proof.h"

#include <gtest/gtest.h>

#include "tests/ledger/merkle/plain_tree.h"
#include "tests/support/shared_folder.h"
#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

namespace fs = std::filesystem;

TEST(Proof, EveryKnownOneHoldsAndNoneWithAFlippedBit) {
  const nlohmann::json vectors = tests::tlogVectors();
  for (const auto& tree : vectors["trees"]) {
    for (const auto& one : tree["inclusion"]) {
      const Digest root = tests::digestOf(one["root"]);
      const Digest leaf = tests::digestOf(one["leaf_hash"]);
      auto path = tests::digestsOf(one["proof"]);
      EXPECT_TRUE(verifyInclusion(one["index"], one["size"], leaf, path, root).ok()) << one;
      for (Digest& hash : path) {
        hash.bytes[7] ^= 1;
        EXPECT_FALSE(verifyInclusion(one["index"], one["size"], leaf, path, root).ok()) << one;
        hash.bytes[7] ^= 1;
      }
    }
    for (const auto& one : tree["consistency"]) {
      const TreeHead before{one["old_size"], tests::digestOf(one["old_root"])};
      const TreeHead after{one["new_size"], tests::digestOf(one["new_root"])};
      auto proof = tests::digestsOf(one["proof"]);
      EXPECT_TRUE(verifyConsistency(before, after, proof).ok()) << one;
      for (Digest& hash : proof) {
        hash.bytes[7] ^= 1;
        EXPECT_FALSE(verifyConsistency(before, after, proof).ok()) << one;
        hash.bytes[7] ^= 1;
      }
    }
  }
}

TEST(Proof, OfInclusionHoldsOnlyForItsOwnIndexAndLeaf) {
  const std::vector<Digest> leaves = tests::numberedLeaves(70);
  for (std::size_t size = 1; size <= leaves.size(); ++size) {
    const auto some = std::span(leaves).first(size);
    const Digest root = tests::plainRoot(some);
    for (std::size_t index = 0; index < size; ++index) {
      const auto path = tests::plainPath(index, some);
      for (std::size_t claimed = 0; claimed < size; ++claimed) {
        EXPECT_EQ(verifyInclusion(claimed, size, leaves[index], path, root).ok(), claimed == index)
            << index << " as " << claimed << " in " << size;
      }
      EXPECT_FALSE(verifyInclusion(index, size, leaves[(index + 1) % 70], path, root).ok());
    }
  }
}

TEST(Proof, OfInclusionRefusesAPathThatIsTooShortOrTooLong) {
  const std::vector<Digest> leaves = tests::numberedLeaves(6);
  const Digest root = tests::plainRoot(leaves);
  auto path = tests::plainPath(4, leaves);
  path.pop_back();
  EXPECT_EQ(verifyInclusion(4, 6, leaves[4], path, root).error().reason, "BAD_PROOF");
  path = tests::plainPath(4, leaves);
  path.emplace_back();
  EXPECT_EQ(verifyInclusion(4, 6, leaves[4], path, root).error().reason, "BAD_PROOF");
  EXPECT_FALSE(verifyInclusion(6, 6, leaves[4], {}, root).ok());
  EXPECT_FALSE(verifyInclusion(0, 0, leaves[4], {}, root).ok());
}

TEST(Proof, SurvivesTheLargestNumbers) {
  const std::vector<Digest> long_path(64);
  const Position largest = ~Position{0};
  EXPECT_FALSE(verifyInclusion(largest - 1, largest, Digest(), long_path, Digest()).ok());
  EXPECT_FALSE(verifyInclusion(0, largest, Digest(), std::span(long_path).first(63), Digest()).ok());
  EXPECT_FALSE(verifyConsistency({largest - 1, Digest()}, {largest, Digest()}, long_path).ok());
  EXPECT_FALSE(verifyConsistency({1, Digest()}, {largest, Digest()}, std::span(long_path).first(63)).ok());
}

TEST(Proof, OfConsistencyNeedsOneRootForOneSize) {
  const Digest root = leafHash(asBytes("a"));
  EXPECT_TRUE(verifyConsistency({1, root}, {1, root}, {}).ok());
  EXPECT_FALSE(verifyConsistency({1, root}, {1, Digest()}, {}).ok());
  EXPECT_FALSE(verifyConsistency({1, root}, {1, root}, std::vector<Digest>(1)).ok());
}

TEST(Proof, OfConsistencyRefusesAnOlderTreeThatIsEmptyOrLarger) {
  EXPECT_FALSE(verifyConsistency({0, emptyRoot()}, {0, emptyRoot()}, {}).ok());
  EXPECT_FALSE(verifyConsistency({0, emptyRoot()}, {1, Digest()}, {}).ok());
  EXPECT_FALSE(verifyConsistency({2, Digest()}, {1, Digest()}, {}).ok());
  EXPECT_FALSE(verifyConsistency({1, Digest()}, {2, Digest()}, {}).ok());
  EXPECT_FALSE(verifyConsistency({3, Digest()}, {4, Digest()}, {}).ok());
}

TEST(Proof, OfConsistencyRefusesWhatFitsOnlyOneOfTheRoots) {
  const std::vector<Digest> leaves = tests::numberedLeaves(40);
  for (std::size_t size = 2; size <= leaves.size(); ++size) {
    const auto some = std::span(leaves).first(size);
    const TreeHead after{size, tests::plainRoot(some)};
    for (std::size_t old_size = 1; old_size < size; ++old_size) {
      const TreeHead before{old_size, tests::plainRoot(some.first(old_size))};
      const auto proof = tests::plainProof(old_size, some);
      EXPECT_TRUE(verifyConsistency(before, after, proof).ok()) << old_size << " to " << size;
      EXPECT_FALSE(verifyConsistency({old_size, Digest()}, after, proof).ok()) << old_size << " to " << size;
      EXPECT_FALSE(verifyConsistency(before, {size, Digest()}, proof).ok()) << old_size << " to " << size;
    }
  }
}

Bytes probeBytes(const nlohmann::json& base64) {
  return *fromBase64(base64.is_null() ? "" : base64.get<std::string>());
}

std::optional<Digest> probeDigest(const nlohmann::json& base64) {
  const Bytes bytes = probeBytes(base64);
  if (bytes.size() != 32) return std::nullopt;
  return Digest::from(bytes);
}

// Some roots of consistency probes have fewer bytes ("dont care"): their hash is as good, equal where they are equal.
Digest probeRoot(const nlohmann::json& base64) {
  return probeDigest(base64).value_or(leafHash(probeBytes(base64)));
}

bool holds(const nlohmann::json& probe, bool inclusion) {
  std::vector<Digest> proof;
  for (const auto& hash : probe["proof"]) {
    const auto digest = probeDigest(hash);
    if (!digest) return false;
    proof.push_back(*digest);
  }
  if (!inclusion) {
    return verifyConsistency({probe["size1"], probeRoot(probe["root1"])}, {probe["size2"], probeRoot(probe["root2"])},
                             proof)
        .ok();
  }
  const auto root = probeDigest(probe["root"]);
  const auto leaf = probeDigest(probe["leafHash"]);
  return root && leaf && verifyInclusion(probe["leafIdx"], probe["treeSize"], *leaf, proof, *root).ok();
}

TEST(Proof, AnswersEveryPublishedProbeAsExpected) {
  const auto shared = tests::sharedFolder();
  if (!shared) GTEST_SKIP() << tests::kSharedFolderAbsent;
  std::size_t probes = 0;
  std::size_t good = 0;
  for (const char* kind : {"inclusion", "consistency"}) {
    for (const auto& file : fs::recursive_directory_iterator(*shared / "vectors/merkle/testdata" / kind)) {
      if (file.path().extension() != ".json") continue;
      std::ifstream stream(file.path());
      const auto probe = nlohmann::json::parse(stream);
      const bool expected = !probe["wantErr"].get<bool>();
      EXPECT_EQ(holds(probe, kind == std::string("inclusion")), expected) << file.path() << " " << probe["desc"];
      ++probes;
      good += expected ? 1 : 0;
    }
  }
  EXPECT_GE(probes, 196U);
  EXPECT_GE(good, 10U);
}

}  // namespace
}  // namespace ledger
