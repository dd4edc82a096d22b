#include "audit/base/merkle.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

Hash hex(const char* text) {
  return *hashFromHex(text);
}

// RFC 6962, the eight leaves of certificate-transparency's merkle_tree_test.cc.
std::vector<Buffer> leaves() {
  return {{},
          {0x00},
          {0x10},
          {0x20, 0x21},
          {0x30, 0x31},
          {0x40, 0x41, 0x42, 0x43},
          {0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57},
          {0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f}};
}
constexpr const char* kRoots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

TEST(Merkle, GivesTheRootsOfTheRfc) {
  Tree tree;
  Sha256 hasher;
  EXPECT_EQ(tree.root(), hex(kRoots[0]));
  for (const Buffer& leaf : leaves()) {
    tree.append(hasher.leaf(leaf));
    EXPECT_EQ(tree.root(), hex(kRoots[tree.size()]));
  }
  for (std::uint64_t size = 0; size <= 8; ++size) EXPECT_EQ(tree.rootAt(size), hex(kRoots[size]));
}

TEST(Merkle, TakesWholeSubtreesLikeSingleLeaves) {
  Sha256 hasher;
  for (const std::uint64_t size : {1U, 255U, 256U, 257U, 512U, 700U}) {
    Tree single;
    Tree whole;
    std::vector<Hash> pending;
    for (std::uint64_t i = 0; i < size; ++i) {
      const std::string text = "entry " + std::to_string(i) + "\n";
      pending.push_back(hasher.leaf(bytesOf(text)));
      single.append(pending.back());
      if (pending.size() < 256 && i + 1 < size) continue;
      whole.append(Subtree::over(std::move(pending), hasher));
      pending = {};
    }
    EXPECT_EQ(single.root(), whole.root()) << size;
    EXPECT_EQ(single.rootAt(size / 2), whole.rootAt(size / 2)) << size;
  }
}

TEST(Merkle, ChecksInclusion) {
  Sha256 hasher;
  const InclusionClaim claim{5, 8, hasher.leaf(leaves()[5]), hex(kRoots[8])};
  std::vector<Hash> proof = {hex("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
                             hex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                             hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")};
  EXPECT_TRUE(includes(claim, proof));
  EXPECT_FALSE(includes({4, 8, claim.leaf, claim.root}, proof));
  EXPECT_FALSE(includes({8, 8, claim.leaf, claim.root}, proof));
  EXPECT_FALSE(includes({5, 6, claim.leaf, claim.root}, proof));
  std::swap(proof[0], proof[1]);
  EXPECT_FALSE(includes(claim, proof));
  EXPECT_FALSE(includes(claim, std::span(proof).first(2)));
}

TEST(Merkle, ChecksConsistency) {
  const std::vector<Hash> proof = {hex("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                                   hex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                                   hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")};
  EXPECT_TRUE(consistent({6, 8, hex(kRoots[6]), hex(kRoots[8])}, proof));
  EXPECT_FALSE(consistent({5, 8, hex(kRoots[5]), hex(kRoots[8])}, proof));
  EXPECT_FALSE(consistent({6, 8, hex(kRoots[5]), hex(kRoots[8])}, proof));
  EXPECT_FALSE(consistent({0, 8, hex(kRoots[0]), hex(kRoots[8])}, {}));
  EXPECT_FALSE(consistent({8, 6, hex(kRoots[8]), hex(kRoots[6])}, proof));
  EXPECT_TRUE(consistent({8, 8, hex(kRoots[8]), hex(kRoots[8])}, {}));
  EXPECT_FALSE(consistent({8, 8, hex(kRoots[8]), hex(kRoots[8])}, proof));
  const std::vector<Hash> four = {hex("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")};
  EXPECT_TRUE(consistent({4, 8, hex(kRoots[4]), hex(kRoots[8])}, four));
}

}  // namespace
}  // namespace audit
