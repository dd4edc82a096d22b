#include "tools/bench/stored_ledger.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/log/rocksdb_engine.h"
#include "ledger/publisher.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::AppendStatus;
using ledger::ByteView;
using ledger::Deadline;
using ledger::Encoded;
using ledger::ErrorCode;
using ledger::EventLog;
using ledger::FixedClock;
using ledger::frameKey;
using ledger::Head;
using ledger::Ledger;
using ledger::LogMode;
using ledger::LogReader;
using ledger::Page;
using ledger::Position;
using ledger::Publisher;
using ledger::Result;
using ledger::RocksdbEngine;
using ledger::RocksdbLog;
using ledger::Sealed;
using ledger::Submission;
using ledger::toBytes;

constexpr std::size_t kReadBytes = 1 << 20;

void copyLog(EventLog& from, EventLog& to) {
  for (Head head = to.head(); head.size < from.head().size; head = to.head()) {
    const Page page = orGiveUp(from.read(head.size, kReadBytes));
    const auto appended = to.append(page.entries, head, Deadline::max());
    if (appended.status != AppendStatus::kCommitted) giveUp({ErrorCode::kUnavailable, "NOT_COPIED", appended.message});
  }
}

// Hands out submissions in order, none before those it may need have their receipts.
class Queue {
 public:
  explicit Queue(std::size_t count) : finished_(count) {}

  std::optional<std::size_t> take() {
    std::unique_lock lock(mutex_);
    if (next_ == finished_.size()) return std::nullopt;
    const std::size_t mine = next_++;
    changed_.wait(lock, [&] { return mine < whole_ + kSubmissionsBetween; });
    return mine;
  }
  void finish(std::size_t one) {
    {
      const std::scoped_lock lock(mutex_);
      finished_[one] = true;
      while (whole_ < finished_.size() && finished_[whole_]) ++whole_;
    }
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<bool> finished_;
  std::size_t next_ = 0;
  std::size_t whole_ = 0;  // all before it are finished
};

}  // namespace

void submitAll(const std::vector<Submission>& submissions, Ledger& ledger, double per_second) {
  Queue queue(submissions.size());
  const auto start = std::chrono::steady_clock::now();
  const std::chrono::duration<double> step(per_second > 0 ? 1 / per_second : 0);
  const auto client = [&] {
    while (const auto mine = queue.take()) {
      if (per_second > 0) std::this_thread::sleep_until(start + step * static_cast<double>(*mine));
      orGiveUp(ledger.submit(submissions[*mine]));
      queue.finish(*mine);
    }
  };
  std::vector<std::jthread> clients;
  for (std::size_t i = 0; i < kClients; ++i) clients.emplace_back(client);
}

void emptyFolder(const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
}

StoredLedger::StoredLedger(const Workload& workload, std::filesystem::path folder)
    : folder_(std::move(folder)),
      clock_(std::make_unique<FixedClock>(workload.world->clock.now())),
      events_(workload.events) {
  emptyFolder(folder_);
  log_ = orGiveUp(RocksdbLog::open(folder_, {}));
  copyLog(workload.world->log, *log_);
  founded_ = log_->head().size;
  ledger_ = orGiveUp(Ledger::open({*log_, *clock_, random_, {}}));
  const Stopwatch watch;
  const Stopwatch cpu(Stopwatch::Of::kProcessCpu);
  submitAll(workload.submissions, *ledger_);
  seconds_ = watch.seconds();
  cpu_seconds_ = cpu.seconds();
}

std::vector<StoredFrame> StoredLedger::frames() {
  auto engine = orGiveUp(RocksdbEngine::open(folder_ / "log", LogMode::kReadOnly, /*create=*/false));
  std::vector<StoredFrame> frames;
  const auto take = [&](ByteView key, ByteView value) -> Result<bool> {
    frames.push_back({toBytes(key), toBytes(value)});
    return true;
  };
  orGiveUp(engine->walk(frameKey(founded_), {}, kReadBytes, take));
  return frames;
}

std::uint64_t StoredLedger::countEvents() {
  std::uint64_t events = 0;
  for (Position at = 0; at < log_->head().size;) {
    const Page page = orGiveUp(log_->read(at, kReadBytes));
    for (const Encoded& entry : page.entries) {
      const auto decoded = orGiveUp(ledger::decodeStoredEntry(entry.body));
      if (std::holds_alternative<ledger::EventBody>(decoded.body)) ++events;
    }
    at += page.entries.size();
  }
  return events;
}

std::uint64_t StoredLedger::entryBytes() {
  std::uint64_t bytes = 0;
  for (Position at = 0; at < log_->head().size;) {
    const Page page = orGiveUp(log_->read(at, kReadBytes));
    for (const Encoded& entry : page.entries) bytes += entry.body.size();
    at += page.entries.size();
  }
  return bytes;
}

std::uint64_t StoredLedger::diskBytes() const {
  std::uint64_t bytes = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder_)) {
    if (file.is_regular_file()) bytes += file.file_size();
  }
  return bytes;
}

void StoredLedger::exportTiles(const Workload& workload, const std::filesystem::path& tiles) {
  emptyFolder(tiles);
  const Sealed sealed = ledger_->sealed();
  LogReader reader(*log_);
  orGiveUp(Publisher(tiles).publish(reader, {workload.logKey().name, sealed.size, sealed.root},
                                    workload.signedNote(sealed.size, sealed.root)));
}

}  // namespace tools
