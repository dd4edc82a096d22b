#include "ledger/publisher.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <utility>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/merkle/frontier.h"
#include "ledger/merkle/tiles.h"

namespace ledger {
namespace {

constexpr std::size_t kReadBytes = 4 << 20;
constexpr std::size_t kSyncedSinglyMax = 64;
constexpr const char* kCheckpointName = "checkpoint";

Error rollback(const std::filesystem::path& folder, Position published, Position size) {
  return {ErrorCode::kCorrupt, "ROLLBACK_SUSPECTED",
          folder.string() + " is published up to " + std::to_string(published) + ", now only " + std::to_string(size) +
              " entries are there: nothing is published; restore the log that was published"};
}

}  // namespace

Error checkpointDamaged(const std::filesystem::path& folder, const std::string& why) {
  return {ErrorCode::kCorrupt, "CHECKPOINT_DAMAGED",
          (folder / kCheckpointName).string() + ": " + why +
              "; put in its place the newest checkpoint that others hold, from a mirror, an auditor or an export: "
              "without it nothing is signed, lest something be signed beside it; tiles are made again from the log"};
}

// Not synced one by one: syncAll() follows.
Result<void> Publisher::writeFile(const std::string& name, ByteView bytes) {
  const std::filesystem::path path = folder_ / name;
  const std::filesystem::path fresh = path.string() + ".new";
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) std::filesystem::rename(fresh, path, failed);
  for (std::filesystem::path at = name; !at.empty(); at = at.parent_path()) unsynced_.insert(folder_ / at);
  if (!file || failed)
    return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN", "cannot write " + path.string() + ": " + systemMessage()};
  return {};
}

Result<std::string> Publisher::published() const {
  const auto bytes = readWholeFile(folder_ / kCheckpointName, limits::kNoteBytesMax);
  if (!bytes) return bytes.error();
  return std::string(asText(*bytes));
}

std::optional<std::vector<Digest>> Publisher::readTile(unsigned level, Position n, Position width) const {
  auto bytes = readWholeFile(folder_ / tilePath(level, n, width), kTileWidth * 32);
  if (!bytes && bytes.error().code == ErrorCode::kNotFound) {
    bytes = readWholeFile(folder_ / tilePath(level, n, kTileWidth), kTileWidth * 32);
    if (bytes) bytes->resize(std::min<std::size_t>(bytes->size(), width * 32));
  }
  if (!bytes || bytes->size() != width * 32) return std::nullopt;
  std::vector<Digest> hashes;
  for (std::size_t at = 0; at < bytes->size(); at += 32)
    hashes.push_back(Digest::from(ByteView(*bytes).subspan(at, 32)));
  return hashes;
}

bool Publisher::takeTiles(const Checkpoint& published) {
  size_ = published.size;
  for (unsigned level = 0; hashesAtLevel(size_, level) > 0; ++level) {
    const Position count = hashesAtLevel(size_, level);
    auto& hashes = open_.emplace_back();
    if (count % kTileWidth == 0) continue;
    auto stored = readTile(level, count / kTileWidth, count % kTileWidth);
    if (!stored) return false;
    hashes = std::move(*stored);
  }
  return root() == published.root;
}

Result<void> Publisher::takeBundle(EventReader& log) {
  for (Position at = size_ - size_ % kTileWidth; at < size_;) {
    const auto entries = log.read(at, kReadBytes);
    if (!entries) return entries.error();
    if (entries->empty()) return rollback(folder_, size_, log.size());
    for (const StoredEntry& entry : *entries) {
      if (at++ < size_) appendToBundle(bundle_, entry.bytes);
    }
  }
  return {};
}

void Publisher::startAfresh() {
  size_ = 0;
  open_.clear();
  bundle_.clear();
  unsynced_.clear();
}

// Goes on from the published checkpoint. Tiles that do not give its root are made again from the log, which has to.
Result<void> Publisher::resume(EventReader& log) {
  startAfresh();
  const auto last = published();
  if (!last && last.error().code == ErrorCode::kNotFound) return {};
  if (!last) return last.error();
  const auto parsed = parseNote(*last);
  const auto before = parsed ? parseCheckpointText(parsed->text) : Result<Checkpoint>(parsed.error());
  if (!before) return checkpointDamaged(folder_, before.error().message);
  if (before->size > log.size()) return rollback(folder_, before->size, log.size());
  if (takeTiles(*before)) return takeBundle(log);
  notices_.say(NoticeLevel::kWarn, "tiles.damaged", {{"size", before->size}});
  startAfresh();
  ASAR_TRY(extend(log, *before));
  ASAR_TRY(writePartials());
  return syncAll();
}

