#include "ledger/log/batch.h"

#include "ledger/base/limits.h"

namespace ledger {

std::optional<std::string> rejectionOf(std::span<const Encoded> batch) {
  if (batch.empty()) return "an empty batch says nothing";
  if (batch.size() > limits::kBatchEntriesMax) {
    return "a batch of " + std::to_string(batch.size()) + " entries; at most " +
           std::to_string(limits::kBatchEntriesMax) + " go into one";
  }
  std::size_t total = 0;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const std::size_t size = batch[i].body.size();
    if (size > limits::kEntryBytesMax) {
      return "entry " + std::to_string(i) + " of the batch has " + std::to_string(size) + " bytes; at most " +
             std::to_string(limits::kEntryBytesMax) + " fit";
    }
    total += size;
  }
  if (total > limits::kBatchBytesMax) {
    return "a batch of " + std::to_string(total) + " bytes; at most " + std::to_string(limits::kBatchBytesMax) +
           " go into one";
  }
  return std::nullopt;
}

Head headAfter(const Head& expected, std::span<const Encoded> batch) {
  return {expected.size + batch.size(), batch.back().hash};
}

std::string conflictMessage(const Head& expected, const Head& actual) {
  return "the batch was made for size " + std::to_string(expected.size) + " after leaf hash " + expected.hash.hex() +
         ", but the log is at size " + std::to_string(actual.size) + " after " + actual.hash.hex();
}

Error pastTheEnd(Position first, std::size_t count, Position size) {
  return {ErrorCode::kNotFound, "PAST_THE_END",
          std::to_string(count) + " leaf hashes from position " + std::to_string(first) +
              " were asked for, but the log has " + std::to_string(size) + " entries"};
}

Result<bool> alreadyThere(EventLog& log, const Head& head, std::span<const Encoded> batch, const Head& expected) {
  if (expected.size > head.size || head.size - expected.size < batch.size()) return false;
  if (expected.size == 0 && !expected.hash.isZero()) return false;
  if (expected.size > 0) {
    auto before = log.leafHashes(expected.size - 1, 1);
    if (!before) return before.error();
    if (before->front() != expected.hash) return false;
  }
  for (std::size_t seen = 0; seen < batch.size();) {
    auto page = log.read(expected.size + seen, limits::kBatchBytesMax);
    if (!page) return page.error();
    if (page->entries.empty()) return false;
    for (const Encoded& stored : page->entries) {
      if (seen == batch.size()) break;
      if (stored != batch[seen]) return false;
      ++seen;
    }
  }
  return true;
}

}  // namespace ledger
