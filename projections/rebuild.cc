#include "projections/rebuild.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "projections/oversight/entry_search.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

// "grants.spent in 2, volunteers in 1 that only one of them has"
std::string figuresOf(const Comparison& comparison) {
  std::string text;
  const auto add = [&](const std::string& name, std::int64_t rows, const char* which) {
    text += (text.empty() ? "" : ", ") + name + " in " + std::to_string(rows) + which;
  };
  for (const ComparedTable& table : comparison.tables) {
    for (const ComparedColumn& column : table.columns) {
      if (column.different > 0) add(table.name + "." + column.name, column.different, "");
    }
    if (table.one_sided > 0) add(table.name, table.one_sided, " that only one of them has");
  }
  return text;
}

Error rebuildDiffers(const Comparison& comparison) {
  const Difference& first = comparison.differences.front();
  return {ErrorCode::kConflict, "REBUILD_DIFFERS",
          "the read models made anew differ from the present ones in " + std::to_string(comparison.different) + " of " +
              std::to_string(comparison.rows) + " rows at size " + std::to_string(comparison.bookmark.size) + ": " +
              figuresOf(comparison) + "; the first is in " + first.table + ", present (" + first.held + "), anew (" +
              first.expected + "). The present ones stay: find out why (`asar projection diff`), then `asar " +
              "projection rebuild --accept-differences` puts the new ones into their place"};
}

Error goalBehind(const Bookmark& present, const Goal& published) {
  return {ErrorCode::kConflict, "GOAL_BEHIND",
          "the read models stand at size " + std::to_string(present.size) + ", past the newest checkpoint, of size " +
              std::to_string(published.size) + ": find out which of them is right, then `asar projection rebuild " +
              "--accept-differences`"};
}

// A table of the next file: with this root those in it were compared with the present ones, and differ.
constexpr const char* kUndecided = "undecided";

Result<void> markUndecided(Database& next) {
  const std::string name(kUndecided);
  return next.run("drop table if exists " + name + "; create table " + name + " as select root from bookmark");
}

bool isMarkedAt(Database& next, const ledger::Digest& root) {
  if (!next.hasTable(kUndecided)) return false;
  Statement marked = next.prepare("select root from " + std::string(kUndecided));
  const auto row = marked.step();
  return row && *row && std::ranges::equal(marked.nextBlob(), root.view());
}

// What keeps tables from being compared, and not from being replaced.
bool isAboutTables(const Error& error) {
  constexpr std::array<std::string_view, 4> kReasons = {"BOOKMARK_DIFFERS", "DATABASE_DAMAGED", "GOAL_BEHIND",
                                                        "VERSION_DIFFERS"};
  return std::find(kReasons.begin(), kReasons.end(), error.reason) != kReasons.end();
}

// Whether the tables, and not the log, are why they could not be led on; else what is wrong.
Result<void> blameTables(const Error& error, ledger::EventReader& reader, const Goal& goal) {
  if (error.code != ErrorCode::kCorrupt && error.code != ErrorCode::kConflict) return error;
  // A row that is wrong and an entry that is wrong may be found by the same words: the log tells which.
  if (isAboutTables(error) && error.reason != "BOOKMARK_DIFFERS") return {};
  return checkLog(reader, goal);
}

Result<Bookmark> tryCatchUpSpare(SpareTables& tables, ledger::EventReader& reader, const Goal& goal,
                                 const FollowOptions& options) {
  if (!tables.database) {
    auto opened = Database::open(tables.file);
    if (!opened) return opened.error();
    tables.database = std::make_unique<Database>(std::move(*opened));
  }
  return catchUp(*tables.database, reader, goal, options);
}

Goal goalOf(const Bookmark& bookmark) {
  return {bookmark.size, bookmark.root};
}

}  // namespace

Result<bool> answersFor(Database& database, ledger::EventReader& reader) {
  const auto bookmark = checkBookmark(database, reader);
  if (!bookmark) return bookmark.error();
  if (!*bookmark || !(*bookmark)->isComplete() || !hasEntrySearch(database)) return false;
  auto ours = Database::open(":memory:");
  if (!ours) return ours.error();
  const ReadModels models;
  for (const Projection* projection : models.all()) {
    if (auto made = ours->run(projection->sql()); !made) return made.error();
  }
  const auto views = ours->views();
  if (!views) return views.error();
  for (const std::string& view : *views) {
    const auto needed = ours->columnsOf(view);
    if (!needed) return needed.error();
    const auto held = database.columnsOf(view);
    if (!held) return held.error();
    for (const std::string& column : *needed) {
      if (std::find(held->begin(), held->end(), column) == held->end()) return false;
    }
  }
  return true;
}

