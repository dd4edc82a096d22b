#include "ledger/log/rocksdb_log.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <map>
#include <thread>

#include "ledger/base/file_io.h"
#include "tests/ledger/log/entries.h"
#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

namespace fs = std::filesystem;
using tests::entriesOf;
using tests::entryOf;
using tests::soon;

constexpr LogOptions kWriting{.mode = LogMode::kWrite};
constexpr LogOptions kReading{.mode = LogMode::kReadOnly};

class RocksdbLogTest : public testing::Test {
 protected:
  std::unique_ptr<RocksdbLog> opened(const LogOptions& options = kWriting) {
    auto log = RocksdbLog::open(at_, options);
    EXPECT_TRUE(log) << log.error().message;
    return log ? std::move(log).value() : nullptr;
  }
  static void add(RocksdbLog& log, const std::string& name, std::size_t count) {
    const AppendResult result = log.append(entriesOf(name, count), log.head(), soon());
    ASSERT_EQ(result.status, AppendStatus::kCommitted) << result.message;
  }
  void fill(std::size_t batches) {
    auto log = opened();
    for (std::size_t i = 0; i < batches; ++i) add(*log, "batch " + std::to_string(i), 10);
  }
  Error refused(const LogOptions& options) {
    const auto log = RocksdbLog::open(at_, options);
    EXPECT_FALSE(log);
    return log ? Error{} : log.error();
  }
  void expectRefused(const std::string& reason, const std::string& part) {
    for (const LogOptions& options : {kReading, kWriting}) {
      const Error error = refused(options);
      EXPECT_EQ(error.code, ErrorCode::kCorrupt);
      EXPECT_EQ(error.reason, reason);
      EXPECT_NE(error.message.find(part), std::string::npos) << error.message;
    }
  }

  tests::TempFolder folder_;
  fs::path at_ = folder_ / "data";
};

TEST_F(RocksdbLogTest, AFreshFolderBecomesAnEmptyLogOnlyForAWriter) {
  EXPECT_EQ(refused(kReading).reason, "LOG_MISSING");
  EXPECT_FALSE(fs::exists(at_));
  EXPECT_EQ(opened()->head(), Head{});
  EXPECT_EQ(opened(kReading)->head(), Head{});
  EXPECT_EQ(opened()->sealedHead().root, sha256(ByteView{}));
}

TEST_F(RocksdbLogTest, ReopeningFindsEverythingAndTheSameRoot) {
  SealedHead before;
  {
    auto log = opened();
    for (int i = 0; i < 7; ++i) add(*log, std::to_string(i), 5);
    before = log->sealedHead();
  }
  for (const LogOptions& options : {kWriting, kReading, LogOptions{.rehash = true}}) {
    auto log = opened(options);
    EXPECT_EQ(log->sealedHead(), before);
    EXPECT_TRUE(log->warnings().empty());
    EXPECT_EQ(log->read(33, 1000)->entries.size(), 2u);
  }
}

TEST_F(RocksdbLogTest, ALogLongerThanItsHeadFileIsTakenUp) {
  fill(2);
  const Bytes old_head = *readWholeFile(at_ / "head", 1 << 20);
  fill(3);
  ASSERT_TRUE(writeFileAtomically(at_ / "head", old_head));
  EXPECT_EQ(opened(kReading)->head().size, 50u);
  EXPECT_EQ(readHeadFile(at_ / "head")->newest.head.size, 20u);
  EXPECT_EQ(opened()->head().size, 50u);
  EXPECT_EQ(readHeadFile(at_ / "head")->newest.head.size, 50u);
}

TEST_F(RocksdbLogTest, ALogShorterThanItsHeadFileIsRefusedWithTheMissingPositions) {
  fill(2);
  fs::copy(at_, folder_ / "old", fs::copy_options::recursive);
  fill(3);
  fs::remove_all(at_ / "log");
  fs::copy(folder_ / "old" / "log", at_ / "log", fs::copy_options::recursive);
  expectRefused("POSITIONS_MISSING", "positions 20 to 49 are missing");
}

