#include "tools/bench/append_peers.h"

#include <fcntl.h>
#include <rocksdb/db.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>

#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::AppendStatus;
using ledger::Bytes;
using ledger::ByteView;
using ledger::Deadline;
using ledger::Digest;
using ledger::Encoded;
using ledger::ErrorCode;
using ledger::FrameView;
using ledger::parseFrameKey;
using ledger::RocksdbLog;
using ledger::sha256;

void require(bool held, const char* what) {
  if (!held) giveUp({ErrorCode::kUnavailable, "PEER_FAILED", what});
}

rocksdb::Slice sliceOf(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

FrameView viewOf(const StoredFrame& frame) {
  return orGiveUp(FrameView::parse(orGiveUp(parseFrameKey(frame.key)), frame.value));
}

class Sqlite {
 public:
  explicit Sqlite(const std::filesystem::path& file) {
    require(sqlite3_open(file.c_str(), &database_) == SQLITE_OK, "SQLite does not open");
    run("pragma journal_mode=wal");
    run("pragma synchronous=full");
    run("create table entry (position integer primary key, hash blob not null, body blob not null)");
    const char* sql = "insert into entry values (?1, ?2, ?3)";
    require(sqlite3_prepare_v2(database_, sql, -1, &insert_, nullptr) == SQLITE_OK, "SQLite does not prepare");
  }
  ~Sqlite() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  void write(const FrameView& frame) {
    run("begin immediate");
    for (std::size_t i = 0; i < frame.size(); ++i) {
      const ByteView body = frame.body(i);
      chain_ = sha256({chain_.view(), body});
      sqlite3_bind_int64(insert_, 1, static_cast<sqlite3_int64>(frame.first()) + static_cast<sqlite3_int64>(i));
      sqlite3_bind_blob(insert_, 2, chain_.bytes.data(), static_cast<int>(chain_.bytes.size()), SQLITE_STATIC);
      sqlite3_bind_blob(insert_, 3, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
      require(sqlite3_step(insert_) == SQLITE_DONE, "SQLite does not insert");
      sqlite3_reset(insert_);
    }
    run("commit");
  }

 private:
  void run(const char* sql) {
    require(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(database_));
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  Digest chain_;
};

}  // namespace

double secondsOfRawRocksdb(const std::vector<StoredFrame>& frames, const std::filesystem::path& folder) {
  emptyFolder(folder);
  rocksdb::Options options;
  options.create_if_missing = true;
  options.compression = rocksdb::kNoCompression;
  rocksdb::DB* raw = nullptr;
  require(rocksdb::DB::Open(options, (folder / "raw").string(), &raw).ok(), "RocksDB does not open");
  const std::unique_ptr<rocksdb::DB> database(raw);
  const int head = ::open((folder / "head").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  constexpr std::array<char, 8192> kHead{};
  require(head >= 0 && ::pwrite(head, kHead.data(), kHead.size(), 0) == 8192 && ::fsync(head) == 0, "no head file");
  rocksdb::WriteOptions synced;
  synced.sync = true;
  const Stopwatch watch;
  for (const StoredFrame& frame : frames) {
    require(database->Put(synced, sliceOf(frame.key), sliceOf(frame.value)).ok(), "RocksDB does not write");
    require(::pwrite(head, kHead.data(), 4096, 0) == 4096 && ::fdatasync(head) == 0, "the head is not written");
  }
  const double seconds = watch.seconds();
  ::close(head);
  return seconds;
}

double secondsOfSqlite(const std::vector<StoredFrame>& frames, const std::filesystem::path& folder) {
  emptyFolder(folder);
  Sqlite database(folder / "peer.db");
  const Stopwatch watch;
  for (const StoredFrame& frame : frames) database.write(viewOf(frame));
  return watch.seconds();
}

double secondsOfOurLog(const std::vector<StoredFrame>& frames, const std::filesystem::path& folder) {
  emptyFolder(folder);
  auto log = orGiveUp(RocksdbLog::open(folder, {}));
  std::vector<std::vector<Encoded>> batches;
  for (const StoredFrame& frame : frames) {
    const FrameView view = viewOf(frame);
    std::vector<Encoded>& batch = batches.emplace_back();
    for (std::size_t i = 0; i < view.size(); ++i) batch.push_back(view.entry(i));
  }
  const Stopwatch watch;
  for (const auto& batch : batches) {
    require(log->append(batch, log->head(), Deadline::max()).status == AppendStatus::kCommitted, "our log refuses");
  }
  return watch.seconds();
}

}  // namespace tools
