// What every engine promises, whatever it stores its entries in.
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <thread>

#include "ledger/base/limits.h"
#include "tests/ledger/log/engines.h"
#include "tests/ledger/log/entries.h"

namespace ledger {
namespace {

using tests::entriesOf;
using tests::entryOf;
using tests::soon;

class Conformance : public testing::TestWithParam<tests::Engine> {
 protected:
  void SetUp() override { under_test_ = GetParam().fresh(); }
  EventLog& log() { return under_test_->log(); }

  // Appends onto the present head and expects success.
  Head add(const std::vector<Encoded>& batch) {
    const AppendResult result = log().append(batch, log().head(), soon());
    EXPECT_EQ(result.status, AppendStatus::kCommitted) << result.message;
    EXPECT_EQ(result.head, log().head());
    return result.head;
  }
  std::vector<Encoded> all() {
    std::vector<Encoded> entries;
    while (true) {
      auto page = log().read(entries.size(), 1 << 20);
      EXPECT_TRUE(page);
      if (!page || page->entries.empty()) return entries;
      EXPECT_EQ(page->first, entries.size());
      entries.insert(entries.end(), page->entries.begin(), page->entries.end());
    }
  }
  void expectRefused(AppendStatus status, const std::vector<Encoded>& batch, const Head& expected) {
    const Head before = log().head();
    const AppendResult result = log().append(batch, expected, soon());
    EXPECT_EQ(result.status, status);
    EXPECT_EQ(result.head, before);
    EXPECT_FALSE(result.message.empty());
    EXPECT_EQ(log().head(), before);
  }

