#include "ledger/log/rocksdb_log.h"

#include <algorithm>
#include <system_error>
#include <thread>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/log/batch.h"
#include "ledger/log/log_check.h"

namespace ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReadAhead = 2 << 20;

fs::path headPath(const fs::path& directory) {
  return directory / "head";
}
fs::path logPath(const fs::path& directory) {
  return directory / "log";
}

// True when the folder has nothing that a new database could destroy.
bool mayCreateIn(const fs::path& folder) {
  std::error_code failed;
  for (const auto& file : fs::directory_iterator(folder, failed)) {
    const std::string extension = file.path().extension().string();
    if (file.path().filename() == "CURRENT" || extension == ".sst" || extension == ".log") return false;
  }
  return true;
}

// What the head file says; nothing where there is none.
Result<std::optional<StoredHead>> promisedHead(const fs::path& directory) {
  auto stored = readHeadFile(headPath(directory));
  if (!stored && stored.error().code == ErrorCode::kNotFound) return std::optional<StoredHead>{};
  if (!stored) return stored.error();
  return std::optional<StoredHead>(std::move(stored).value());
}

Error gapAt(Position position) {
  return positionsMissing(position, position, "no stored frame covers it");
}

}  // namespace

RocksdbLog::RocksdbLog(fs::path directory, std::unique_ptr<RocksdbEngine> engine, const LogOptions& options)
    : directory_(std::move(directory)),
      notices_(options.notices != nullptr ? *options.notices : noNotices()),
      slow_sync_(options.slow_sync),
      engine_(std::move(engine)) {}

Result<std::unique_ptr<RocksdbLog>> RocksdbLog::open(const fs::path& directory, const LogOptions& options) {
  if (options.mode == LogMode::kWrite) return openOnce(directory, options);
  // Files move under a reader while a writer flushes and compacts; what looks damaged for that reason
  // is whole at the next look.
  constexpr int kLooks = 6;
  for (int look = 1;; ++look) {
    auto log = openOnce(directory, options);
    if (log || look == kLooks || log.error().reason == "LOG_MISSING") return log;
    std::this_thread::sleep_for(std::chrono::milliseconds(10 * look));
  }
}

Result<std::unique_ptr<RocksdbLog>> RocksdbLog::openOnce(const fs::path& directory, const LogOptions& options) {
  const bool writing = options.mode == LogMode::kWrite;
  if (writing) ASAR_TRY(makeFolders(directory));
  // Before the database, so that a writer beside us can only have put more into it since.
  auto stored = promisedHead(directory);
  if (!stored) return stored.error();
  const bool fresh = !*stored && mayCreateIn(logPath(directory));
  if (fresh && !writing) {
    return Error{ErrorCode::kNotFound, "LOG_MISSING", "there is no log in " + directory.string()};
  }
  auto engine = RocksdbEngine::open(logPath(directory), options.mode, fresh);
  if (!engine) return engine.error();
  std::unique_ptr<RocksdbLog> log(new RocksdbLog(directory, std::move(engine).value(), options));
  if (writing) stored = promisedHead(directory);  // final now: nobody else holds the lock
  if (!stored) return stored.error();
  ASAR_TRY(log->check(*stored, options.rehash));
  if (writing) ASAR_TRY(log->adoptHeadFile(stored->has_value()));
  return log;
}

Result<void> RocksdbLog::check(const std::optional<StoredHead>& stored, bool rehash) {
  LogCheck check(stored ? std::optional(stored->newest) : std::nullopt, rehash);
  const auto walked = engine_->walk(frameKey(0), {}, kReadAhead, [&](ByteView key, ByteView value) -> Result<bool> {
    if (auto added = check.add(key, value); !added) return added.error();
    return true;
  });
  if (!walked) return walked.error();
  auto end = check.finish();
  if (!end) return end.error();
  sealed_ = *end;
  frontier_ = check.frontier();
  if (stored) warnings_ = stored->warnings;
  for (const std::string& warning : warnings_) notices_.say(NoticeLevel::kWarn, "log.head_slot", {{"why", warning}});
  // A crash came between the sync of the log and that of the head file: normal, and all of it is kept.
  const Position promised = stored ? stored->newest.head.size : 0;
  if (stored && sealed_.head.size > promised)
    notices_.say(NoticeLevel::kInfo, "log.recovered", {{"entries", sealed_.head.size - promised}});
  return {};
}

