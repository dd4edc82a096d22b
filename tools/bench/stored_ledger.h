// StoredLedger — a ledger on disk that the workload was submitted to, and what that took.
//
// Shape    the founded log of the workload's world is copied in before the clock starts; then clients on threads of
//          their own submit, each waiting for its receipt before its next submission.
// Threads  one, but for the clients while they run.
#pragma once

#include <filesystem>
#include <memory>

#include "ledger/log/rocksdb_log.h"
#include "tools/bench/workload.h"

namespace tools {

constexpr std::size_t kClients = 16;

// What one group commit wrote.
struct StoredFrame {
  ledger::Bytes key;
  ledger::Bytes value;
};

class StoredLedger {
 public:
  // Submits everything to a new ledger in `folder`, which is emptied before.
  StoredLedger(const Workload& workload, std::filesystem::path folder);

  const std::filesystem::path& folder() const { return folder_; }
  ledger::RocksdbLog& log() { return *log_; }
  ledger::Ledger& ledger() { return *ledger_; }
  double seconds() const { return seconds_; }
  double cpuSeconds() const { return cpu_seconds_; }

  // Of the workload alone, without the founding.
  std::size_t events() const { return events_; }
  ledger::Position founded() const { return founded_; }
  std::vector<StoredFrame> frames();
  // Of the whole log: entries that are no submission's own.
  std::uint64_t countEvents();
  // Of the whole log: bytes of entries, and of all files of log and head.
  std::uint64_t entryBytes();
  std::uint64_t diskBytes() const;
  // Writes tiles and a signed checkpoint, for the auditor.
  void exportTiles(const Workload& workload, const std::filesystem::path& tiles);

 private:
  std::filesystem::path folder_;
  std::unique_ptr<ledger::RocksdbLog> log_;
  std::unique_ptr<ledger::FixedClock> clock_;
  ledger::SystemRandom random_;
  std::unique_ptr<ledger::Ledger> ledger_;
  ledger::Position founded_ = 0;
  std::size_t events_ = 0;
  double seconds_ = 0;
  double cpu_seconds_ = 0;
};

// By kClients at once; no more than so many submissions a second, or 0: as fast as it goes.
void submitAll(const std::vector<ledger::Submission>& submissions, ledger::Ledger& ledger, double per_second = 0);

void emptyFolder(const std::filesystem::path& folder);

}  // namespace tools
