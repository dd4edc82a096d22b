#include "projections/follower.h"

#include <algorithm>

#include "ledger/merkle/hashing.h"
#include "projections/follower_sql.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Position;
using ledger::Result;

constexpr std::size_t kReadBytes = 4 << 20;

Error bookmarkDiffers(Position size, const std::string& what) {
  return {ErrorCode::kCorrupt, "BOOKMARK_DIFFERS",
          "the read models were made from entries 0 to " + std::to_string(size - 1) + " of a log, and in this log " +
              what + ": find out which log is right (`asar-audit verify --old`), then `asar projection rebuild " +
              "--accept-differences`"};
}

Error rootDiffers(const Goal& goal, const ledger::Digest& root) {
  return {ErrorCode::kCorrupt, "ROOT_DIFFERS",
          "entries 0 to " + std::to_string(goal.size - 1) + " give the root " + root.hex() +
              ", and the checkpoint says " + goal.root.hex() + ": check the log with `asar-audit verify`"};
}

Error logShort(Position size, Position goal) {
  return {ErrorCode::kCorrupt, "LOG_SHORT",
          "the log ends at entry " + std::to_string(size) + ", before the checkpoint of size " + std::to_string(goal)};
}

Result<void> checkLeaf(const ledger::StoredEntry& stored) {
  if (ledger::leafHash(stored.bytes) == stored.leaf_hash) return {};
  return Error{ErrorCode::kCorrupt, "ENTRY_DIFFERS",
               "the bytes of entry " + std::to_string(stored.index) +
                   " do not give its leaf hash: check the log with `asar-audit verify`"};
}

ledger::Digest digestOf(ledger::ByteView bytes) {
  return bytes.size() == 32 ? ledger::Digest::from(bytes) : ledger::Digest();
}

using Versions = std::vector<std::pair<std::string, std::int64_t>>;

// The versions of the projections in the file; none where it is empty.
Result<Versions> versionsIn(Database& database) {
  Versions versions;
  if (!database.hasTable("projections")) return versions;
  Statement all = database.prepare("select name, version from projections order by name");
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return versions;
    std::string name(all.nextText());
    versions.emplace_back(std::move(name), all.nextInteger());
  }
}

Versions versionsOf(const ReadModels& models) {
  Versions versions;
  for (const Projection* projection : models.all()) versions.emplace_back(projection->name(), projection->version());
  std::sort(versions.begin(), versions.end());
  return versions;
}

// "grant_statement 1 (of this program 2)" for each that differs.
Error versionDiffers(const Versions& held, const Versions& ours) {
  std::string all;
  for (const auto& one : ours) {
    if (std::find(held.begin(), held.end(), one) != held.end()) continue;
    const auto found =
        std::find_if(held.begin(), held.end(), [&](const auto& other) { return other.first == one.first; });
    all += (all.empty() ? "" : ", ") + one.first + " " +
           (found == held.end() ? "none" : std::to_string(found->second)) + " (of this program " +
           std::to_string(one.second) + ")";
  }
  if (all.empty()) all = "they hold projections that this program does not know";
  return {ErrorCode::kConflict, "VERSION_DIFFERS",
          "the read models are of other versions: " + all + ": `asar projection rebuild` makes them anew"};
}

}  // namespace

Result<std::optional<Bookmark>> readBookmark(Database& database) {
  if (!database.hasTable("bookmark")) return std::optional<Bookmark>();
  Statement one = database.prepare("select size, goal, root, last_leaf from bookmark where id = 1");
  const auto row = one.step();
  if (!row) return row.error();
  if (!*row) return std::optional<Bookmark>();
  Bookmark bookmark;
  bookmark.size = static_cast<Position>(one.nextInteger());
  bookmark.goal = static_cast<Position>(one.nextInteger());
  bookmark.root = digestOf(one.nextBlob());
  bookmark.last_leaf = digestOf(one.nextBlob());
  return std::optional<Bookmark>(bookmark);
}

Result<bool> isOfThisProgram(Database& database) {
  const auto versions = versionsIn(database);
  if (!versions) return versions.error();
  return *versions == versionsOf(ReadModels());
}