// Brings the head file up to the log: a crash may have come between the two. It is written even where it
// reads right, for after a failed sync the system may show bytes that never reached the disk.
Result<void> RocksdbLog::adoptHeadFile(bool exists) {
  if (!exists) ASAR_TRY(HeadFile::create(headPath(directory_), sealed_));
  auto file = HeadFile::open(headPath(directory_));
  if (!file) return file.error();
  head_file_ = std::move(file).value();
  return head_file_->write(sealed_);
}

AppendResult RocksdbLog::append(std::span<const Encoded> batch, const Head& expected, Deadline deadline) {
  if (auto why = rejectionOf(batch)) return {AppendStatus::kRejected, head(), *why};
  const std::unique_lock writing(append_mutex_, deadline);
  const Head before = head();
  if (!writing || std::chrono::steady_clock::now() > deadline) {
    return {AppendStatus::kUnavailable, before, "the deadline passed before the batch had its turn"};
  }
  if (!head_file_) return {AppendStatus::kUnavailable, before, "this log was opened for reading only"};
  if (auto why = stopped()) return {AppendStatus::kUnavailable, before, *why};
  if (expected == before) return write(batch, expected);
  const auto repeated = alreadyThere(*this, before, batch, expected);
  if (!repeated) return {AppendStatus::kUnavailable, before, repeated.error().message};
  if (*repeated) return {AppendStatus::kCommitted, headAfter(expected, batch), ""};
  return {AppendStatus::kConflict, before, conflictMessage(expected, before)};
}

AppendResult RocksdbLog::write(std::span<const Encoded> batch, const Head& expected) {
  Frontier next = frontier_;
  for (const Encoded& entry : batch) next.push(entry.hash);
  const SealedHead sealed{headAfter(expected, batch), next.root()};
  const auto begun = std::chrono::steady_clock::now();
  if (auto put = engine_->put(frameKey(expected.size), encodeFrame(batch)); !put) return stop(expected, put.error());
  if (auto written = head_file_->write(sealed); !written) return stop(expected, written.error());
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
  if (took >= slow_sync_)
    notices_.say(NoticeLevel::kWarn, "log.slow_sync", {{"ms", took.count()}, {"entries", batch.size()}});
  frontier_ = std::move(next);
  {
    const std::scoped_lock lock(mutex_);
    sealed_ = sealed;
  }
  grown_.notify_all();
  return {AppendStatus::kCommitted, sealed.head, ""};
}

AppendResult RocksdbLog::stop(const Head& before, const Error& error) {
  notices_.say(NoticeLevel::kError, "log.stopped", {{"why", error.message}, {"size", before.size}});
  const std::scoped_lock lock(mutex_);
  stopped_ = error.message;
  return {AppendStatus::kUnknown, before,
          error.message + "; the batch may or may not be stored: open the log again and offer it once more"};
}

std::optional<std::string> RocksdbLog::stopped() {
  const std::scoped_lock lock(mutex_);
  if (!stopped_) stopped_ = engine_->failure();
  if (!stopped_) return std::nullopt;
  return "the log stopped after a failed write (" + *stopped_ + "); open it again";
}

Result<void> RocksdbLog::visitFrames(Position from, Position before, std::size_t read_ahead,
                                     const std::function<bool(const FrameView&)>& visit) {
  Position next = from;
  bool more = true;
  const auto take = [&](ByteView key, ByteView value) -> Result<bool> {
    const auto first = parseFrameKey(key);
    if (!first) return first.error();
    const auto frame = FrameView::parse(*first, value);
    if (!frame) return frame.error();
    if (frame->first() > next || frame->end() <= next) return gapAt(next);
    next = frame->end();
    more = visit(*frame) && next < before;
    return more;
  };
  if (auto walked = engine_->walk(frameKey(from), frameKey(before), read_ahead, take); !walked) return walked.error();
  if (more) return gapAt(next);
  return {};
}

Result<Page> RocksdbLog::read(Position from, std::size_t max_bytes) {
  const Position size = head().size;
  Page page{from, {}};
  if (from >= size) return page;
  std::size_t total = 0;
  ASAR_TRY(visitFrames(from, size, std::min(max_bytes, kReadAhead), [&](const FrameView& frame) {
    for (Position at = from + page.entries.size(); at < frame.end(); ++at) {
      const std::size_t index = at - frame.first();
      total += frame.body(index).size();
      if (total > max_bytes && !page.entries.empty()) return false;
      page.entries.push_back(frame.entry(index));
    }
    return true;
  }));
  return page;
}

