// MemoryLog — a log that lives as long as the object: for tests and for engines to be compared with.
//
// Shape    the same answers as every other engine; nothing survives.
// Threads  as EventLog: all methods from any thread.
#pragma once

#include <condition_variable>
#include <mutex>
#include <vector>

#include "ledger/log/event_log.h"

namespace ledger {

class MemoryLog final : public EventLog {
 public:
  AppendResult append(std::span<const Encoded> batch, const Head& expected, Deadline deadline) override;
  Result<Page> read(Position from, std::size_t max_bytes) override;
  Result<std::vector<Digest>> leafHashes(Position first, std::size_t count) override;
  Head head() override;
  Result<bool> waitFor(Position after, Deadline deadline) override;

 private:
  std::timed_mutex append_mutex_;  // taken before mutex_
  std::mutex mutex_;               // guards entries_
  std::condition_variable grown_;
  std::vector<Encoded> entries_;
};

}  // namespace ledger