Result<void> Publisher::addHash(unsigned level, const Digest& hash) {
  if (open_.size() == level) open_.emplace_back();
  open_[level].push_back(hash);
  if (open_[level].size() < kTileWidth) return {};
  Frontier whole;
  for (const Digest& one : open_[level]) whole.push(one);
  const Position n = (size_ >> (8 * level)) / kTileWidth;
  ASAR_TRY(writeFile(tilePath(level, n, kTileWidth), tileBytes(open_[level])));
  std::error_code ignored;  // a partial left behind is harmless
  std::filesystem::remove_all(folder_ / (tilePath(level, n, kTileWidth) + ".p"), ignored);
  open_[level].clear();
  return addHash(level + 1, whole.root());
}

Result<void> Publisher::add(const StoredEntry& entry) {
  appendToBundle(bundle_, entry.bytes);
  ASAR_TRY(addHash(0, entry.leaf_hash));
  ++size_;
  if (size_ % kTileWidth != 0) return {};
  const std::string name = bundlePath(size_ / kTileWidth - 1, kTileWidth);
  ASAR_TRY(writeFile(name, bundle_));
  std::error_code ignored;
  std::filesystem::remove_all(folder_ / (name + ".p"), ignored);
  bundle_.clear();
  return {};
}

Result<void> Publisher::writePartials() {
  for (unsigned level = 0; level < open_.size(); ++level) {
    if (open_[level].empty()) continue;
    const Position n = hashesAtLevel(size_, level) / kTileWidth;
    ASAR_TRY(writeFile(tilePath(level, n, open_[level].size()), tileBytes(open_[level])));
  }
  if (bundle_.empty()) return {};
  return writeFile(bundlePath(size_ / kTileWidth, size_ % kTileWidth), bundle_);
}

Digest Publisher::root() const {
  Frontier edge;
  for (auto level = static_cast<unsigned>(open_.size()); level-- > 0;) {
    for (const Digest& hash : open_[level]) edge.pushSubtree(hash, 8 * level);
  }
  ASAR_CHECK(edge.size() == size_);
  return edge.root();
}

// The tiles reach the disk before the checkpoint that promises them: a few one by one, thousands all at once.
Result<void> Publisher::syncAll() {
  std::set<std::filesystem::path> unsynced = std::exchange(unsynced_, {});
  const bool few = unsynced.size() <= kSyncedSinglyMax;
  for (const std::filesystem::path& path : few ? unsynced : std::set{folder_}) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && (few ? fsync(file) : syncfs(file)) == 0;
    const Error failed{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
                       "cannot sync " + path.string() + ": " + systemMessage()};
    if (file >= 0) close(file);
    if (!synced) return failed;
  }
  return {};
}

Result<void> Publisher::extend(EventReader& log, const Checkpoint& checkpoint) {
  if (checkpoint.size < size_) return rollback(folder_, size_, checkpoint.size);
  while (size_ < checkpoint.size) {
    const auto entries = log.read(size_, kReadBytes);
    if (!entries) return entries.error();
    if (entries->empty()) return rollback(folder_, checkpoint.size, log.size());
    for (const StoredEntry& entry : *entries) {
      if (size_ < checkpoint.size) ASAR_TRY(add(entry));
    }
  }
  if (root() == checkpoint.root) return {};
  return Error{ErrorCode::kCorrupt, "ROOT_DIFFERS",
               "the first " + std::to_string(size_) + " entries have root " + root().hex() + ", the checkpoint says " +
                   checkpoint.root.hex() + ": nothing is published, check the log"};
}

Result<void> Publisher::publish(EventReader& log, const Checkpoint& checkpoint, std::string_view note) {
  // What is half done in memory after a failure is forgotten: the folder knows how far it is.
  if (!std::exchange(resumed_, false)) ASAR_TRY(resume(log));
  ASAR_TRY(makeFolders(folder_));
  ASAR_TRY(extend(log, checkpoint));
  ASAR_TRY(writePartials());
  ASAR_TRY(syncAll());
  // Before it can be seen, so that whatever was published can be found again.
  if (const auto history = historyIn(folder_); std::filesystem::is_directory(history))
    ASAR_TRY(writeFileAtomically(history / std::to_string(checkpoint.size), asBytes(note)));
  ASAR_TRY(writeFileAtomically(folder_ / kCheckpointName, asBytes(note)));
  resumed_ = true;
  notices_.say(NoticeLevel::kInfo, "checkpoint.published", {{"size", checkpoint.size}});
  return {};
}

}  // namespace ledger
