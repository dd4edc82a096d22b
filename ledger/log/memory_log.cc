#include "ledger/log/memory_log.h"

#include "ledger/log/batch.h"

namespace ledger {

AppendResult MemoryLog::append(std::span<const Encoded> batch, const Head& expected, Deadline deadline) {
  if (auto why = rejectionOf(batch)) return {AppendStatus::kRejected, head(), *why};
  const std::unique_lock writing(append_mutex_, deadline);
  const Head before = head();
  if (!writing || std::chrono::steady_clock::now() > deadline) {
    return {AppendStatus::kUnavailable, before, "the deadline passed before the batch had its turn"};
  }
  if (expected != before) {
    const auto repeated = alreadyThere(*this, before, batch, expected);
    if (repeated && *repeated) return {AppendStatus::kCommitted, headAfter(expected, batch), ""};
    return {AppendStatus::kConflict, before, conflictMessage(expected, before)};
  }
  {
    const std::scoped_lock lock(mutex_);
    entries_.insert(entries_.end(), batch.begin(), batch.end());
  }
  grown_.notify_all();
  return {AppendStatus::kCommitted, headAfter(expected, batch), ""};
}

Result<Page> MemoryLog::read(Position from, std::size_t max_bytes) {
  const std::scoped_lock lock(mutex_);
  Page page{from, {}};
  std::size_t total = 0;
  for (Position at = from; at < entries_.size(); ++at) {
    total += entries_[at].body.size();
    if (!page.entries.empty() && total > max_bytes) break;
    page.entries.push_back(entries_[at]);
  }
  return page;
}

Result<std::vector<Digest>> MemoryLog::leafHashes(Position first, std::size_t count) {
  const std::scoped_lock lock(mutex_);
  if (first > entries_.size() || count > entries_.size() - first) return pastTheEnd(first, count, entries_.size());
  std::vector<Digest> hashes;
  hashes.reserve(count);
  for (std::size_t i = 0; i < count; ++i) hashes.push_back(entries_[first + i].hash);
  return hashes;
}

Head MemoryLog::head() {
  const std::scoped_lock lock(mutex_);
  return entries_.empty() ? Head{} : Head{entries_.size(), entries_.back().hash};
}

Result<bool> MemoryLog::waitFor(Position after, Deadline deadline) {
  std::unique_lock lock(mutex_);
  return grown_.wait_until(lock, deadline, [&] { return entries_.size() > after; });
}

}  // namespace ledger