TEST_F(RocksdbLogTest, AnotherLogUnderTheHeadFileIsRefused) {
  fill(3);
  const fs::path mine = std::exchange(at_, folder_ / "other");
  add(*opened(), "other", 30);
  at_ = mine;
  fs::remove_all(at_ / "log");
  fs::copy(folder_ / "other" / "log", at_ / "log", fs::copy_options::recursive);
  expectRefused("HEAD_DIFFERS", "first 30 entries");
}

TEST_F(RocksdbLogTest, AMissingHeadFileIsRefused) {
  fill(3);
  fs::remove(at_ / "head");
  expectRefused("HEAD_MISSING", "30 entries");
}

TEST_F(RocksdbLogTest, AMissingDatabaseIsNeverReplacedByANewOne) {
  fill(1);
  fs::rename(at_ / "log" / "CURRENT", at_ / "current");
  EXPECT_EQ(refused(kWriting).code, ErrorCode::kCorrupt);
  fs::rename(at_ / "head", at_ / "head.kept");
  EXPECT_EQ(refused(kWriting).code, ErrorCode::kCorrupt);
  fs::rename(at_ / "head.kept", at_ / "head");
  fs::rename(at_ / "current", at_ / "log" / "CURRENT");
  EXPECT_EQ(opened()->head().size, 10u);
  fs::remove_all(at_ / "log");
  EXPECT_EQ(refused(kWriting).code, ErrorCode::kCorrupt);
}

// RocksDB itself blames the manifest where it cannot open a table.
TEST_F(RocksdbLogTest, ALinkInItsPlaceOrToOneOfItsFilesIsRefused) {
  fill(3);
  fs::create_hard_link(at_ / "log" / "CURRENT", at_ / "second name");  // as backups have of tables
  opened();
  fs::rename(at_ / "log" / "CURRENT", at_ / "current");
  fs::create_symlink(at_ / "current", at_ / "log" / "CURRENT");
  for (const LogOptions& options : {kReading, kWriting})
    EXPECT_EQ(RocksdbLog::open(at_, options).error().reason, "LOG_LINKED");
  fs::rename(at_ / "current", at_ / "log" / "CURRENT");
  fs::rename(at_ / "log", at_ / "elsewhere");
  fs::create_directory_symlink(at_ / "elsewhere", at_ / "log");
  for (const LogOptions& options : {kReading, kWriting})
    EXPECT_EQ(RocksdbLog::open(at_, options).error().reason, "LOG_LINKED");
}

TEST_F(RocksdbLogTest, ADamagedTableIsNamed) {
  fill(3);
  opened();  // what was in the write-ahead log is in a table now
  fs::path table;
  for (const auto& file : fs::directory_iterator(at_ / "log"))
    if (file.path().extension() == ".sst") table = file.path();
  ASSERT_FALSE(table.empty());
  const auto size = static_cast<std::streamoff>(fs::file_size(table));
  int refusals = 0;
  for (std::streamoff at = std::max<std::streamoff>(0, size - 1500); at < size; at += 31) {
    std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
    const int byte = file.seekg(at).get();
    file.seekp(at).put(static_cast<char>(byte ^ 1)).flush();
    if (const auto log = RocksdbLog::open(at_, kReading); !log) {
      ++refusals;
      EXPECT_NE(log.error().message.find(table.filename().string()), std::string::npos) << log.error().message;
    }
    file.seekp(at).put(static_cast<char>(byte)).flush();
  }
  EXPECT_GT(refusals, 5);
}

TEST_F(RocksdbLogTest, ADamagedHeadSlotIsAWarningAndIsRewrittenByAWriter) {
  fill(3);
  for (const std::size_t slot : {0u, 1u}) {
    Bytes head = *readWholeFile(at_ / "head", 1 << 20);
    head[slot * kHeadSlotBytes + 20] ^= 1;
    ASSERT_TRUE(writeFileAtomically(at_ / "head", head));
    EXPECT_EQ(opened(kReading)->warnings().size(), 1u);
    EXPECT_EQ(opened()->warnings().size(), 1u);
    EXPECT_TRUE(opened()->warnings().empty());
    EXPECT_EQ(opened()->head().size, 30u);
  }
}