// Leaf hashes are a chain: the last one names every entry before it.
Result<std::optional<Bookmark>> checkBookmark(Database& database, ledger::EventReader& reader) {
  auto bookmark = readBookmark(database);
  if (!bookmark || !*bookmark || (*bookmark)->size == 0) return bookmark;
  const Position last = (*bookmark)->size - 1;
  if (reader.size() <= last) {
    return bookmarkDiffers(last + 1, "there are " + std::to_string(reader.size()) + " entries");
  }
  const auto stored = reader.read(last, 1);
  if (!stored) return stored.error();
  if (stored->empty() || stored->front().leaf_hash != (*bookmark)->last_leaf) {
    return bookmarkDiffers(last + 1, "entry " + std::to_string(last) + " has another leaf hash");
  }
  return bookmark;
}

Follower::Follower(Database& database, ledger::EventReader& reader, Models models)
    : database_(database), reader_(reader), models_(models), facts_(reader) {}

Result<std::unique_ptr<Follower>> Follower::open(Database& database, ledger::EventReader& reader, Models models) {
  std::unique_ptr<Follower> follower(new Follower(database, reader, models));
  if (auto prepared = follower->prepare(); !prepared) return prepared.error();
  return follower;
}

Result<void> Follower::prepare() {
  const auto versions = versionsIn(database_);
  if (!versions) return versions.error();
  if (!versions->empty() && *versions != versionsOf(models_)) return versionDiffers(*versions, versionsOf(models_));
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  if (auto made = database_.run(kFollowerSql); !made) return made;
  for (const Projection* projection : models_.all()) {
    if (auto made = database_.run(projection->sql()); !made) return made;
    Statement version = database_.prepare(
        "insert into projections (name, version) values ($1, $2) on conflict (name) do update set version = "
        "excluded.version");
    if (auto written = version.add(projection->name()).add(projection->version()).run(); !written) return written;
  }
  if (auto committed = transaction->commit(); !committed) return committed;
  const auto bookmark = checkBookmark(database_, reader_);
  if (!bookmark) return bookmark.error();
  if (*bookmark) bookmark_ = **bookmark;
  if (auto restored = restoreFrontier(); !restored) return restored;
  for (Projection* projection : models_.all()) {
    if (auto loaded = projection->load(database_); !loaded) return loaded;
  }
  return {};
}

Result<void> Follower::restoreFrontier() {
  if (bookmark_.size == 0) return {};
  Statement one = database_.prepare("select frontier from bookmark where id = 1");
  const auto row = one.step();
  if (!row) return row.error();
  ledger::ByteView hashes = one.nextBlob();
  for (int height = 63; height >= 0 && hashes.size() >= 32; --height) {
    if ((bookmark_.size >> height & 1) == 0) continue;
    frontier_.pushSubtree(ledger::Digest::from(hashes.first(32)), static_cast<unsigned>(height));
    hashes = hashes.subspan(32);
  }
  if (frontier_.size() != bookmark_.size || frontier_.root() != bookmark_.root) {
    return Error{ErrorCode::kCorrupt, "DATABASE_DAMAGED",
                 "the bookmark of size " + std::to_string(bookmark_.size) +
                     " does not hold together: run `asar projection rebuild --accept-differences`, the log has "
                     "everything"};
  }
  return {};
}

Result<void> Follower::foldEntry(const ledger::StoredEntry& stored) {
  ASAR_CHECK(stored.index == bookmark_.size);
  ASAR_TRY(checkLeaf(stored));
  const auto fact = facts_.take(stored);
  if (!fact) return fact.error();
  if (*fact != nullptr) {
    for (Projection* projection : models_.all()) {
      if (auto folded = projection->fold(**fact); !folded) return folded;
    }
  }
  bookmark_.last_leaf = stored.leaf_hash;
  frontier_.push(stored.leaf_hash);
  ++bookmark_.size;
  return {};
}

Result<void> Follower::foldUpTo(Position end) {
  while (bookmark_.size < end) {
    const auto entries = reader_.read(bookmark_.size, kReadBytes);
    if (!entries) return entries.error();
    if (entries->empty()) return logShort(bookmark_.size, bookmark_.goal);
    for (const ledger::StoredEntry& stored : *entries) {
      if (bookmark_.size == end) break;
      if (auto folded = foldEntry(stored); !folded) return folded;
    }
  }
  return {};
}

