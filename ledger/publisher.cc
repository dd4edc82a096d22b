#include "ledger/publisher.h"

#include <fstream>

#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/merkle/frontier.h"
#include "ledger/merkle/tiles.h"

namespace ledger {
namespace {

constexpr std::size_t kReadBytes = 4 << 20;
constexpr const char* kCheckpointName = "checkpoint";

Error damaged(const std::filesystem::path& folder, const std::string& why) {
  return {ErrorCode::kCorrupt, "TILES_DAMAGED",
          folder.string() + ": " + why + "; delete the folder, it is made again from the log"};
}

}  // namespace

// Not synced one by one: the folder is derived, and the checkpoint after them is.
Result<void> Publisher::writeFile(const std::string& name, ByteView bytes) const {
  const std::filesystem::path path = folder_ / name;
  const std::filesystem::path fresh = path.string() + ".new";
  std::error_code failed;
  std::filesystem::create_directories(path.parent_path(), failed);
  std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file) std::filesystem::rename(fresh, path, failed);
  if (!file || failed)
    return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN", "cannot write " + path.string() + ": " + systemMessage()};
  return {};
}

Result<std::string> Publisher::published() const {
  const auto bytes = readWholeFile(folder_ / kCheckpointName, limits::kNoteBytesMax);
  if (!bytes) return bytes.error();
  return std::string(asText(*bytes));
}

Result<void> Publisher::resumeAt(EventReader& log) {
  const auto note = published();
  if (!note) {
    if (note.error().code == ErrorCode::kNotFound) return {};
    return note.error();
  }
  const auto parsed = parseNote(*note);
  const auto checkpoint = parsed ? parseCheckpointText(parsed->text) : Result<Checkpoint>(parsed.error());
  if (!checkpoint) return damaged(folder_, checkpoint.error().message);
  if (checkpoint->size > log.size())
    return damaged(folder_, "it is published up to " + std::to_string(checkpoint->size) + ", past the log's end");
  size_ = checkpoint->size;
  for (unsigned level = 0; hashesAtLevel(size_, level) > 0; ++level) {
    const Position count = hashesAtLevel(size_, level);
    auto& hashes = open_.emplace_back();
    if (count % kTileWidth == 0) continue;
    const std::string name = tilePath(level, count / kTileWidth, count % kTileWidth);
    const auto bytes = readWholeFile(folder_ / name, kTileWidth * 32);
    if (!bytes || bytes->size() != count % kTileWidth * 32)
      return damaged(folder_, "the tile " + name + " is missing or has another length");
    for (std::size_t at = 0; at < bytes->size(); at += 32)
      hashes.push_back(Digest::from(ByteView(*bytes).subspan(at, 32)));
  }
  for (Position at = size_ - size_ % kTileWidth; at < size_;) {
    const auto entries = log.read(at, kReadBytes);
    if (!entries) return entries.error();
    for (const StoredEntry& entry : *entries) {
      if (at++ < size_) appendToBundle(bundle_, entry.bytes);
    }
  }
  return {};
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

Result<void> Publisher::publish(EventReader& log, const Checkpoint& checkpoint, std::string_view note) {
  if (!resumed_) ASAR_TRY(resumeAt(log));
  resumed_ = true;
  if (checkpoint.size < size_) return damaged(folder_, "it is published up to " + std::to_string(size_) + " already");
  while (size_ < checkpoint.size) {
    const auto entries = log.read(size_, kReadBytes);
    if (!entries) return entries.error();
    if (entries->empty()) return damaged(folder_, "the log ends before the checkpoint");
    for (const StoredEntry& entry : *entries) {
      if (size_ < checkpoint.size) ASAR_TRY(add(entry));
    }
  }
  ASAR_TRY(writePartials());
  ASAR_TRY(makeFolders(folder_));
  return writeFileAtomically(folder_ / kCheckpointName, asBytes(note));
}

}  // namespace ledger
