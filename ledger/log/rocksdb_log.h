// RocksdbLog — the log of one ledger in one folder, durable before it answers.
//
// Shape    DIRECTORY/log is a RocksDB of frames (frame.h), DIRECTORY/head the head file (head_file.h). A
//          batch is written and synced, then the head file, then the answer is given. A writer holds
//          the lock of the database; read-only logs show the moment at which they were opened.
// Errors   open refuses a log that does not hold what its head file promises (log_check.h), or that is
//          LOCKED. After any failed write the log stops: that append is kUnknown, every later one
//          kUnavailable until the log is opened again. Reading goes on.
// Threads  as EventLog; backup() takes its turn with the appends.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/notices.h"
#include "ledger/log/event_log.h"
#include "ledger/log/frame.h"
#include "ledger/log/head_file.h"
#include "ledger/log/rocksdb_engine.h"
#include "ledger/merkle/frontier.h"

namespace ledger {

struct LogOptions {
  LogMode mode = LogMode::kWrite;
  bool rehash = false;  // recompute every leaf hash at opening; a replay does so anyway
  Notices* notices = nullptr;
  std::chrono::milliseconds slow_sync{1000};  // a batch that takes this long is said
};

class RocksdbLog final : public EventLog {
 public:
  // For writing, an empty or absent directory becomes an empty log; read-only it is kNotFound LOG_MISSING.
  static Result<std::unique_ptr<RocksdbLog>> open(const std::filesystem::path& directory, const LogOptions& options);

  AppendResult append(std::span<const Encoded> batch, const Head& expected, Deadline deadline) override;
  Result<Page> read(Position from, std::size_t max_bytes) override;
  Result<std::vector<Digest>> leafHashes(Position first, std::size_t count) override;
  Head head() override;
  // Read-only: true says that a newly opened log will show more; this one stays as it is.
  Result<bool> waitFor(Position after, Deadline deadline) override;

  // The head with its root.
  SealedHead sealedHead();
  // What opening noticed and could live with, for a person to read.
  const std::vector<std::string>& warnings() const { return warnings_; }

  // Copies the log as it is now into a directory that has no log yet; the head of the copy. One that is broken off
  // never opens as a shorter log. A writer links its database into the copy, a reader appends the frames to a new one.
  Result<SealedHead> backup(const std::filesystem::path& directory);

 private:
  RocksdbLog(std::filesystem::path directory, std::unique_ptr<RocksdbEngine> engine, const LogOptions& options);

  static Result<std::unique_ptr<RocksdbLog>> openOnce(const std::filesystem::path& directory,
                                                      const LogOptions& options);
  Result<void> check(const std::optional<StoredHead>& stored, bool rehash);
  Result<void> adoptHeadFile(bool exists);
  AppendResult write(std::span<const Encoded> batch, const Head& expected);
  AppendResult stop(const Head& before, const Error& error);
  std::optional<std::string> stopped();
  Result<void> visitFrames(Position from, Position before, std::size_t read_ahead,
                           const std::function<bool(const FrameView&)>& visit);
  Result<SealedHead> copyFrames(const std::filesystem::path& directory);
  Result<SealedHead> appendFramesTo(const std::filesystem::path& directory);

  const std::filesystem::path directory_;
  Notices& notices_;
  const std::chrono::milliseconds slow_sync_;
  std::unique_ptr<RocksdbEngine> engine_;
  std::vector<std::string> warnings_;

  std::timed_mutex append_mutex_;        // guards the next two; taken before mutex_
  std::unique_ptr<HeadFile> head_file_;  // none in a read-only log
  Frontier frontier_;

  std::mutex mutex_;  // guards the rest
  std::condition_variable grown_;
  SealedHead sealed_;
  std::optional<std::string> stopped_;
};

// Opens the copy read-only, checks every frame and recomputes every leaf hash; its head, to be compared.
Result<SealedHead> verifyCopy(const std::filesystem::path& directory);

}  // namespace ledger
