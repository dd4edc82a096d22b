// VaultStore — RocksDB reduced to what the vault needs: few rows, and deleting that leaves nothing behind.
//
// Shape    byte keys in byte order. write() returns when all changes are synced, all or none. scrub() rewrites every
//          file, so that no deleted or replaced row is left in any of them.
// Errors   kUnavailable LOCKED, DISK_FULL, VAULT_IO; kCorrupt VAULT_DAMAGED.
// Threads  one at a time.
// Source   RocksDB 7.8; why each option has its value stands in vault_store.cc.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "ledger/base/bytes.h"

namespace ledger {

struct VaultRow {
  Bytes key;
  std::optional<Bytes> value;  // none: the row is deleted
};

class VaultStore {
 public:
  enum class Mode { kCreate, kWrite, kReadOnly };
  // Takes one pair; false ends the walk. The views die when it returns.
  using Visitor = std::function<Result<bool>(ByteView key, ByteView value)>;

  static Result<std::unique_ptr<VaultStore>> open(const std::filesystem::path& folder, Mode mode);
  ~VaultStore();
  VaultStore(const VaultStore&) = delete;
  VaultStore& operator=(const VaultStore&) = delete;

  Result<std::optional<Bytes>> get(ByteView key);
  Result<void> walk(ByteView prefix, const Visitor& visit);
  Result<void> write(const std::vector<VaultRow>& rows);
  // Requires that no walk is under way.
  Result<void> scrub();

 private:
  struct State;
  explicit VaultStore(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// How many files of the folder hold these bytes.
Result<std::size_t> filesHolding(const std::filesystem::path& folder, ByteView needle);

}  // namespace ledger
