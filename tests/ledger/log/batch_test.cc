#include "ledger/log/batch.h"

#include <gtest/gtest.h>

#include "ledger/base/limits.h"
#include "ledger/log/memory_log.h"
#include "tests/ledger/log/entries.h"

namespace ledger {
namespace {

using tests::entriesOf;
using tests::entryOf;

TEST(Batch, ARejectionNamesTheFigureAndTheLimit) {
  EXPECT_EQ(rejectionOf(entriesOf("fine", 2)), std::nullopt);
  EXPECT_EQ(rejectionOf({}).value(), "an empty batch says nothing");
  EXPECT_EQ(rejectionOf(entriesOf("e", 8193)).value(), "a batch of 8193 entries; at most 8192 go into one");
  const std::vector<Encoded> long_entry{entryOf("x"), entryOf(Bytes(65'536, 1))};
  EXPECT_EQ(rejectionOf(long_entry).value(), "entry 1 of the batch has 65536 bytes; at most 65535 fit");
  const std::vector<Encoded> heavy(129, entryOf(Bytes(65'535, 1)));
  EXPECT_EQ(rejectionOf(heavy).value(), "a batch of 8454015 bytes; at most 8388608 go into one");
}

TEST(Batch, AConflictNamesBothHeads) {
  const std::string message = conflictMessage({3, entryOf("a").hash}, {4, entryOf("b").hash});
  for (const std::string& part :
       {std::string("size 3"), std::string("size 4"), entryOf("a").hash.hex(), entryOf("b").hash.hex()}) {
    EXPECT_NE(message.find(part), std::string::npos) << message;
  }
}

TEST(Batch, ARepetitionIsTheSameBytesAfterTheSameHead) {
  MemoryLog log;
  const auto first = entriesOf("first", 2);
  const Head head = log.append(first, Head{}, tests::soon()).head;
  EXPECT_EQ(head, headAfter(Head{}, first));
  EXPECT_TRUE(*alreadyThere(log, head, first, Head{}));
  EXPECT_FALSE(*alreadyThere(log, head, first, {0, first[0].hash}));
  EXPECT_FALSE(*alreadyThere(log, head, entriesOf("other", 2), Head{}));
  EXPECT_FALSE(*alreadyThere(log, head, entriesOf("first", 3), Head{}));
  EXPECT_TRUE(*alreadyThere(log, head, std::span(first).subspan(1), {1, first[0].hash}));
  EXPECT_FALSE(*alreadyThere(log, head, std::span(first).subspan(1), {1, first[1].hash}));
}

}  // namespace
}  // namespace ledger
