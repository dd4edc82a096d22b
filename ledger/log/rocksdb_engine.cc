#include "ledger/log/rocksdb_engine.h"

#include <rocksdb/convenience.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/file_checksum.h>
#include <rocksdb/listener.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>
#include <rocksdb/table.h>
#include <rocksdb/utilities/checkpoint.h>

#include <mutex>
#include <system_error>

namespace ledger {
namespace {

constexpr std::size_t kMiB = 1 << 20;

rocksdb::Slice sliceOf(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

ByteView viewOf(const rocksdb::Slice& slice) {
  return {reinterpret_cast<const std::uint8_t*>(slice.data()), slice.size()};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// RocksDB says by text alone that another process, or this one, holds the lock.
bool isLocked(const std::string& text) {
  return contains(text, "While lock file") || contains(text, "lock hold by current process");
}

// The files that are read at opening, for the damage whose place RocksDB does not tell: write-ahead
// logs, which come first, and the manifest.
std::string suspectsIn(const std::filesystem::path& folder) {
  std::string logs;
  std::string manifests;
  std::error_code failed;
  for (const auto& file : std::filesystem::directory_iterator(folder, failed)) {
    const std::string name = file.path().filename().string();
    if (file.path().extension() == ".log") logs += name + " or ";
    if (name.starts_with("MANIFEST-")) manifests += name + " of ";
  }
  return logs + manifests + folder.string();
}

Error errorOf(const rocksdb::Status& status, const std::filesystem::path& folder) {
  const std::string text = status.ToString();
  if (status.IsIOError() && isLocked(text)) {
    return {ErrorCode::kUnavailable, "LOCKED",
            "the log in " + folder.string() + " is open for writing elsewhere; only one writer may have it"};
  }
  if (status.IsNoSpace()) {
    return {ErrorCode::kUnavailable, "DISK_FULL", "no space is left for the log in " + folder.string() + ": " + text};
  }
  if (status.IsIOError() && !status.IsPathNotFound() && !contains(text, "No such file")) {
    return {ErrorCode::kUnavailable, "LOG_IO", "the log in " + folder.string() + " cannot be used: " + text};
  }
  const std::string where = contains(text, folder.string()) ? "" : " (in " + suspectsIn(folder) + ")";
  return {ErrorCode::kCorrupt, "LOG_DAMAGED", "the log is damaged: " + text + where};
}

// The first failure, kept for ever: an engine that failed once is not trusted again until it is reopened.
class Failure {
 public:
  void set(const std::string& text) {
    const std::scoped_lock lock(mutex_);
    if (!text_) text_ = text;
  }
  std::optional<std::string> get() const {
    const std::scoped_lock lock(mutex_);
    return text_;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<std::string> text_;
};

class FailStop final : public rocksdb::EventListener {
 public:
  explicit FailStop(std::shared_ptr<Failure> failure) : failure_(std::move(failure)) {}

  void OnBackgroundError(rocksdb::BackgroundErrorReason /*reason*/, rocksdb::Status* status) override {
    failure_->set(status->ToString());
  }
  // Resuming in process has lost and doubled writes; a person reopens instead.
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason /*reason*/, rocksdb::Status /*error*/,
                            bool* auto_recovery) override {
    *auto_recovery = false;
  }

 private:
  std::shared_ptr<Failure> failure_;
};

// No diary: a reader must not touch the folder of a writer, and on a full disk the second line that
// cannot be written trips an assertion in Debian's build and takes the process with it.
class NoDiary final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

rocksdb::BlockBasedTableOptions tableOptions() {
  rocksdb::BlockBasedTableOptions table;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  table.block_size = 64 << 10;
  table.filter_policy = nullptr;  // no key is ever looked up that is not there
  table.index_type = rocksdb::BlockBasedTableOptions::kBinarySearch;
  table.cache_index_and_filter_blocks = true;
  return table;
}

rocksdb::Options optionsOf(bool create, std::shared_ptr<Failure> failure) {
  rocksdb::Options options;
  options.create_if_missing = create;
  // The default mode opens a log whose middle is damaged as if its tail had never been written. This
  // one forgives only the torn last record of a crash; anything else refuses to open.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.paranoid_checks = true;
  options.paranoid_file_checks = true;
  options.verify_sst_unique_id_in_manifest = true;
  options.file_checksum_gen_factory = rocksdb::GetFileChecksumGenCrc32cFactory();
  options.flush_verify_memtable_count = true;
  options.memtable_protection_bytes_per_key = 8;
  // Tracking WALs in the manifest covers closed ones only, and in 7.8 it repeats its records with every
  // synced write and can report a WAL as missing that is not. The head file guards the live tail instead.
  options.track_and_verify_wals_in_manifest = false;
  options.recycle_log_file_num = 0;
  options.wal_compression = rocksdb::kNoCompression;  // its recovery is broken in 7.8
  options.manual_wal_flush = false;
  options.max_total_wal_size = 256 * kMiB;
  options.max_background_jobs = 2;
  options.max_bgerror_resume_count = 0;
  options.bytes_per_sync = kMiB;
  options.max_open_files = -1;
  options.info_log = std::make_shared<NoDiary>();
  // Keys only ascend, so files of a level never overlap and compaction only moves them.
  options.compaction_style = rocksdb::kCompactionStyleLevel;
  options.compression = rocksdb::kNoCompression;
  options.write_buffer_size = 64 * kMiB;
  options.max_write_buffer_number = 4;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(tableOptions()));
  options.listeners.push_back(std::make_shared<FailStop>(std::move(failure)));
  return options;
}

// RocksDB blames the manifest where a table cannot be opened: each table is read to its end, to name the damaged ones.
std::string damagedTables(const rocksdb::Options& options, const std::filesystem::path& folder) {
  std::string names;
  std::error_code failed;
  for (const auto& file : std::filesystem::directory_iterator(folder, failed)) {
    if (file.path().extension() != ".sst") continue;
    const auto status = rocksdb::VerifySstFileChecksum(options, rocksdb::EnvOptions(options), file.path().string());
    if (!status.ok()) names += (names.empty() ? "" : ", ") + file.path().filename().string();
  }
  return names;
}

Error openingError(const rocksdb::Status& status, const rocksdb::Options& options,
                   const std::filesystem::path& folder) {
  Error error = errorOf(status, folder);
  if (error.code != ErrorCode::kCorrupt) return error;
  if (const std::string tables = damagedTables(options, folder); !tables.empty())
    error.message += "; damaged tables: " + tables;
  return error;
}

}  // namespace

struct RocksdbEngine::State {
  std::filesystem::path folder;
  std::shared_ptr<Failure> failure = std::make_shared<Failure>();
  std::unique_ptr<rocksdb::DB> db;
};

RocksdbEngine::RocksdbEngine(std::unique_ptr<State> state) : state_(std::move(state)) {}
RocksdbEngine::~RocksdbEngine() = default;

namespace {

// Behind a symbolic link lies what another folder's owner may change. Tables with two names are those of backups.
Result<void> checkNoLinks(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::path link = std::filesystem::is_symlink(folder, failed) ? folder : std::filesystem::path();
  for (const auto& file : std::filesystem::directory_iterator(folder, failed)) {
    if (link.empty() && file.is_symlink(failed)) link = file.path();
  }
  if (link.empty()) return {};
  return Error{ErrorCode::kRefused, "LOG_LINKED",
               link.string() + " is a symbolic link: move what it leads to into its place, and look who made it"};
}

}  // namespace

Result<std::unique_ptr<RocksdbEngine>> RocksdbEngine::open(const std::filesystem::path& folder, LogMode mode,
                                                           bool create) {
  ASAR_TRY(checkNoLinks(folder));
  auto state = std::make_unique<State>();
  state->folder = folder;
  const rocksdb::Options options = optionsOf(create, state->failure);
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status = mode == LogMode::kWrite ? rocksdb::DB::Open(options, folder.string(), &db)
                                                         : rocksdb::DB::OpenForReadOnly(options, folder.string(), &db);
  if (!status.ok()) return openingError(status, options, folder);
  state->db.reset(db);
  return std::unique_ptr<RocksdbEngine>(new RocksdbEngine(std::move(state)));
}

Result<void> RocksdbEngine::put(ByteView key, ByteView value) {
  rocksdb::WriteOptions options;
  options.sync = true;
  options.protection_bytes_per_key = 8;
  const rocksdb::Status status = state_->db->Put(options, sliceOf(key), sliceOf(value));
  if (status.ok()) return {};
  state_->failure->set(status.ToString());
  return errorOf(status, state_->folder);
}

Result<void> RocksdbEngine::walk(ByteView from, ByteView before, std::size_t read_ahead, const Visitor& visit) {
  const rocksdb::Slice upper = sliceOf(before);
  rocksdb::ReadOptions options;
  options.verify_checksums = true;
  options.fill_cache = false;
  options.readahead_size = read_ahead;
  options.async_io = false;
  if (!before.empty()) options.iterate_upper_bound = &upper;
  const std::unique_ptr<rocksdb::Iterator> at(state_->db->NewIterator(options));
  at->SeekForPrev(sliceOf(from));
  if (!at->Valid() && at->status().ok()) at->SeekToFirst();
  for (; at->Valid(); at->Next()) {
    auto more = visit(viewOf(at->key()), viewOf(at->value()));
    if (!more) return more.error();
    if (!*more) return {};
  }
  if (!at->status().ok()) return errorOf(at->status(), state_->folder);
  return {};
}

Result<void> RocksdbEngine::checkpoint(const std::filesystem::path& folder) {
  rocksdb::Checkpoint* made = nullptr;
  rocksdb::Status status = rocksdb::Checkpoint::Create(state_->db.get(), &made);
  const std::unique_ptr<rocksdb::Checkpoint> owner(made);
  // 0 flushes first: a linked WAL would not be synced to its end.
  if (status.ok()) status = made->CreateCheckpoint(folder.string(), /*log_size_for_flush=*/0);
  if (!status.ok()) return errorOf(status, folder);
  return {};
}

std::optional<std::string> RocksdbEngine::failure() const {
  return state_->failure->get();
}

}  // namespace ledger
