// RocksdbEngine — RocksDB reduced to what a log needs; the one file that knows its library.
//
// Shape    byte keys in byte order. put() returns when the pair is synced. Read-only mode shows the
//          state of the moment of opening and changes nothing on disk, beside a running writer too.
// Errors   kCorrupt LOG_DAMAGED with the file, where RocksDB knows it; kUnavailable LOCKED, DISK_FULL,
//          LOG_IO; kRefused LOG_LINKED where the folder or a file in it is a symbolic link.
// Threads  walk() from any thread; put() and checkpoint() one at a time.
// Source   RocksDB 7.8; why each option has its value stands in rocksdb_engine.cc.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "ledger/base/bytes.h"

namespace ledger {

enum class LogMode { kWrite, kReadOnly };

class RocksdbEngine {
 public:
  // Takes one pair; false ends the walk. The views die when it returns.
  using Visitor = std::function<Result<bool>(ByteView key, ByteView value)>;

  // Without `create` a folder that holds no database is an error.
  static Result<std::unique_ptr<RocksdbEngine>> open(const std::filesystem::path& folder, LogMode mode, bool create);
  ~RocksdbEngine();
  RocksdbEngine(const RocksdbEngine&) = delete;
  RocksdbEngine& operator=(const RocksdbEngine&) = delete;

  // After an error the pair may or may not be there once the database is opened again, and nothing
  // more is written until then.
  Result<void> put(ByteView key, ByteView value);

  // Pairs in order from the last key at or before `from` (or the very first key), up to `before`.
  Result<void> walk(ByteView from, ByteView before, std::size_t read_ahead, const Visitor& visit);

  // A copy that can be opened, in a folder that must not exist yet.
  Result<void> checkpoint(const std::filesystem::path& folder);

  // Why nothing is written any more, once that is so: a failed put, or a failure in the background.
  std::optional<std::string> failure() const;

 private:
  struct State;
  explicit RocksdbEngine(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace ledger
