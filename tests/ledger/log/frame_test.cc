#include "ledger/log/frame.h"

#include <gtest/gtest.h>

#include "ledger/base/clock.h"
#include "ledger/base/limits.h"
#include "tests/ledger/log/entries.h"
#include "tests/support/seed.h"

namespace ledger {
namespace {

using tests::entriesOf;
using tests::entryOf;

TEST(Frame, KeyIsTheFirstPositionBigEndianSoThatKeysSortAsPositions) {
  EXPECT_EQ(toHex(frameKey(0x0102030405060708)), "0102030405060708");
  EXPECT_EQ(parseFrameKey(frameKey(812)).value(), 812u);
  EXPECT_LT(frameKey(255), frameKey(256));
  EXPECT_FALSE(parseFrameKey(asBytes("seven77")));
  EXPECT_FALSE(parseFrameKey(asBytes("nine99999")));
}

TEST(Frame, ValueIsVersionCountHashesThenBundle) {
  const std::vector<Encoded> batch{entryOf("ab"), entryOf("")};
  EXPECT_EQ(toHex(encodeFrame(batch)), "0100000002" + batch[0].hash.hex() + batch[1].hash.hex() + "00026162" + "0000");
}

TEST(Frame, ReturnsWhatWasEncoded) {
  auto batch = entriesOf("entry", 100);
  batch.push_back(entryOf(Bytes(limits::kEntryBytesMax, 7)));
  const Bytes value = encodeFrame(batch);
  const auto frame = FrameView::parse(900, value);
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->first(), 900u);
  EXPECT_EQ(frame->end(), 1001u);
  for (std::size_t i = 0; i < batch.size(); ++i) EXPECT_EQ(frame->entry(i), batch[i]);
}

TEST(Frame, EveryShorterValueIsDamaged) {
  const Bytes value = encodeFrame(entriesOf("entry", 3));
  for (std::size_t length = 0; length < value.size(); ++length) {
    const auto frame = FrameView::parse(77, ByteView(value).first(length));
    ASSERT_FALSE(frame) << length;
    EXPECT_EQ(frame.error().code, ErrorCode::kCorrupt);
    EXPECT_NE(frame.error().message.find("position 77"), std::string::npos) << frame.error().message;
  }
}

TEST(Frame, AByteAfterTheLastEntryIsDamage) {
  Bytes value = encodeFrame(entriesOf("entry", 3));
  value.push_back(0);
  EXPECT_FALSE(FrameView::parse(0, value));
}

TEST(Frame, HostileHeadersAreRefusedWithoutAllocating) {
  for (const char* hex : {"00", "0200000001", "0100000000", "01ffffffff", "0100002001", "0100002000"}) {
    EXPECT_FALSE(FrameView::parse(5, *fromHex(hex))) << hex;
  }
  const Bytes value = encodeFrame(entriesOf("entry", 2));
  EXPECT_FALSE(FrameView::parse(~Position{0} - 1, value));
}

TEST(Frame, MutatedBytesNeverReadOutsideTheValue) {
  SeededRandom random(tests::seedOr(7));
  const Bytes original = encodeFrame(entriesOf("a somewhat longer entry", 40));
  for (int round = 0; round < 20'000; ++round) {
    Bytes value = original;
    for (int flips = 0; flips < 3; ++flips)
      value[random.below(value.size())] ^= static_cast<std::uint8_t>(1u << random.below(8));
    value.resize(random.below(8) == 0 ? random.below(value.size()) : value.size());
    const auto frame = FrameView::parse(0, value);
    if (!frame) continue;
    std::size_t total = 0;
    for (std::size_t i = 0; i < frame->size(); ++i) total += frame->body(i).size();
    EXPECT_LE(total, value.size());
  }
}

}  // namespace
}  // namespace ledger
