#include "ledger/log/log_check.h"

#include <gtest/gtest.h>

#include "tests/ledger/log/entries.h"

namespace ledger {
namespace {

using tests::entriesOf;

// Entries 0…9 in frames of 4, 1 and 5.
struct Sample {
  std::vector<Encoded> entries = entriesOf("entry", 10);
  std::vector<std::pair<Position, Bytes>> frames;

  Sample() {
    const std::span<const Encoded> all(entries);
    frames = {{0, encodeFrame(all.first(4))}, {4, encodeFrame(all.subspan(4, 1))}, {5, encodeFrame(all.subspan(5))}};
  }
  SealedHead headAt(Position size) const {
    Frontier root;
    for (Position i = 0; i < size; ++i) root.push(entries[i].hash);
    return {{size, size == 0 ? Digest{} : entries[size - 1].hash}, root.root()};
  }
};

Result<SealedHead> run(const Sample& sample, std::optional<SealedHead> promised, bool rehash = false) {
  LogCheck check(promised, rehash);
  for (const auto& [first, value] : sample.frames) ASAR_TRY(check.add(frameKey(first), value));
  return check.finish();
}

TEST(LogCheck, ALogThatReachesItsHeadIsWhole) {
  const Sample sample;
  for (Position size = 0; size <= 10; ++size) {  // a longer log is normal, wherever the head stands
    EXPECT_EQ(*run(sample, sample.headAt(size), true), sample.headAt(10)) << size;
  }
}

TEST(LogCheck, AShorterLogNamesTheMissingPositions) {
  Sample sample;
  const SealedHead promised = sample.headAt(10);
  sample.frames.pop_back();
  const auto result = run(sample, promised);
  EXPECT_EQ(result.error().reason, "POSITIONS_MISSING");
  EXPECT_NE(result.error().message.find("positions 5 to 9 are missing"), std::string::npos) << result.error().message;
  sample.frames.clear();
  EXPECT_NE(run(sample, promised).error().message.find("positions 0 to 9"), std::string::npos);
}

TEST(LogCheck, AHoleNamesTheMissingPositions) {
  Sample sample;
  const SealedHead promised = sample.headAt(10);
  sample.frames.erase(sample.frames.begin() + 1);
  EXPECT_NE(run(sample, promised).error().message.find("position 4 is missing"), std::string::npos);
  sample.frames.erase(sample.frames.begin());
  EXPECT_NE(run(sample, promised).error().message.find("positions 0 to 4 are missing"), std::string::npos);
}

TEST(LogCheck, AFrameUnderTheWrongKeyIsRefused) {
  Sample sample;
  sample.frames[1].first = 3;
  EXPECT_EQ(run(sample, std::nullopt).error().reason, "FRAMES_OVERLAP");
  LogCheck check(std::nullopt, false);
  EXPECT_EQ(check.add(asBytes("short"), sample.frames[0].second).error().reason, "FRAME_DAMAGED");
}

TEST(LogCheck, ADifferentLeafOrRootIsRefused) {
  const Sample sample;
  SealedHead promised = sample.headAt(7);
  promised.root = sample.headAt(6).root;
  EXPECT_EQ(run(sample, promised).error().reason, "HEAD_DIFFERS");
  promised = sample.headAt(7);
  promised.head.hash = sample.entries[0].hash;
  EXPECT_EQ(run(sample, promised).error().reason, "HEAD_DIFFERS");
}

TEST(LogCheck, AnOlderEntryWithAnotherHashChangesTheRoot) {
  Sample sample;
  const SealedHead promised = sample.headAt(10);
  sample.entries[2] = tests::entryOf("rewritten");
  sample.frames[0].second = encodeFrame(std::span<const Encoded>(sample.entries).first(4));
  EXPECT_EQ(run(sample, promised, true).error().reason, "HEAD_DIFFERS");
}

TEST(LogCheck, ARewrittenBodyUnderItsOldHashIsFoundByRehashing) {
  Sample sample;
  const SealedHead promised = sample.headAt(10);
  sample.entries[2].body[0] ^= 1;
  sample.frames[0].second = encodeFrame(std::span<const Encoded>(sample.entries).first(4));
  EXPECT_TRUE(run(sample, promised, false));
  const auto result = run(sample, promised, true);
  EXPECT_EQ(result.error().reason, "LEAF_DIFFERS");
  EXPECT_NE(result.error().message.find("entry 2"), std::string::npos);
}

TEST(LogCheck, EntriesWithoutAHeadFileAreRefusedButAnEmptyLogIsFine) {
  Sample sample;
  EXPECT_EQ(run(sample, std::nullopt).error().reason, "HEAD_MISSING");
  sample.frames.clear();
  EXPECT_EQ(run(sample, std::nullopt)->head, Head{});
}

}  // namespace
}  // namespace ledger
