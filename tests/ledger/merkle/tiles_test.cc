#include "ledger/merkle/tiles.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ledger/merkle/frontier.h"
#include "tests/ledger/merkle/plain_tree.h"
#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

// Every tile of a size, with the root of the complete subtree under each of its hashes.
std::map<std::string, std::vector<Digest>> tilesOf(const std::vector<Digest>& leaves) {
  std::map<std::string, std::vector<Digest>> tiles;
  std::vector<Digest> level_hashes = leaves;
  for (unsigned level = 0; hashesAtLevel(leaves.size(), level) > 0; ++level) {
    const Position count = hashesAtLevel(leaves.size(), level);
    std::vector<Digest> above;
    for (Position start = 0; start < count; start += kTileWidth) {
      const Position width = std::min(kTileWidth, count - start);
      const auto begin = level_hashes.begin() + static_cast<std::ptrdiff_t>(start);
      const std::vector<Digest> hashes(begin, begin + static_cast<std::ptrdiff_t>(width));
      tiles[tilePath(level, start / kTileWidth, width)] = hashes;
      Frontier whole;
      for (const Digest& hash : hashes) whole.push(hash);
      if (width == kTileWidth) above.push_back(whole.root());
    }
    level_hashes = above;
  }
  return tiles;
}

TEST(Tiles, HaveTheKnownPaths) {
  const nlohmann::json known = tests::tlogVectors()["paths"];
  EXPECT_EQ(known.size(), 20U);
  for (const auto& [name, path] : known.items()) {
    const Position n = std::stoull(name.substr(name.find("n=") + 2));
    EXPECT_EQ(name.starts_with("entries") ? bundlePath(n, 7) : tilePath(1, n, kTileWidth), path) << name;
  }
  EXPECT_EQ(tilePath(63, 0, 255), "tile/63/000.p/255");
}

TEST(Tiles, OfSize300HaveTheKnownBytes) {
  const auto tiles = tilesOf(tests::numberedLeaves(300));
  const nlohmann::json known = tests::tlogVectors()["tile_sha256_for_size_300"];
  EXPECT_EQ(tiles.size(), known.size());
  for (const auto& [path, hashes] : tiles) EXPECT_EQ(sha256(tileBytes(hashes)).hex(), known[path]) << path;
}

TEST(Tiles, OfEachSizeIncludeTheKnownOnes) {
  const std::vector<Digest> leaves = tests::numberedLeaves(65'537);
  const nlohmann::json known = tests::tlogVectors()["tiles_for_size_sampled"];
  EXPECT_EQ(known.size(), 8U);
  for (const auto& [size, paths] : known.items()) {
    const auto count = static_cast<std::ptrdiff_t>(std::stoul(size));
    const auto tiles = tilesOf({leaves.begin(), leaves.begin() + count});
    for (const auto& path : paths) EXPECT_TRUE(tiles.contains(path.get<std::string>())) << path << " of " << size;
  }
}

TEST(Tiles, OfSize70000AreAsManyAsKnown) {
  std::map<std::string, int> counts;
  for (unsigned level = 0; hashesAtLevel(70'000, level) > 0; ++level) {
    const Position hashes = hashesAtLevel(70'000, level);
    const std::string name = "level " + std::to_string(level) + " width ";
    if (hashes >= kTileWidth) counts[name + "256"] = static_cast<int>(hashes / kTileWidth);
    if (hashes % kTileWidth > 0) counts[name + std::to_string(hashes % kTileWidth)] = 1;
  }
  EXPECT_EQ(nlohmann::json(counts), tests::tlogVectors()["tile_counts_for_size_70000"]);
}

TEST(Tiles, CountHashesAtEveryLevelOfTheLargestTree) {
  EXPECT_EQ(hashesAtLevel(~Position{0}, 7), 255U);
  EXPECT_EQ(hashesAtLevel(~Position{0}, 8), 0U);
  EXPECT_EQ(hashesAtLevel(~Position{0}, 63), 0U);
}

TEST(Bundle, HasTheKnownBytesAndComesBack) {
  const nlohmann::json known = tests::tlogVectors()["entry_bundle"];
  Bytes bundle;
  std::vector<Bytes> entries;
  for (const auto& entry : known["entries_hex"]) {
    entries.push_back(*fromHex(entry.get<std::string>()));
    appendToBundle(bundle, entries.back());
  }
  EXPECT_EQ(toHex(bundle), known["bundle_hex"]);
  EXPECT_EQ(*entriesOfBundle(bundle), entries);
}

TEST(Bundle, HoldsTheLongestEntry) {
  const Bytes longest(65'535, 'a');
  Bytes bundle;
  appendToBundle(bundle, longest);
  EXPECT_EQ(entriesOfBundle(bundle)->at(0), longest);
  EXPECT_DEATH(appendToBundle(bundle, Bytes(65'536)), "entry");
}

TEST(Bundle, CutOffAnywhereIsRefused) {
  Bytes bundle;
  for (const char* entry : {"one", "two", "three"}) appendToBundle(bundle, asBytes(entry));
  const std::set<std::size_t> ends = {0, 5, 10, 17};
  for (std::size_t length = 0; length <= bundle.size(); ++length)
    EXPECT_EQ(entriesOfBundle(ByteView(bundle).first(length)).ok(), ends.contains(length)) << length;
}

TEST(Bundle, OfMoreThan256EntriesIsRefused) {
  Bytes bundle;
  for (int i = 0; i < 256; ++i) appendToBundle(bundle, {});
  EXPECT_EQ(entriesOfBundle(bundle)->size(), 256U);
  appendToBundle(bundle, {});
  EXPECT_EQ(entriesOfBundle(bundle).error().reason, "BAD_BUNDLE");
}

}  // namespace
}  // namespace ledger
