#include "projections/database.h"

#include <sqlite3.h>

#include <utility>
#include <vector>

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

Error failure(sqlite3* handle, int code) {
  const std::string text = sqlite3_errmsg(handle);
  const int primary = code & 0xff;
  if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) {
    return {ErrorCode::kCorrupt, "DATABASE_DAMAGED",
            "the read database is damaged (" + text + "): run `asar projection rebuild`, the log has everything"};
  }
  return {ErrorCode::kUnavailable, "DATABASE_UNAVAILABLE",
          "the read database cannot go on: " + text + " (SQLite " + std::to_string(code) + ")"};
}

std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement& Statement::add(std::int64_t value) {
  ASAR_CHECK(sqlite3_bind_int64(statement_.get(), ++parameter_, value) == SQLITE_OK);
  return *this;
}

Statement& Statement::add(std::string_view text) {
  // A null pointer would bind null.
  const char* start = text.empty() ? "" : text.data();
  ASAR_CHECK(sqlite3_bind_text(statement_.get(), ++parameter_, start, static_cast<int>(text.size()), SQLITE_STATIC) ==
             SQLITE_OK);
  return *this;
}

Statement& Statement::add(ledger::ByteView blob) {
  ASAR_CHECK(sqlite3_bind_blob(statement_.get(), ++parameter_, blob.data(), static_cast<int>(blob.size()),
                               SQLITE_STATIC) == SQLITE_OK);
  return *this;
}

Statement& Statement::addNull() {
  ASAR_CHECK(sqlite3_bind_null(statement_.get(), ++parameter_) == SQLITE_OK);
  return *this;
}

void Statement::restart() {
  sqlite3_reset(statement_.get());
  parameter_ = 0;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  column_ = 0;
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    restart();
    return false;
  }
  const Error error = failure(handle_, code);
  restart();
  return error;
}

Result<void> Statement::run() {
  const auto stepped = step();
  if (!stepped) return stepped.error();
  ASAR_CHECK(!*stepped);
  return {};
}

std::int64_t Statement::nextInteger() {
  return sqlite3_column_int64(statement_.get(), column_++);
}

std::string_view Statement::nextText() {
  const int column = column_++;
  const unsigned char* text = sqlite3_column_text(statement_.get(), column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

ledger::ByteView Statement::nextBlob() {
  const int column = column_++;
  const void* blob = sqlite3_column_blob(statement_.get(), column);
  if (blob == nullptr) return {};
  return {static_cast<const std::uint8_t*>(blob),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Statement::isIntegerNext() const {
  return sqlite3_column_type(statement_.get(), column_) == SQLITE_INTEGER;
}

std::string Statement::nextLiteral() {
  switch (sqlite3_column_type(statement_.get(), column_)) {
    case SQLITE_INTEGER:
      return std::to_string(nextInteger());
    case SQLITE_TEXT:
      return "'" + std::string(nextText()) + "'";
    case SQLITE_BLOB:
      return "x'" + ledger::toHex(nextBlob()) + "'";
    default:
      ++column_;
      return "null";
  }
}

int Statement::columns() const {
  return sqlite3_column_count(statement_.get());
}

std::string Statement::columnName(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}

void Database::Closer::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::filesystem::path& file, Mode mode) {
  const bool writes = mode == Mode::kReadWrite;
  std::error_code ignored;
  if (!writes && !std::filesystem::exists(file, ignored)) {
    return Error{ErrorCode::kNotFound, "NO_DATABASE",
                 file.string() + " does not exist: run `asar projection rebuild` to make it from the log"};
  }
  sqlite3* handle = nullptr;
  const int flags = writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return failure(handle, code);
  sqlite3_busy_timeout(handle, 10'000);
  // Loss of the newest transactions at a power cut is no harm: the follower reads them from the log again.
  const char* settings = writes ? "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536;"
                                : "pragma cache_size = -65536;";
  if (auto set = database.run(settings); !set) return set.error();
  return database;
}

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  ASAR_CHECK(code == SQLITE_OK && statement != nullptr);
  return Statement(handle_.get(), statement);
}

Result<void> Database::run(std::string_view sql) {
  const int code = sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(handle_.get(), code);
  return {};
}

Result<void> Database::dropAll() {
  std::string sql;
  {
    Statement names = prepare(
        "select type, name from sqlite_master where type in ('view', 'table') and name not like 'sqlite_%' "
        "order by type desc, name");
    for (auto row = names.step();; row = names.step()) {
      if (!row) return row.error();
      if (!*row) break;
      const std::string type(names.nextText());
      sql += "drop " + type + " " + quoted(names.nextText()) + ";";
    }
  }
  return run(sql);
}

bool Database::hasTable(std::string_view name) {
  Statement found = prepare("select 1 from sqlite_master where type = 'table' and name = $1");
  const auto row = found.add(name).step();
  return row.ok() && *row;
}

Result<Transaction> Transaction::begin(Database& database) {
  if (auto begun = database.run("begin immediate"); !begun) return begun.error();
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) static_cast<void>(database_->run("rollback"));
}

Result<void> Transaction::commit() {
  auto committed = database_->run("commit");
  if (committed) database_ = nullptr;
  return committed;
}

}  // namespace projections