// Keeps the names, and of each notice the first number among its fields.
class Heard final : public Notices {
 public:
  void say(NoticeLevel level, std::string_view name, std::initializer_list<NoticeField> fields) override {
    if (level == NoticeLevel::kDebug) return;
    auto& number = said_[std::string(name)];
    for (const NoticeField& field : fields) {
      if (const auto* value = std::get_if<std::int64_t>(&field.value); value != nullptr && field.name == "entries")
        number = *value;
    }
  }
  bool has(const std::string& name) const { return said_.contains(name); }
  std::int64_t entriesOf(const std::string& name) const { return said_.at(name); }

 private:
  std::map<std::string, std::int64_t> said_;
};

TEST_F(RocksdbLogTest, ADamagedHeadSlotAndWhatACrashLeftAreSaid) {
  fill(1);
  opened();  // both slots name the same size now
  Bytes head = *readWholeFile(at_ / "head", 1 << 20);
  head[20] ^= 1;
  fill(2);
  ASSERT_TRUE(writeFileAtomically(at_ / "head", head));
  Heard heard, after;
  ASSERT_TRUE(opened({.notices = &heard}));
  EXPECT_TRUE(heard.has("log.head_slot"));
  ASSERT_TRUE(heard.has("log.recovered"));
  EXPECT_EQ(heard.entriesOf("log.recovered"), 20);
  ASSERT_TRUE(opened({.notices = &after}));
  EXPECT_FALSE(after.has("log.head_slot"));
  EXPECT_FALSE(after.has("log.recovered"));
}

TEST_F(RocksdbLogTest, ASyncIsSaidToBeSlowFromTheNamedTimeOn) {
  using std::chrono::milliseconds;
  for (const auto slow : {milliseconds(0), milliseconds(3'600'000)}) {
    Heard heard;
    add(*opened({.notices = &heard, .slow_sync = slow}), "batch", 3);
    EXPECT_EQ(heard.has("log.slow_sync"), slow.count() == 0);
  }
}

TEST_F(RocksdbLogTest, ASecondWriterIsLockedOutAndTheFirstGoesOn) {
  auto log = opened();
  const Error error = refused(kWriting);
  EXPECT_EQ(error.code, ErrorCode::kUnavailable);
  EXPECT_EQ(error.reason, "LOCKED");
  add(*log, "still", 1);
}

TEST_F(RocksdbLogTest, AReaderSeesTheMomentOfOpeningWhileTheWriterGoesOn) {
  auto writer = opened();
  add(*writer, "first", 5);
  auto reader = opened(kReading);
  EXPECT_EQ(reader->head(), writer->head());
  EXPECT_FALSE(*reader->waitFor(5, std::chrono::steady_clock::now() + std::chrono::milliseconds(30)));
  add(*writer, "second", 5);
  EXPECT_TRUE(*reader->waitFor(5, soon()));
  EXPECT_EQ(reader->read(0, 1 << 20)->entries.size(), 5u);
  EXPECT_EQ(reader->append(entriesOf("no", 1), reader->head(), soon()).status, AppendStatus::kUnavailable);
  EXPECT_EQ(opened(kReading)->head().size, 10u);
}

TEST_F(RocksdbLogTest, ReadersOpenAtAnyMomentOfABusyWriter) {
  fill(1);
  std::atomic<bool> done{false};
  std::thread writing([&] {
    for (int round = 0; round < 6 && !done; ++round) {  // reopening flushes and moves files under the readers
      auto writer = opened();
      for (int i = 0; i < 30; ++i) add(*writer, std::to_string(i), 20);
    }
    done = true;
  });
  Position last = 0;
  for (int opens = 0; !done || opens < 5; ++opens) {
    auto reader = opened({LogMode::kReadOnly, true});
    ASSERT_NE(reader, nullptr);
    EXPECT_GE(reader->head().size, last);
    last = reader->head().size;
  }
  writing.join();
  EXPECT_EQ(opened(kReading)->head().size, 10u + 6 * 30 * 20);
}

// Files of this process may not grow beyond `bytes` while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

