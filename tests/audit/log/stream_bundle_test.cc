#include "audit/log/stream_bundle.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

const std::string kId = "01arz3ndektsv4rrffq69g5fav";
const std::string kHash = std::string(43, 'A') + "=";

std::optional<StreamClaim> parsed(const std::string& text) {
  return StreamClaim::parse(bytesOf(text));
}

std::string grantText() {
  return "asar/stream/v1\ngrant " + kId + "\nheads 41\ntree grants KZT\nleaf 3 " + kId + " 6 40 9 8 7 0\nnode " +
         kHash + " 2 1 0 0 0\n";
}

TEST(StreamClaim, IsReadAsItIsWritten) {
  const auto claim = parsed(grantText());
  ASSERT_TRUE(claim);
  EXPECT_EQ(claim->sort, StreamSort::kGrant);
  EXPECT_EQ(idText(claim->id), kId);
  EXPECT_EQ(claim->heads, 41U);
  ASSERT_EQ(claim->trees.size(), 1U);
  const LeafPath& leaf = claim->trees[0].leaves.at(0);
  EXPECT_EQ(leaf.place, 3U);
  EXPECT_EQ(leaf.head.count, 6U);
  EXPECT_EQ(leaf.head.last, 40U);
  EXPECT_EQ(leaf.head.sums, (Sums{9, 8, 7, 0}));
  ASSERT_EQ(leaf.path.size(), 1U);
  EXPECT_EQ(leaf.path[0].count, 2U);
  const auto region = parsed("asar/stream/v1\nregion KZ-75\nheads 0\ntree regions\n");
  ASSERT_TRUE(region);
  EXPECT_EQ(textOf(Bytes(region->id).first(6)), std::string_view("KZ-75\0", 6));
}

TEST(StreamClaim, HasNoOtherSpelling) {
  const std::string good = grantText();
  ASSERT_TRUE(parsed(good));
  for (std::size_t end = 0; end < good.size(); ++end) {
    const bool whole_line = end != 0 && good[end - 1] == '\n' && end > good.find("tree");
    EXPECT_EQ(parsed(good.substr(0, end)).has_value(), whole_line || end == good.find("tree")) << end;
  }
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    return parsed(text.replace(text.find(from), from.size(), to)).has_value();
  };
  EXPECT_FALSE(changed("v1", "v2"));
  EXPECT_FALSE(changed("grant ", "award "));
  EXPECT_FALSE(changed("heads 41", "heads 041"));
  EXPECT_FALSE(changed("grants KZT", "grants KZ"));
  EXPECT_FALSE(changed("grants KZT", "minutes")) << "it would have one sum";
  EXPECT_FALSE(changed("leaf 3", "leaf  3"));
  EXPECT_FALSE(changed(" 9 8 7 0", " 9 8 7"));
  EXPECT_FALSE(changed(" 9 8 7 0", " 9 8 7 -1"));
  EXPECT_FALSE(changed(" 9 8 7 0", " 9 8 7 9223372036854775808"));
  EXPECT_TRUE(changed(" 9 8 7 0", " 9 8 7 9223372036854775807"));
  EXPECT_FALSE(changed(kHash, "AAAA"));
  EXPECT_FALSE(parsed(good + "more\n"));
  EXPECT_FALSE(parsed(good + "leaf 4 " + kId + " 1 1 0 0 0 0\nleaf 5 " + kId + " 1 1 0 0 0 0\n")) << "a third leaf";
  std::string deep = good;
  for (int i = 0; i < 63; ++i) deep += "node " + kHash + " 2 1 0 0 0\n";
  EXPECT_FALSE(parsed(deep)) << "64 nodes";
}

Buffer lengths(std::initializer_list<std::string> entries) {
  Buffer out;
  for (const std::string& entry : entries) {
    out.push_back(static_cast<std::uint8_t>(entry.size() >> 8U));
    out.push_back(static_cast<std::uint8_t>(entry.size()));
    out.insert(out.end(), entry.begin(), entry.end());
  }
  return out;
}

TEST(BroughtEntries, GoWithTheirProofs) {
  const Buffer entries = lengths({"one", "another"});
  const std::string proofs = "index 4\n" + kHash + "\n\nindex 9\n\n";
  const auto brought = broughtEntries(entries, bytesOf(proofs));
  ASSERT_TRUE(brought);
  ASSERT_EQ(brought->size(), 2U);
  EXPECT_EQ((*brought)[0].index, 4U);
  EXPECT_EQ(textOf((*brought)[0].bytes()), "one");
  EXPECT_EQ((*brought)[0].path.size(), 1U);
  EXPECT_EQ(textOf((*brought)[1].bytes()), "another");
  EXPECT_FALSE(broughtEntries(entries, bytesOf("index 4\n\nindex 4\n\n"))) << "twice";
  EXPECT_FALSE(broughtEntries(entries, bytesOf("index 9\n\nindex 4\n\n"))) << "not in order";
  EXPECT_FALSE(broughtEntries(entries, bytesOf("index 4\n\n"))) << "an entry without a proof";
  EXPECT_FALSE(broughtEntries(lengths({"one"}), bytesOf(proofs))) << "a proof without an entry";
  EXPECT_FALSE(broughtEntries(Bytes(entries).first(entries.size() - 1), bytesOf(proofs))) << "cut off";
  EXPECT_FALSE(broughtEntries(entries, bytesOf("index 4\n\nindex 9\n"))) << "no empty line at the end";
}

}  // namespace
}  // namespace audit
