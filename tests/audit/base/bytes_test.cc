#include "audit/base/bytes.h"

#include <gtest/gtest.h>

#include "audit/base/crc32.h"
#include "audit/base/finding.h"
#include "audit/base/utf8.h"
#include "audit/log/tiles.h"

namespace audit {
namespace {

TEST(Bytes, WritesAndReadsIds) {
  const Id id = fixed<16>(bytesOf("0123456789abcdef"));
  const std::string text = idText(id);
  EXPECT_EQ(text.size(), 26U);
  EXPECT_EQ(idFrom(text), id);
  Id most;
  most.fill(0xFF);
  EXPECT_EQ(idText(most), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
  EXPECT_FALSE(idFrom("8zzzzzzzzzzzzzzzzzzzzzzzzz"));
  EXPECT_FALSE(idFrom("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"));
}

TEST(Bytes, ReadsBase64OfOneSpellingOnly) {
  EXPECT_EQ(base64Of(bytesOf("fo")), "Zm8=");
  EXPECT_TRUE(base64Decoded("Zm8="));
  for (const char* text : {"Zm9=", "Zm8", "Zm8==", "Z", "Zm8=\n", "=m8=", "Zm-_"})
    EXPECT_FALSE(base64Decoded(text)) << text;
}

TEST(Bytes, CountsTheChecksumOfZip) {
  EXPECT_EQ(crc32(0, bytesOf("123456789")), 0xCBF43926U);
}

TEST(Tiles, NamesThemAsTheSpecificationDoes) {
  EXPECT_EQ((TileName{0, 0, 256}.text()), "tile/0/000");
  EXPECT_EQ((TileName{0, 1000, 256}.text()), "tile/0/x001/000");
  EXPECT_EQ((TileName{kEntriesLevel, 1234067, 8}.text()), "tile/entries/x001/x234/067.p/8");
  for (const char* name : {"tile/0/000", "tile/63/999.p/255", "tile/entries/x001/x234/067.p/8"}) {
    ASSERT_TRUE(TileName::parse(name)) << name;
    EXPECT_EQ(TileName::parse(name)->text(), name);
  }
  for (const char* name :
       {"tile/0/00", "tile/64/000", "tile/00/000", "tile/0/x000/000", "tile/0/000.p/256", "tile/0/000.p/0",
        "tile/0/000.p/07", "tile/0/000/", "tile/data/000", "tile/0/../000", "tile/0/x001"}) {
    EXPECT_FALSE(TileName::parse(name)) << name;
  }
}

TEST(Tiles, CountsThoseOfALog) {
  EXPECT_EQ(tilesOf(0), 0U);
  EXPECT_EQ(tilesOf(2), 2U);
  EXPECT_EQ(tilesOf(256), 3U);
  EXPECT_EQ(tilesOf(70'000), 274U + 274U + 2U + 1U);
}

TEST(Tiles, TakesExactlyTheEntriesOfABundle) {
  const Buffer bundle = {0, 1, 7, 0, 0};
  EXPECT_EQ(entriesOf(bundle, 2)->size(), 2U);
  EXPECT_FALSE(entriesOf(bundle, 1));
  EXPECT_FALSE(entriesOf(bundle, 3));
}

TEST(Utf8, RefusesWhatIsNotShortest) {
  EXPECT_TRUE(isPlainText("Жұмабай 日本"));
  for (const char* text :
       {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3", "a\x1F", "\x7F", "\xC2\x85"}) {
    EXPECT_FALSE(isPlainText(text)) << text;
  }
  EXPECT_TRUE(hasSpace("a\xE2\x80\x83z"));
}

TEST(Finding, TheFirstInOrderIsTheVerdict) {
  Findings findings;
  EXPECT_EQ(findings.verdict(), "OK");
  findings.couldNotCheck("something");
  EXPECT_EQ(findings.verdict(), "COULD_NOT_CHECK");
  EXPECT_EQ(findings.exitCode(), kExitNotChecked);
  findings.add({Wrong::kRuleViolation, 9, "ROLE_MISSING", "x"});
  for (std::uint64_t i = 0; i < 1000; ++i) findings.add({Wrong::kRuleViolation, 1000 - i, "ROLE_MISSING", "x"});
  EXPECT_EQ(findings.verdict(), "RULE_VIOLATION 1");
  EXPECT_EQ(findings.total(), 1001U);
  EXPECT_LE(findings.sorted().size(), Findings::kKeptPerKind);
  findings.add(Wrong::kTileTampered, "x");
  EXPECT_EQ(findings.verdict(), "TILE_TAMPERED");
  EXPECT_EQ(findings.exitCode(), kExitWrong);
}

TEST(Finding, WhatFollowsFromAnAlteredEntryIsToldApart) {
  Findings findings;
  findings.add({Wrong::kFork, 12, "SEEN_DIFFERS", "x"});
  EXPECT_FALSE(findings.altered());
  EXPECT_EQ(findings.following(Wrong::kFork), 0U);
  findings.add({Wrong::kEntryTampered, 10, {}, "x"});
  for (std::uint64_t i = 0; i < 1000; ++i) findings.add({Wrong::kFork, 20 + i, "SEEN_DIFFERS", "x"});
  findings.add({Wrong::kFork, 5, "SEEN_DIFFERS", "it stands before"});
  findings.add(Wrong::kFork, "an earlier checkpoint names another root");
  EXPECT_EQ(findings.altered(), 10U);
  EXPECT_EQ(findings.count(Wrong::kFork), 1003U);
  EXPECT_EQ(findings.following(Wrong::kFork), 1001U);
  EXPECT_EQ(findings.following(Wrong::kRuleViolation), 0U);
  EXPECT_EQ(findings.verdict(), "ENTRY_TAMPERED 10") << "they are counted as ever";
  findings.add(Wrong::kTileTampered, "x");
  EXPECT_EQ(findings.following(Wrong::kFork), 0U) << "nobody knows what was signed";
}

}  // namespace
}  // namespace audit
