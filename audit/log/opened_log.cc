#include "audit/log/opened_log.h"

#include "audit/log/bundle.h"

namespace audit {
namespace {

// 8 KiB each.
constexpr std::size_t kTilesKept = 256;
constexpr std::size_t kNodeBytes = 32;
constexpr int kLevelsPerTile = 8;

std::optional<Founding> readFounding(const Archive& archive, std::uint64_t size) {
  if (size == 0) return std::nullopt;
  const Forms forms;
  return foundingOf(makeChunk(archive, forms, {0, size}));
}

}  // namespace

std::optional<SignedCheckpoint> SignedCheckpoint::parse(Bytes bytes) {
  auto note = Note::parse(bytes);
  auto checkpoint = note ? Checkpoint::parse(note->text) : std::nullopt;
  if (!checkpoint) return std::nullopt;
  return SignedCheckpoint{{bytes.begin(), bytes.end()}, std::move(*note), std::move(*checkpoint)};
}

bool judgeCheckpoint(const SignedCheckpoint& seen, const VerifierKey& key, const std::string& name,
                     Findings& findings) {
  const bool same_origin = key.name == seen.checkpoint.origin;
  if (!same_origin) {
    findings.add(Wrong::kOriginMismatch, name + " is of " + seen.checkpoint.origin + ", the key of " + key.name);
  }
  const Signed result = signedBy(seen.note, key);
  if (result == Signed::kYes) {
    findings.checked(name + ": signed by " + key.text());
  } else {
    findings.add(Wrong::kBadNoteSignature, result == Signed::kNo ? "the log's signature on " + name + " does not hold"
                                                                 : name + " is not signed by " + key.text());
  }
  return same_origin && result == Signed::kYes;
}

const std::vector<Hash>* TileNodes::tile(int level, std::uint64_t number) {
  const auto known = tiles_.find({level, number});
  if (known != tiles_.end()) return &known->second;
  const auto bytes = readTile(archive_, tileAt(level, number, size_));
  if (!bytes) return nullptr;
  if (tiles_.size() == kTilesKept) tiles_.clear();
  std::vector<Hash> hashes(bytes->size() / kNodeBytes);
  std::memcpy(hashes.data(), bytes->data(), hashes.size() * kNodeBytes);
  return &tiles_.emplace(std::pair(level, number), std::move(hashes)).first->second;
}

// A tile has every eighth level; the levels between follow from it.
std::optional<Hash> TileNodes::node(std::size_t level, std::uint64_t index) {
  if (level >= 64 || index >= size_ >> level) return std::nullopt;
  const int tile_level = static_cast<int>(level) / kLevelsPerTile;
  const std::size_t above = level % kLevelsPerTile;
  const std::uint64_t first = index << above;
  const auto* hashes = tile(tile_level, first / kTileWidth);
  const std::size_t place = first % kTileWidth;
  const std::size_t count = std::size_t{1} << above;
  if (hashes == nullptr || hashes->size() < place + count) return std::nullopt;
  const auto start = hashes->begin() + static_cast<std::ptrdiff_t>(place);
  std::vector<Hash> row(start, start + static_cast<std::ptrdiff_t>(count));
  while (row.size() > 1) {
    for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = hasher_.node(row[2 * i], row[2 * i + 1]);
    row.resize(row.size() / 2);
  }
  return row[0];
}

OpenedLog::OpenedLog(std::unique_ptr<Archive> archive, SignedCheckpoint checkpoint)
    : archive_(std::move(archive)),
      checkpoint_(std::move(checkpoint)),
      founding_(readFounding(*archive_, size())),
      nodes_(std::make_unique<TileNodes>(*archive_, size())) {}

std::unique_ptr<OpenedLog> OpenedLog::open(const Place& place, const std::optional<VerifierKey>& pinned,
                                           Findings& findings) {
  auto archive = openWholeLog(place, findings);
  if (!archive) return nullptr;
  const auto bytes = archive->read("checkpoint", kNoteBytesMax);
  if (!bytes) {
    findings.couldNotCheck(place.where + " has no checkpoint that could be read");
    return nullptr;
  }
  auto checkpoint = SignedCheckpoint::parse(*bytes);
  if (!checkpoint) {
    findings.add(Wrong::kBadNoteSignature,
                 "the checkpoint of " + place.where + " is no signed note with origin, size and root");
    return nullptr;
  }
  std::unique_ptr<OpenedLog> log(new OpenedLog(std::move(archive), std::move(*checkpoint)));
  log->judgeKeys(pinned, "the checkpoint of " + place.where, findings);
  return log;
}

// The founding's key, which also signed, is enough; else the whole log says which keys are its own.
void OpenedLog::judgeKeys(const std::optional<VerifierKey>& pinned, const std::string& name, Findings& findings) {
  key_ = pinned;
  if (founding_) {
    const auto first = VerifierKey::of(founding_->origin, founding_->log_key);
    const bool by_first = signedBy(checkpoint_.note, first) == Signed::kYes && (!pinned || pinned->key == first.key);
    if (!by_first) keys_ = LogKeys::readFrom(*archive_, size());
    if (!key_) key_ = keys_.founding() ? keys_.at(size()) : first;
  }
  if (!key_) {
    findings.couldNotCheck("the signature of " + name + ": no founding names the log's key, and none was given");
    return;
  }
  if (keys_.all().size() > 1 && keys_.has(*key_)) {
    sealed_ = judgeLogKeys({checkpoint_.note, size(), name}, keys_, findings);
    return;
  }
  sealed_ = judgeCheckpoint(checkpoint_, *key_, name, findings);
  if (pinned && founding_ && founding_->log_key != pinned->key) {
    findings.add(Wrong::kOriginMismatch, "the founding names another key of the log than the one given");
  }
}

std::optional<VerifierKey> OpenedLog::keyAt(std::uint64_t size) const {
  if (keys_.founding() && key_ && keys_.has(*key_)) return keys_.at(size);
  return key_;
}

std::optional<Buffer> OpenedLog::entry(std::uint64_t index) const {
  if (index >= size()) return std::nullopt;
  const TileName name = tileAt(kEntriesLevel, index / kTileWidth, size());
  const auto bundle = readTile(*archive_, name);
  const auto entries = bundle ? entriesOf(*bundle, name.width) : std::nullopt;
  if (!entries) return std::nullopt;
  const Bytes bytes = (*entries)[index % kTileWidth];
  return Buffer(bytes.begin(), bytes.end());
}

bool OpenedLog::judgeRoot(Findings& findings) {
  const auto root = rootAt(*nodes_, size());
  if (!root) {
    findings.couldNotCheck("the root: a hash tile is missing or has a wrong length");
    return false;
  }
  if (*root == checkpoint_.checkpoint.root) return true;
  findings.add(Wrong::kTileTampered, "the tiles give the root " + base64Of(*root) + ", the checkpoint says " +
                                         base64Of(checkpoint_.checkpoint.root));
  return false;
}

}  // namespace audit