Result<void> Follower::write() {
  auto transaction = Transaction::begin(database_);
  if (!transaction) return transaction.error();
  for (Projection* projection : models_.all()) {
    if (auto written = projection->flush(database_); !written) return written;
  }
  ledger::Bytes frontier;
  for (const ledger::Digest& subtree : frontier_.subtrees()) ledger::appendBytes(frontier, subtree.view());
  {
    Statement mark = database_.prepare(
        "insert into bookmark (id, size, goal, root, last_leaf, frontier) values (1, $1, $2, $3, $4, $5) "
        "on conflict (id) do update set size = excluded.size, goal = excluded.goal, root = excluded.root, "
        "last_leaf = excluded.last_leaf, frontier = excluded.frontier");
    mark.add(static_cast<std::int64_t>(bookmark_.size)).add(static_cast<std::int64_t>(bookmark_.goal));
    if (auto written =
            mark.add(bookmark_.root.view()).add(bookmark_.last_leaf.view()).add(ledger::ByteView(frontier)).run();
        !written) {
      return written;
    }
  }
  return transaction->commit();
}

Result<Bookmark> Follower::follow(const Goal& goal, const FollowOptions& options) {
  if (goal.size < bookmark_.size) {
    return Error{ErrorCode::kConflict, "GOAL_BEHIND",
                 "the read models stand at size " + std::to_string(bookmark_.size) + ", past the checkpoint of size " +
                     std::to_string(goal.size) + ": ask for the newest checkpoint"};
  }
  if (goal.size == bookmark_.size && goal.size > 0 && goal.root != bookmark_.root) {
    return rootDiffers(goal, bookmark_.root);
  }
  bookmark_.goal = goal.size;
  while (bookmark_.size < goal.size) {
    const Position end = std::min(goal.size, bookmark_.size + options.entries_per_chunk);
    if (auto folded = foldUpTo(end); !folded) return folded.error();
    bookmark_.root = frontier_.root();
    if (end == goal.size && bookmark_.root != goal.root) return rootDiffers(goal, bookmark_.root);
    if (auto written = write(); !written) return written.error();
    if (options.on_chunk) options.on_chunk(bookmark_.size);
  }
  return bookmark_;
}

Result<Bookmark> catchUp(Database& database, ledger::EventReader& reader, const Goal& goal,
                         const FollowOptions& options) {
  auto follower = Follower::open(database, reader, options.models);
  if (!follower) return follower.error();
  return (*follower)->follow(goal, options);
}

Result<void> checkLog(ledger::EventReader& reader, const Goal& goal) {
  ledger::Frontier frontier;
  while (frontier.size() < goal.size) {
    const auto entries = reader.read(frontier.size(), kReadBytes);
    if (!entries) return entries.error();
    if (entries->empty()) return logShort(frontier.size(), goal.size);
    for (const ledger::StoredEntry& stored : *entries) {
      if (frontier.size() == goal.size) break;
      ASAR_TRY(checkLeaf(stored));
      frontier.push(stored.leaf_hash);
    }
  }
  if (goal.size > 0 && frontier.root() != goal.root) return rootDiffers(goal, frontier.root());
  return {};
}

Result<std::vector<ProjectionStatus>> listProjections(Database& database) {
  const auto versions = versionsIn(database);
  if (!versions) return versions.error();
  std::vector<ProjectionStatus> all;
  const ReadModels models;
  for (const Projection* projection : models.all()) {
    ProjectionStatus status{std::string(projection->name()), projection->version(), {}};
    const auto found = std::pair<std::string, std::int64_t>(status.name, status.version);
    if (std::find(versions->begin(), versions->end(), found) == versions->end()) continue;
    std::vector<TableShape> counted = projection->tables();
    for (TableShape& index : projection->indexes()) counted.push_back(std::move(index));
    for (const TableShape& table : counted) {
      Statement count = database.prepare("select count(*) from " + table.name);
      const auto row = count.step();
      if (!row) return row.error();
      status.rows.emplace_back(table.name, count.nextInteger());
    }
    all.push_back(std::move(status));
  }
  return all;
}

}  // namespace projections