Result<std::vector<Digest>> RocksdbLog::leafHashes(Position first, std::size_t count) {
  const Position size = head().size;
  if (first > size || count > size - first) return pastTheEnd(first, count, size);
  std::vector<Digest> hashes;
  if (count == 0) return hashes;
  hashes.reserve(count);
  ASAR_TRY(visitFrames(first, size, count < limits::kBatchEntriesMax ? 0 : kReadAhead, [&](const FrameView& frame) {
    for (Position at = first + hashes.size(); at < frame.end() && hashes.size() < count; ++at) {
      hashes.push_back(frame.hash(at - frame.first()));
    }
    return hashes.size() < count;
  }));
  return hashes;
}

Head RocksdbLog::head() {
  return sealedHead().head;
}

SealedHead RocksdbLog::sealedHead() {
  const std::scoped_lock lock(mutex_);
  return sealed_;
}

Result<bool> RocksdbLog::waitFor(Position after, Deadline deadline) {
  {
    std::unique_lock lock(mutex_);
    if (head_file_) return grown_.wait_until(lock, deadline, [&] { return sealed_.head.size > after; });
    if (sealed_.head.size > after) return true;
  }
  while (true) {
    const auto stored = readHeadFile(headPath(directory_));
    if (!stored) return stored.error();
    if (stored->newest.head.size > after) return true;
    const auto now = std::chrono::steady_clock::now();
    if (now >= deadline) return false;
    std::this_thread::sleep_until(std::min(deadline, now + std::chrono::milliseconds(20)));
  }
}

// The head file comes last: without it a copy that was broken off does not open.
Result<SealedHead> RocksdbLog::backup(const fs::path& directory) {
  ASAR_TRY(makeFolders(directory));
  for (const fs::path& there : {logPath(directory), headPath(directory)}) {
    std::error_code ignored;
    if (fs::symlink_status(there, ignored).type() == fs::file_type::not_found) continue;
    return Error{ErrorCode::kInvalid, "NOT_EMPTY",
                 "a backup needs a folder without a log; " + there.string() + " exists"};
  }
  if (!head_file_) return copyFrames(directory);
  const std::scoped_lock writing(append_mutex_);
  if (auto why = stopped()) return Error{ErrorCode::kUnavailable, "LOG_STOPPED", *why};
  const SealedHead sealed = sealedHead();
  ASAR_TRY(engine_->checkpoint(logPath(directory)));
  ASAR_TRY(HeadFile::create(headPath(directory), sealed));
  return sealed;
}

// A database that is open read-only cannot be linked; its frames are appended to a new log instead, which takes its
// place when all of them are in it.
Result<SealedHead> RocksdbLog::copyFrames(const fs::path& directory) {
  const fs::path begun = directory / "copying";
  auto copied = appendFramesTo(begun);
  if (!copied) return copied;
  std::error_code failed;
  fs::rename(logPath(begun), logPath(directory), failed);
  if (!failed) ASAR_TRY(syncFolder(directory));
  if (!failed) fs::rename(headPath(begun), headPath(directory), failed);
  if (!failed) fs::remove(begun, failed);
  if (failed) {
    return Error{ErrorCode::kUnavailable, "LOG_IO",
                 "the copy in " + begun.string() + " could not take its place: " + failed.message()};
  }
  ASAR_TRY(syncFolder(directory));
  return copied;
}

Result<SealedHead> RocksdbLog::appendFramesTo(const fs::path& directory) {
  auto copy = open(directory, {LogMode::kWrite, false});
  if (!copy) return copy.error();
  const Position size = head().size;
  if (size == 0) return (*copy)->sealedHead();
  std::optional<std::string> failed;
  ASAR_TRY(visitFrames(0, size, kReadAhead, [&](const FrameView& frame) {
    std::vector<Encoded> batch;
    for (std::size_t i = 0; i < frame.size(); ++i) batch.push_back(frame.entry(i));
    const AppendResult result = (*copy)->append(batch, (*copy)->head(), Deadline::max());
    if (result.status != AppendStatus::kCommitted) failed = result.message;
    return !failed;
  }));
  if (failed) return Error{ErrorCode::kUnavailable, "LOG_IO", "the copy could not be written: " + *failed};
  return (*copy)->sealedHead();
}

Result<SealedHead> verifyCopy(const fs::path& directory) {
  auto log = RocksdbLog::open(directory, {LogMode::kReadOnly, /*rehash=*/true});
  if (!log) return log.error();
  return (*log)->sealedHead();
}

}  // namespace ledger