bool isUndecided(Database& present, const std::filesystem::path& next) {
  std::error_code ignored;
  if (!std::filesystem::exists(next, ignored)) return false;
  auto made = Database::open(next);
  if (!made) return false;
  const auto ours = isOfThisProgram(*made);
  if (!ours || !*ours) return false;
  const auto before = readBookmark(present);
  const auto after = readBookmark(*made);
  if (!before || !after || !*before || !*after) return false;
  return (*before)->size == (*after)->size && (*before)->root == (*after)->root && isMarkedAt(*made, (*before)->root);
}

Result<Bookmark> catchUpSpare(SpareTables& tables, ledger::EventReader& reader, const Goal& goal,
                              const FollowOptions& options) {
  std::error_code ignored;
  const bool resumed = std::filesystem::exists(tables.file, ignored);
  auto reached = tryCatchUpSpare(tables, reader, goal, options);
  if (reached || !resumed) return reached;
  ASAR_TRY(blameTables(reached.error(), reader, goal));
  tables.database.reset();
  Database::remove(tables.file);
  return tryCatchUpSpare(tables, reader, goal, options);
}

Rebuild::Rebuild(RebuildFiles files, OpenReader open_reader, RebuildOptions options)
    : files_(std::move(files)),
      open_reader_(std::move(open_reader)),
      options_(std::move(options)),
      next_{files_.next, nullptr} {}

// Where the present tables stand; none where there are none.
Result<std::optional<Bookmark>> Rebuild::openPresent() {
  std::error_code ignored;
  if (!std::filesystem::exists(files_.present, ignored)) return std::optional<Bookmark>();
  // Not for reading only: what a killed program left in the middle may have to be taken back.
  auto present = Database::open(files_.present);
  if (!present) return present.error();
  present_ = std::make_unique<Database>(std::move(*present));
  const auto moment = Transaction::beginReading(*present_);
  if (!moment) return moment.error();
  // The moment is before that of the log: what others fold from now on stays out of it.
  if (const auto bookmark = readBookmark(*present_); !bookmark) return bookmark.error();
  const auto reader = open_reader_();
  if (!reader) return reader.error();
  return checkBookmark(*present_, **reader);
}

Result<Goal> Rebuild::chooseGoal(const Newest& newest) {
  const auto present = openPresent();
  // Asked after the tables: they stand at what was published before.
  const auto published = newest();
  if (!published) return published.error();
  if (present && *present && (*present)->size <= published->size) return goalOf(**present);
  present_.reset();
  if (present && !*present) return *published;
  const Error error = present ? goalBehind(**present, *published) : present.error();
  if (options_.accepts_differences && isAboutTables(error)) return *published;
  return error;
}

Result<void> Rebuild::followNext(const Goal& goal) {
  const auto reader = open_reader_();
  if (!reader) return reader.error();
  const auto followed = catchUpSpare(next_, **reader, goal, options_.follow);
  if (!followed) return followed.error();
  next_size_ = followed->size;
  return {};
}

Result<void> Rebuild::build(const Newest& newest) {
  const auto goal = chooseGoal(newest);
  if (!goal) return goal.error();
  return followNext(*goal);
}

Result<void> Rebuild::compareAtOneMoment() {
  const auto moment = Transaction::beginReading(*present_);
  if (!moment) return moment.error();
  const auto bookmark = readBookmark(*present_);
  if (!bookmark) return bookmark.error();
  if (!*bookmark) return {};
  // Others have led it on while the next tables were built.
  if ((*bookmark)->size > next_size_) ASAR_TRY(followNext(goalOf(**bookmark)));
  auto compared = compareTables(*present_, *next_.database, **bookmark, options_.on_rows);
  if (!compared) return compared.error();
  comparison_ = std::move(*compared);
  return {};
}

Result<void> Rebuild::compare() {
  if (!present_) return {};
  if (auto compared = compareAtOneMoment(); !compared) {
    return options_.accepts_differences && isAboutTables(compared.error()) ? Result<void>() : compared;
  }
  if (!comparison_ || comparison_->different == 0 || options_.accepts_differences) return {};
  // Where this fails, the next one to ask compares again.
  static_cast<void>(markUndecided(*next_.database));
  return rebuildDiffers(*comparison_);
}

Result<void> Rebuild::replace(const Goal& published) {
  if (present_) {
    const auto bookmark = readBookmark(*present_);
    // Rows of no published checkpoint are not put into the place of others.
    const Goal goal = bookmark && *bookmark && (*bookmark)->isComplete() ? goalOf(**bookmark) : published;
    if (goal.size > next_size_) ASAR_TRY(followNext(goal));
  }
  ASAR_TRY(next_.database->run("drop table if exists " + std::string(kUndecided)));
  present_.reset();
  next_.database.reset();
  return Database::replace(files_.present, files_.next);
}

Result<std::int64_t> Rebuild::rows() {
  const auto all = listProjections(*next_.database);
  if (!all) return all.error();
  std::int64_t rows = 0;
  for (const ProjectionStatus& one : *all) {
    for (const auto& [table, count] : one.rows) rows += count;
  }
  return rows;
}

}  // namespace projections
