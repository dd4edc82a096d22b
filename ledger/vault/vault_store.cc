#include "ledger/vault/vault_store.h"

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <fstream>
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

Error errorOf(const rocksdb::Status& status, const std::filesystem::path& folder) {
  const std::string text = status.ToString();
  const std::string where = "the vault in " + folder.string();
  if (status.IsIOError() && (text.find("While lock file") != std::string::npos ||
                             text.find("lock hold by current process") != std::string::npos)) {
    return {ErrorCode::kUnavailable, "LOCKED", where + " is open for writing elsewhere; only one writer may have it"};
  }
  if (status.IsNoSpace()) return {ErrorCode::kUnavailable, "DISK_FULL", "no space is left for " + where + ": " + text};
  if (status.IsIOError()) return {ErrorCode::kUnavailable, "VAULT_IO", where + " cannot be used: " + text};
  return {ErrorCode::kCorrupt, "VAULT_DAMAGED",
          where + " is damaged: " + text + "; its newest copy of the same generation can take its place"};
}

// Its own diary would name keys.
class NoDiary final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char* /*format*/, va_list /*arguments*/) override {}
};

rocksdb::Options optionsOf(bool create) {
  rocksdb::Options options;
  options.create_if_missing = create;
  options.error_if_exists = create;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.paranoid_checks = true;
  options.max_bgerror_resume_count = 0;
  options.info_log = std::make_shared<NoDiary>();
  // No deleted row may live on: no archive of write-ahead logs, none reused with its old tail, no values in files
  // that compaction does not rewrite, and a manifest (it names first and last keys) that never grows old.
  options.WAL_ttl_seconds = 0;
  options.WAL_size_limit_MB = 0;
  options.recycle_log_file_num = 0;
  options.enable_blob_files = false;
  options.max_manifest_file_size = kMiB;
  options.compression = rocksdb::kNoCompression;
  options.write_buffer_size = 8 * kMiB;
  options.max_background_jobs = 1;
  rocksdb::BlockBasedTableOptions table;
  table.checksum = rocksdb::kXXH3;
  table.format_version = 5;
  table.block_restart_interval = 1;  // keys stand in full, so that a search for what is left of one is not blind
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return options;
}

Result<std::unique_ptr<rocksdb::DB>> openAt(const std::filesystem::path& folder, VaultStore::Mode mode) {
  const rocksdb::Options options = optionsOf(mode == VaultStore::Mode::kCreate);
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status = mode == VaultStore::Mode::kReadOnly
                                     ? rocksdb::DB::OpenForReadOnly(options, folder.string(), &db)
                                     : rocksdb::DB::Open(options, folder.string(), &db);
  if (!status.ok()) return errorOf(status, folder);
  return std::unique_ptr<rocksdb::DB>(db);
}

}  // namespace

struct VaultStore::State {
  std::filesystem::path folder;
  std::unique_ptr<rocksdb::DB> db;
};

VaultStore::VaultStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
VaultStore::~VaultStore() = default;

Result<std::unique_ptr<VaultStore>> VaultStore::open(const std::filesystem::path& folder, Mode mode) {
  auto db = openAt(folder, mode);
  if (!db) return db.error();
  return std::unique_ptr<VaultStore>(new VaultStore(std::make_unique<State>(State{folder, std::move(*db)})));
}

Result<std::optional<Bytes>> VaultStore::get(ByteView key) {
  std::string value;
  const rocksdb::Status status = state_->db->Get(rocksdb::ReadOptions(), sliceOf(key), &value);
  if (status.IsNotFound()) return std::optional<Bytes>();
  if (!status.ok()) return errorOf(status, state_->folder);
  return std::optional(toBytes(asBytes(value)));
}

Result<void> VaultStore::walk(ByteView prefix, const Visitor& visit) {
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> at(state_->db->NewIterator(options));
  const rocksdb::Slice wanted = sliceOf(prefix);
  for (at->Seek(wanted); at->Valid() && at->key().starts_with(wanted); at->Next()) {
    const auto more = visit(viewOf(at->key()), viewOf(at->value()));
    if (!more) return more.error();
    if (!*more) return {};
  }
  if (!at->status().ok()) return errorOf(at->status(), state_->folder);
  return {};
}

Result<void> VaultStore::write(const std::vector<VaultRow>& rows) {
  rocksdb::WriteBatch batch;
  for (const VaultRow& row : rows) {
    const rocksdb::Status added =
        row.value ? batch.Put(sliceOf(row.key), sliceOf(*row.value)) : batch.Delete(sliceOf(row.key));
    ASAR_CHECK(added.ok());
  }
  rocksdb::WriteOptions options;
  options.sync = true;
  const rocksdb::Status status = state_->db->Write(options, &batch);
  if (!status.ok()) return errorOf(status, state_->folder);
  return {};
}

Result<void> VaultStore::scrub() {
  rocksdb::FlushOptions flush;
  flush.wait = true;
  rocksdb::Status status = state_->db->Flush(flush);
  rocksdb::CompactRangeOptions all;
  all.exclusive_manual_compaction = true;
  all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  if (status.ok()) status = state_->db->CompactRange(all, nullptr, nullptr);
  if (status.ok()) status = state_->db->Close();
  if (!status.ok()) return errorOf(status, state_->folder);
  state_->db.reset();
  // Opening writes a new manifest and removes the files that nothing needs any more.
  auto again = openAt(state_->folder, Mode::kWrite);
  if (!again) return again.error();
  state_->db = std::move(*again);
  return {};
}

Result<std::size_t> filesHolding(const std::filesystem::path& folder, ByteView needle) {
  std::size_t count = 0;
  std::error_code failed;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder, failed)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (in.bad()) return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", file.path().string() + " cannot be read"};
    if (text.find(asText(needle)) != std::string::npos) ++count;
  }
  if (failed) return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", folder.string() + ": " + failed.message()};
  return count;
}

}  // namespace ledger
