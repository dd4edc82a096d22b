// Database — one SQLite file, its statements and transactions. The only door to SQL.
//
// Shape    write-ahead log: readers see whole transactions while a follower writes. The SQL is the subset that
//          PostgreSQL takes too: bigint, text, bytea, $1, on conflict.
// Errors   kNotFound NO_DATABASE; kUnavailable DATABASE_UNAVAILABLE (disk, lock), DATABASE_IN_USE; kCorrupt
//          DATABASE_DAMAGED: a read model is never mended, it is rebuilt from the log. Wrong SQL or a wrong type is our
//          own bug and stops.
// Threads  a Database and its statements belong to one thread.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace projections {

class Statement {
 public:
  // Parameters $1, $2 … in order; what is bound must outlive step().
  Statement& add(std::int64_t value);
  Statement& add(std::string_view text);
  Statement& add(ledger::ByteView blob);
  Statement& addNull();

  // True while there is a row; after the last one, or on an error, the statement can be bound afresh.
  ledger::Result<bool> step();
  // A statement without rows.
  ledger::Result<void> run();

  // Columns of the row in order; a null reads as 0, "" or nothing. Views live until the next step().
  std::int64_t nextInteger();
  std::string_view nextText();
  ledger::ByteView nextBlob();
  bool isIntegerNext() const;
  // Any value as text that tells types apart: 5, 'five', x'05', null.
  std::string nextLiteral();
  std::string literalAt(int column) const;
  // The values of one column in two rows, in the order in which the database sorts them: null, integers, texts, blobs.
  std::strong_ordering orderAt(int column, const Statement& other) const;
  int columns() const;
  std::string columnName(int column) const;

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3* handle, sqlite3_stmt* statement) : handle_(handle), statement_(statement) {}
  void restart();

  sqlite3* handle_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  int parameter_ = 0;
  int column_ = 0;
};

class Database {
 public:
  enum class Mode { kReadWrite, kReadOnly };

  // Makes the file when it may write; ":memory:" is a database of this object alone.
  static ledger::Result<Database> open(const std::filesystem::path& file, Mode mode = Mode::kReadWrite);
  // With what SQLite keeps beside it; nobody has it open.
  static void remove(const std::filesystem::path& file);
  // `next` becomes `present`, whole and at once; what was there is gone. No object of this program has them open;
  // DATABASE_IN_USE where another program has, and nothing was changed.
  static ledger::Result<void> replace(const std::filesystem::path& present, const std::filesystem::path& next);

  Statement prepare(std::string_view sql);
  // One or more statements without rows or parameters.
  ledger::Result<void> run(std::string_view sql);
  bool hasTable(std::string_view name);
  ledger::Result<std::vector<std::string>> views();
  // Of a table or view, in order; none where there is no such one.
  ledger::Result<std::vector<std::string>> columnsOf(std::string_view name);

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  explicit Database(sqlite3* handle) : handle_(handle) {}

  std::unique_ptr<sqlite3, Closer> handle_;
};

// Rolls back unless committed.
class Transaction {
 public:
  static ledger::Result<Transaction> begin(Database& database);
  // All that is read until its end is of one moment, that of the first read.
  static ledger::Result<Transaction> beginReading(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  ledger::Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace projections
