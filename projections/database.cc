#include "projections/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "ledger/base/file_io.h"

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
            "the read database is damaged (" + text +
                "): run `asar projection rebuild --accept-differences`, the log has everything"};
  }
  return {ErrorCode::kUnavailable, "DATABASE_UNAVAILABLE",
          "the read database cannot go on: " + text + " (SQLite " + std::to_string(code) + ")"};
}

constexpr const char* kBeside[] = {"-wal", "-shm", "-journal"};  // what SQLite keeps beside a file

// In the order in which SQLite sorts.
int rankOf(int type) {
  switch (type) {
    case SQLITE_NULL:
      return 0;
    case SQLITE_INTEGER:
      return 1;
    case SQLITE_TEXT:
      return 2;
    default:
      return 3;
  }
}

Result<std::vector<std::string>> namesIn(Statement& statement) {
  std::vector<std::string> names;
  for (auto row = statement.step();; row = statement.step()) {
    if (!row) return row.error();
    if (!*row) return names;
    names.emplace_back(statement.nextText());
  }
}

// Everything into the file itself. A log of writes that stays beside it would be read as that of the file which takes
// its place.
Result<void> settle(const std::filesystem::path& file) {
  auto database = Database::open(file);
  if (!database) return database.error();
  Statement mode = database->prepare("pragma journal_mode = delete");
  const auto row = mode.step();
  if (row && *row && mode.nextText() == "delete") return {};
  if (!row && row.error().code == ErrorCode::kCorrupt) return row.error();
  return Error{ErrorCode::kUnavailable, "DATABASE_IN_USE",
               "another program has " + file.string() + " open, so that no other can take its place: close that one, " +
                   "then run `asar projection rebuild`, which goes on from here"};
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
  const void* start = blob.empty() ? "" : static_cast<const void*>(blob.data());
  ASAR_CHECK(sqlite3_bind_blob(statement_.get(), ++parameter_, start, static_cast<int>(blob.size()), SQLITE_STATIC) ==
             SQLITE_OK);
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
  return literalAt(column_++);
}

std::string Statement::literalAt(int column) const {
  sqlite3_stmt* row = statement_.get();
  const int type = sqlite3_column_type(row, column);
  if (type == SQLITE_NULL) return "null";
  if (type == SQLITE_INTEGER) return std::to_string(sqlite3_column_int64(row, column));
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(row, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
  if (type == SQLITE_BLOB) return "x'" + ledger::toHex(ledger::ByteView(bytes, size)) + "'";
  std::string text(size, '\0');
  if (size > 0) std::memcpy(text.data(), bytes, size);
  return "'" + text + "'";
}

std::strong_ordering Statement::orderAt(int column, const Statement& other) const {
  sqlite3_stmt* mine = statement_.get();
  sqlite3_stmt* theirs = other.statement_.get();
  const int rank = rankOf(sqlite3_column_type(mine, column));
  const int their_rank = rankOf(sqlite3_column_type(theirs, column));
  if (rank != their_rank) return rank <=> their_rank;
  if (rank == rankOf(SQLITE_NULL)) return std::strong_ordering::equal;
  if (rank == rankOf(SQLITE_INTEGER)) {
    return sqlite3_column_int64(mine, column) <=> sqlite3_column_int64(theirs, column);
  }
  const void* bytes = sqlite3_column_blob(mine, column);
  const void* their_bytes = sqlite3_column_blob(theirs, column);
  const int size = sqlite3_column_bytes(mine, column);
  const int their_size = sqlite3_column_bytes(theirs, column);
  const auto shorter = static_cast<std::size_t>(std::min(size, their_size));
  const int order = shorter == 0 ? 0 : std::memcmp(bytes, their_bytes, shorter);
  return order != 0 ? order <=> 0 : size <=> their_size;
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

void Database::remove(const std::filesystem::path& file) {
  std::error_code ignored;
  for (const char* suffix : kBeside) std::filesystem::remove(file.string() + suffix, ignored);
  std::filesystem::remove(file, ignored);
}

Result<void> Database::replace(const std::filesystem::path& present, const std::filesystem::path& next) {
  if (auto settled = settle(next); !settled) return settled;
  std::error_code failed;
  if (std::filesystem::exists(present, failed)) {
    auto settled = settle(present);
    if (!settled && settled.error().code != ErrorCode::kCorrupt) return settled;
    // Of a damaged one nothing is worth keeping.
    for (const char* suffix : kBeside) std::filesystem::remove(present.string() + suffix, failed);
  }
  std::filesystem::rename(next, present, failed);
  if (failed) {
    return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
                 next.string() + " could not take the place of " + present.string() + ": " + failed.message()};
  }
  return ledger::syncFolder(present.parent_path());
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

bool Database::hasTable(std::string_view name) {
  Statement found = prepare("select 1 from sqlite_master where type = 'table' and name = $1");
  const auto row = found.add(name).step();
  return row.ok() && *row;
}

Result<std::vector<std::string>> Database::views() {
  Statement names = prepare("select name from sqlite_master where type = 'view' order by name");
  return namesIn(names);
}

Result<std::vector<std::string>> Database::columnsOf(std::string_view name) {
  Statement names = prepare("select name from pragma_table_info($1) order by cid");
  names.add(name);
  return namesIn(names);
}

Result<Transaction> Transaction::begin(Database& database) {
  if (auto begun = database.run("begin immediate"); !begun) return begun.error();
  return Transaction(database);
}

Result<Transaction> Transaction::beginReading(Database& database) {
  if (auto begun = database.run("begin"); !begun) return begun.error();
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