TEST_F(RocksdbLogTest, AFailedWriteStopsTheLogUntilItIsOpenedAgain) {
  auto log = opened();
  add(*log, "first", 10);
  const Head before = log->head();
  const std::vector<Encoded> heavy(20, entryOf(Bytes(60'000, 5)));
  {
    const FileSizeLimit limit(64 << 10);
    const AppendResult result = log->append(heavy, before, soon());
    EXPECT_EQ(result.status, AppendStatus::kUnknown);
    EXPECT_EQ(result.head, before);
  }
  const AppendResult after = log->append(entriesOf("after", 1), before, soon());
  EXPECT_EQ(after.status, AppendStatus::kUnavailable);
  EXPECT_NE(after.message.find("open it again"), std::string::npos) << after.message;
  EXPECT_EQ(log->read(0, 1 << 20)->entries.size(), 10u);
  EXPECT_FALSE(log->backup(folder_ / "copy"));
  log.reset();
  log = opened();
  EXPECT_EQ(log->append(heavy, before, soon()).status, AppendStatus::kCommitted);
  EXPECT_EQ(log->head().size, 30u);
}

TEST_F(RocksdbLogTest, AFailedHeadFileStopsTheLogAndTheBatchIsFoundOnce) {
  auto log = opened();
  const auto batch = entriesOf("first", 10);
  {
    const FileSizeLimit limit(kHeadSlotBytes - 1);  // room for the frame, none for a slot
    EXPECT_EQ(log->append(batch, Head{}, soon()).status, AppendStatus::kUnknown);
  }
  EXPECT_EQ(log->append(batch, Head{}, soon()).status, AppendStatus::kUnavailable);
  log.reset();
  log = opened();
  EXPECT_EQ(log->append(batch, Head{}, soon()).status, AppendStatus::kCommitted);
  EXPECT_EQ(log->head().size, 10u);
}

TEST_F(RocksdbLogTest, ABackupIsTheSameLogTakenBesideOrByTheWriter) {
  auto writer = opened();
  for (int i = 0; i < 5; ++i) add(*writer, std::to_string(i), 100);
  const auto by_writer = writer->backup(folder_ / "a");
  const auto by_reader = opened(kReading)->backup(folder_ / "b");
  add(*writer, "later", 1);
  for (const auto& [made, name] : {std::pair(by_writer, "a"), std::pair(by_reader, "b")}) {
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->head.size, 500u);
    const auto verified = verifyCopy(folder_ / name);
    ASSERT_TRUE(verified) << verified.error().message;
    EXPECT_EQ(*verified, *made);
  }
  EXPECT_EQ(*by_writer, *by_reader);
  EXPECT_EQ(writer->backup(folder_ / "a").error().reason, "NOT_EMPTY");
}

TEST_F(RocksdbLogTest, ACopyThatWasBrokenOffNeverOpensAsAShorterLog) {
  auto writer = opened();
  for (int i = 0; i < 5; ++i) add(*writer, std::to_string(i), 100);
  // Whatever of it is there: frames without the place they are to have, or that place without its head file.
  ASSERT_TRUE(opened(kReading)->backup(folder_ / "made"));
  fs::create_directories(folder_ / "frames" / "copying");
  fs::copy(folder_ / "made", folder_ / "frames" / "copying", fs::copy_options::recursive);
  fs::create_directories(folder_ / "headless");
  fs::copy(folder_ / "made" / "log", folder_ / "headless" / "log", fs::copy_options::recursive);
  EXPECT_EQ(verifyCopy(folder_ / "frames").error().reason, "LOG_MISSING");
  EXPECT_EQ(verifyCopy(folder_ / "headless").error().reason, "HEAD_MISSING");
  EXPECT_FALSE(fs::exists(folder_ / "made" / "copying"));
}

TEST_F(RocksdbLogTest, ACopyWithARewrittenBodyIsFound) {
  {
    auto log = opened();
    auto forged = entriesOf("entry", 3);
    forged[1].body[0] ^= 1;
    ASSERT_EQ(log->append(forged, Head{}, soon()).status, AppendStatus::kCommitted);
  }
  EXPECT_EQ(verifyCopy(at_).error().reason, "LEAF_DIFFERS");
}

}  // namespace
}  // namespace ledger