  std::unique_ptr<tests::LogUnderTest> under_test_;
};

TEST_P(Conformance, AnEmptyLogHasSizeZeroAZeroHashAndNothingToRead) {
  EXPECT_EQ(log().head(), Head{});
  EXPECT_TRUE(log().read(0, 1000)->entries.empty());
  EXPECT_TRUE(log().read(7, 1000)->entries.empty());
  EXPECT_TRUE(log().leafHashes(0, 0)->empty());
  EXPECT_EQ(log().leafHashes(0, 1).error().code, ErrorCode::kNotFound);
}

TEST_P(Conformance, WhatWasAppendedIsReadBackByteForByteAndInOrder) {
  std::vector<Encoded> expected;
  for (std::size_t count : {1u, 5u, 256u, 1u, 37u}) {
    auto batch = entriesOf("batch of " + std::to_string(count) + " at " + std::to_string(expected.size()), count);
    add(batch);
    expected.insert(expected.end(), batch.begin(), batch.end());
    EXPECT_EQ(log().head(), (Head{expected.size(), expected.back().hash}));
  }
  EXPECT_EQ(all(), expected);
  if (under_test_->reopen()) {
    EXPECT_EQ(all(), expected);
    EXPECT_EQ(log().head(), (Head{expected.size(), expected.back().hash}));
  }
}

TEST_P(Conformance, EmptyBodiesAndBodiesOfZerosAreEntriesToo) {
  const std::vector<Encoded> batch{entryOf(""), entryOf(Bytes(100, 0)), entryOf("")};
  add(batch);
  EXPECT_EQ(all(), batch);
}

TEST_P(Conformance, ARightSizeWithAWrongHashIsAConflict) {
  const Head head = add(entriesOf("first", 3));
  expectRefused(AppendStatus::kConflict, entriesOf("second", 1), {head.size, entryOf("other").hash});
}

TEST_P(Conformance, ARightHashWithAWrongSizeIsAConflict) {
  const Head head = add(entriesOf("first", 3));
  expectRefused(AppendStatus::kConflict, entriesOf("second", 1), {head.size - 1, head.hash});
  expectRefused(AppendStatus::kConflict, entriesOf("second", 1), {head.size + 1, head.hash});
  expectRefused(AppendStatus::kConflict, entriesOf("second", 1), Head{});
}

TEST_P(Conformance, AnEmptyLogTakesOnlyTheZeroHash) {
  expectRefused(AppendStatus::kConflict, entriesOf("first", 1), {0, entryOf("other").hash});
}

TEST_P(Conformance, TheSameBatchAgainIsCommittedOnce) {
  const auto first = entriesOf("first", 3);
  const auto second = entriesOf("second", 2);
  const Head start = log().head();
  const Head after_first = add(first);
  EXPECT_EQ(log().append(first, start, soon()).status, AppendStatus::kCommitted);
  EXPECT_EQ(log().head(), after_first);
  add(second);
  const AppendResult again = log().append(first, start, soon());
  EXPECT_EQ(again.status, AppendStatus::kCommitted);
  EXPECT_EQ(again.head, after_first);
  EXPECT_EQ(all().size(), 5u);
  if (under_test_->reopen()) {
    EXPECT_EQ(log().append(second, after_first, soon()).status, AppendStatus::kCommitted);
    EXPECT_EQ(all().size(), 5u);
  }
}

TEST_P(Conformance, ABatchThatDiffersInOneByteIsNoRepetition) {
  auto batch = entriesOf("first", 3);
  add(batch);
  auto forged = batch;
  forged[1].body[0] ^= 1;  // the hash still claims the old body
  expectRefused(AppendStatus::kConflict, forged, Head{});
  auto other = batch;
  other[2] = entryOf("other");
  expectRefused(AppendStatus::kConflict, other, Head{});
  other = batch;
  other.push_back(entryOf("more"));
  expectRefused(AppendStatus::kConflict, other, Head{});
}

TEST_P(Conformance, ARepetitionMayCoverPartsOfSeveralBatches) {
  const auto entries = entriesOf("entry", 6);
  add({entries.begin(), entries.begin() + 3});
  add({entries.begin() + 3, entries.end()});
  const std::span<const Encoded> middle(entries.data() + 2, 2);
  EXPECT_EQ(log().append(middle, {2, entries[1].hash}, soon()).status, AppendStatus::kCommitted);
  expectRefused(AppendStatus::kConflict, {entries.begin() + 2, entries.begin() + 4}, {2, entries[2].hash});
}

TEST_P(Conformance, TheLargestBatchIsTakenAndOneMoreEntryIsNot) {
  auto batch = entriesOf("e", limits::kBatchEntriesMax);
  add(batch);
  batch.push_back(entryOf("one more"));
  expectRefused(AppendStatus::kRejected, batch, log().head());
  EXPECT_EQ(all().size(), limits::kBatchEntriesMax);
}

TEST_P(Conformance, TheLongestEntryIsTakenAndOneMoreByteIsNot) {
  add({entryOf(Bytes(limits::kEntryBytesMax, 1))});
  expectRefused(AppendStatus::kRejected, {entryOf("fine"), entryOf(Bytes(limits::kEntryBytesMax + 1, 1))},
                log().head());
}

TEST_P(Conformance, TheHeaviestBatchIsTakenAndOneMoreByteIsNot) {
  constexpr std::size_t kPiece = 1 << 15;
  std::vector<Encoded> batch(limits::kBatchBytesMax / kPiece, entryOf(Bytes(kPiece, 3)));
  add(batch);
  if (under_test_->reopen()) {
    EXPECT_EQ(all(), batch);
  }
  batch.push_back(entryOf("x"));
  expectRefused(AppendStatus::kRejected, batch, log().head());
}

TEST_P(Conformance, AnEmptyBatchIsRejected) {
  expectRefused(AppendStatus::kRejected, {}, log().head());
}

TEST_P(Conformance, ABatchAfterItsDeadlineIsNotWritten) {
  const auto past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
  const auto batch = entriesOf("late", 1);
  EXPECT_EQ(log().append(batch, log().head(), past).status, AppendStatus::kUnavailable);
  EXPECT_EQ(log().head(), Head{});
  add(batch);
}

TEST_P(Conformance, ReadingStartsAndEndsAnywhere) {
  std::vector<Encoded> expected;
  for (std::size_t count : {3u, 1u, 10u, 4u}) {
    const auto batch = entriesOf(std::to_string(count), count);
    add(batch);
    expected.insert(expected.end(), batch.begin(), batch.end());
  }
  for (std::size_t from = 0; from <= expected.size(); ++from) {
    for (std::size_t max_bytes : {0u, 1u, 3u, 4u, 10u, 1000u}) {
      const auto page = log().read(from, max_bytes);
      ASSERT_TRUE(page);
      EXPECT_EQ(page->first, from);
      EXPECT_EQ(page->entries.empty(), from == expected.size());
      std::size_t total = 0;
      for (std::size_t i = 0; i < page->entries.size(); ++i) {
        EXPECT_EQ(page->entries[i], expected.at(from + i));
        total += page->entries[i].body.size();
      }
      EXPECT_TRUE(page->entries.size() <= 1 || total <= max_bytes);
      const std::size_t next = from + page->entries.size();
      EXPECT_TRUE(next >= expected.size() || total + expected[next].body.size() > max_bytes);
    }
  }
}

TEST_P(Conformance, LeafHashesAreThoseOfTheEntries) {
  std::vector<Encoded> expected;
  for (std::size_t count : {3u, 1u, 10u}) {
    const auto batch = entriesOf(std::to_string(count), count);
    add(batch);
    expected.insert(expected.end(), batch.begin(), batch.end());
  }
  for (std::size_t first = 0; first <= expected.size(); ++first) {
    for (std::size_t count = 0; first + count <= expected.size(); ++count) {
      const auto hashes = log().leafHashes(first, count);
      ASSERT_TRUE(hashes);
      ASSERT_EQ(hashes->size(), count);
      for (std::size_t i = 0; i < count; ++i) EXPECT_EQ((*hashes)[i], expected[first + i].hash);
    }
    EXPECT_FALSE(log().leafHashes(first, expected.size() - first + 1));
  }
}

TEST_P(Conformance, WaitingEndsAtTheDeadlineOrWithTheEntry) {
  EXPECT_FALSE(*log().waitFor(0, std::chrono::steady_clock::now() + std::chrono::milliseconds(20)));
  add(entriesOf("first", 2));
  EXPECT_TRUE(*log().waitFor(1, soon()));
  EXPECT_FALSE(*log().waitFor(2, std::chrono::steady_clock::now() + std::chrono::milliseconds(20)));
  std::thread writer([this] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    add(entriesOf("second", 1));
  });
  EXPECT_TRUE(*log().waitFor(2, soon()));
  writer.join();
}

TEST_P(Conformance, OfRacingWritersExactlyOneWinsEachRound) {
  constexpr int kWriters = 6;
  const int rounds = GetParam().race_rounds;
  std::atomic<int> committed{0};
  std::atomic<int> conflicts{0};
  std::barrier gate(kWriters);
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&, writer] {
      for (int round = 0; round < rounds; ++round) {
        const auto batch = entriesOf(std::to_string(round) + " of " + std::to_string(writer), 2);
        const Head expected = log().head();
        gate.arrive_and_wait();
        const AppendStatus status = log().append(batch, expected, soon()).status;
        if (status == AppendStatus::kCommitted) ++committed;
        if (status == AppendStatus::kConflict) ++conflicts;
        gate.arrive_and_wait();
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(committed, rounds);
  EXPECT_EQ(conflicts, rounds * (kWriters - 1));
  EXPECT_EQ(log().head().size, static_cast<Position>(2 * rounds));
  const auto entries = all();
  for (std::size_t i = 0; i < entries.size(); i += 2) {  // the two entries of a batch stand together
    const std::string first(asText(entries[i].body));
    EXPECT_EQ(asText(entries[i + 1].body), first.substr(0, first.size() - 1) + "1");
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, Conformance, testing::ValuesIn(tests::engines()),
                         [](const auto& engine) { return engine.param.name; });

}  // namespace
}  // namespace ledger
