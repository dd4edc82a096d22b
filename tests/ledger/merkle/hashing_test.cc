#include "ledger/merkle/hashing.h"

#include <gtest/gtest.h>

#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

TEST(Hashing, GivesTheKnownAnswers) {
  const nlohmann::json known = tests::tlogVectors()["hash"];
  EXPECT_EQ(emptyRoot().hex(), known["empty_root"]);
  EXPECT_EQ(leafHash({}).hex(), known["leaf_hash_of_empty"]);
  EXPECT_EQ(leafHash(asBytes("L123456")).hex(), known["leaf_hash_of_L123456"]);
  EXPECT_EQ(leafHash(Bytes(64, 0)).hex(), known["leaf_hash_of_64_zeros"]);
  EXPECT_EQ(nodeHash(Digest(), Digest()).hex(), known["node_of_zero_zero"]);
}

TEST(Hashing, TellsALeafFromANode) {
  EXPECT_NE(leafHash(Bytes(64, 0)), nodeHash(Digest(), Digest()));
}

TEST(Hashing, RootOfEntriesIsThatOfTheReferenceTree) {
  const nlohmann::json known = tests::tlogVectors()["trees"][0];
  std::vector<Bytes> entries;
  EXPECT_EQ(rootOf(entries).hex(), known["roots_by_size"]["0"]);
  for (const auto& leaf : known["leaves_hex"]) {
    entries.push_back(*fromHex(leaf.get<std::string>()));
    EXPECT_EQ(rootOf(entries).hex(), known["roots_by_size"][std::to_string(entries.size())]);
  }
}

}  // namespace
}  // namespace ledger
