#include "ledger/log/head_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/base/file_io.h"
#include "tests/ledger/log/entries.h"
#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

using tests::entryOf;

SealedHead headOf(Position size) {
  return {{size, entryOf("last of " + std::to_string(size)).hash}, entryOf("root of " + std::to_string(size)).hash};
}

class HeadFileTest : public testing::Test {
 protected:
  void flip(std::size_t offset, std::uint8_t mask = 1) {
    Bytes bytes = *readWholeFile(path_, 1 << 20);
    bytes.at(offset) ^= mask;
    std::ofstream(path_, std::ios::binary) << asText(bytes);
  }
  // A file whose slots hold sizes 20 (slot 0) and 15 (slot 1).
  void fill() {
    ASSERT_TRUE(HeadFile::create(path_, headOf(10)));
    auto file = std::move(HeadFile::open(path_)).value();
    ASSERT_TRUE(file->write(headOf(15)));
    ASSERT_TRUE(file->write(headOf(20)));
  }

  tests::TempFolder folder_;
  std::filesystem::path path_ = folder_ / "head";
};

TEST(HeadSlot, HasTheBytesItIsSaidToHave) {
  const SealedHead head = headOf(0x0102);
  const Bytes slot = encodeHeadSlot(head);
  ASSERT_EQ(slot.size(), kHeadSlotBytes);
  EXPECT_EQ(toHex(ByteView(slot).first(80)),
            toHex(asBytes("asarhead")) + "0000000000000102" + head.root.hex() + head.head.hash.hex());
  EXPECT_EQ(Digest::from(ByteView(slot).last(32)), sha256(ByteView(slot).first(4064)));
  EXPECT_EQ(*parseHeadSlot(slot), head);
}

TEST(HeadSlot, EverySingleFlippedByteIsSeen) {
  const Bytes slot = encodeHeadSlot(headOf(812));
  for (std::size_t at = 0; at < slot.size(); ++at) {
    Bytes bad = slot;
    bad[at] ^= 0x40;
    ASSERT_FALSE(parseHeadSlot(bad)) << at;
  }
}

TEST_F(HeadFileTest, AMissingFileIsNotFoundByName) {
  const auto stored = readHeadFile(path_);
  EXPECT_EQ(stored.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(stored.error().reason, "HEAD_MISSING");
  EXPECT_FALSE(HeadFile::open(path_));
}

TEST_F(HeadFileTest, TheNewestHeadIsReadBackAndSlotsAreWrittenInTurn) {
  ASSERT_TRUE(HeadFile::create(path_, headOf(0)));
  EXPECT_EQ(readHeadFile(path_)->newest, headOf(0));
  for (Position size = 1; size < 20; size += 3) {
    auto file = std::move(HeadFile::open(path_)).value();
    const int slot_before = file->stored().slot;
    ASSERT_TRUE(file->write(headOf(size)));
    ASSERT_TRUE(file->write(headOf(size + 1)));
    const auto stored = readHeadFile(path_);
    EXPECT_EQ(stored->newest, headOf(size + 1));
    EXPECT_EQ(stored->slot, slot_before);
    EXPECT_TRUE(stored->warnings.empty());
  }
  EXPECT_EQ(std::filesystem::file_size(path_), 2 * kHeadSlotBytes);
}

TEST_F(HeadFileTest, ALinkOrASecondNameIsRefused) {
  fill();
  const std::filesystem::path other = path_.string() + ".other";
  std::filesystem::create_hard_link(path_, other);
  EXPECT_EQ(readHeadFile(path_).error().reason, "HEAD_LINKED");
  EXPECT_EQ(HeadFile::open(path_).error().reason, "HEAD_LINKED");
  std::filesystem::remove(path_);
  EXPECT_TRUE(readHeadFile(other));
  std::filesystem::create_symlink(other, path_);
  EXPECT_EQ(readHeadFile(path_).error().reason, "HEAD_LINKED");
  EXPECT_EQ(HeadFile::open(path_).error().reason, "HEAD_LINKED");
}

TEST_F(HeadFileTest, ATornNewestSlotFallsBackToTheOtherWithAWarning) {
  fill();
  flip(100);
  const auto stored = readHeadFile(path_);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->newest, headOf(15));
  ASSERT_EQ(stored->warnings.size(), 1u);
  EXPECT_NE(stored->warnings[0].find("slot 0"), std::string::npos);
  EXPECT_NE(stored->warnings[0].find(path_.string()), std::string::npos);
}

TEST_F(HeadFileTest, ATornOlderSlotIsReportedAndOverwrittenNext) {
  fill();
  flip(kHeadSlotBytes + 9);
  auto file = std::move(HeadFile::open(path_)).value();
  EXPECT_EQ(file->stored().newest, headOf(20));
  EXPECT_EQ(file->stored().warnings.size(), 1u);
  ASSERT_TRUE(file->write(headOf(21)));
  EXPECT_TRUE(readHeadFile(path_)->warnings.empty());
  EXPECT_EQ(readHeadFile(path_)->newest, headOf(21));
}

TEST_F(HeadFileTest, TwoBadSlotsAreRefused) {
  fill();
  flip(0);
  flip(kHeadSlotBytes * 2 - 1);
  EXPECT_EQ(readHeadFile(path_).error().code, ErrorCode::kCorrupt);
  EXPECT_EQ(readHeadFile(path_).error().reason, "HEAD_DAMAGED");
}

TEST_F(HeadFileTest, ACutFileLosesOneSlotOrIsRefused) {
  fill();
  std::filesystem::resize_file(path_, kHeadSlotBytes + 17);
  EXPECT_EQ(readHeadFile(path_)->newest, headOf(20));
  EXPECT_EQ(readHeadFile(path_)->warnings.size(), 1u);
  std::filesystem::resize_file(path_, kHeadSlotBytes - 1);
  EXPECT_EQ(readHeadFile(path_).error().code, ErrorCode::kCorrupt);
  std::filesystem::resize_file(path_, 0);
  EXPECT_EQ(readHeadFile(path_).error().code, ErrorCode::kCorrupt);
}

TEST_F(HeadFileTest, TwoSlotsThatContradictEachOtherAreRefused) {
  SealedHead other = headOf(5);
  other.root = entryOf("another root").hash;
  Bytes bytes = encodeHeadSlot(headOf(5));
  appendBytes(bytes, encodeHeadSlot(other));
  ASSERT_TRUE(writeFileAtomically(path_, bytes));
  EXPECT_EQ(readHeadFile(path_).error().code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace ledger
