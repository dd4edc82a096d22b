// Append peers — plain engines that make the same groups durable, each group synced before the next.
//
// Shape    RocksDB: the very frames, with our options' sync, and a head file of 4 KiB synced after each, as the log
//          has one. SQLite: write-ahead log, synchronous=FULL, one row an entry, a SHA-256 chain made in C, one
//          transaction a group. Neither checks signatures, roles or rules, nor keeps a Merkle tree.
// Errors   end the program.
#pragma once

#include <filesystem>
#include <vector>

#include "tools/bench/stored_ledger.h"

namespace tools {

double secondsOfRawRocksdb(const std::vector<StoredFrame>& frames, const std::filesystem::path& folder);
double secondsOfSqlite(const std::vector<StoredFrame>& frames, const std::filesystem::path& folder);
// Our own log without a ledger before it.
double secondsOfOurLog(const std::vector<StoredFrame>& frames, const std::filesystem::path& folder);

}  // namespace tools
