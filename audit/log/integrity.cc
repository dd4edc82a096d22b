#include "audit/log/integrity.h"

#include <atomic>
#include <future>
#include <thread>

namespace audit {
namespace {

// In flight: what is judged, and what is read ahead.
constexpr std::uint64_t kChunksPerWave = 16;
constexpr std::size_t kDifferingMax = 10'000;

std::uint64_t chunksOf(std::uint64_t size) {
  return size / kTileWidth + (size % kTileWidth != 0 ? 1 : 0);
}

}  // namespace

std::vector<Chunk> Integrity::wave(std::uint64_t first, std::uint64_t size, unsigned threads) const {
  const std::uint64_t end = std::min(first + kChunksPerWave, chunksOf(size));
  std::vector<Chunk> chunks(end - first);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < chunks.size(); i = next++) {
      chunks[i] = makeChunk(archive_, forms_, {first + i, size});
      if (chunks[i].broken) return;
    }
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 1; i < threads && i < chunks.size(); ++i) workers.emplace_back(work);
  work();
  workers.clear();
  return chunks;
}

bool Integrity::run(std::uint64_t size, unsigned threads, const std::function<void(const Chunk&)>& each) {
  const std::uint64_t count = chunksOf(size);
  if (count == 0) return true;
  std::vector<Chunk> chunks = wave(0, size, threads);
  for (std::uint64_t first = 0; first < count;) {
    const std::uint64_t ahead = first + chunks.size();
    std::future<std::vector<Chunk>> next;
    if (ahead < count && threads > 1) {
      next = std::async(std::launch::async, [this, ahead, size, threads] { return wave(ahead, size, threads); });
    }
    for (const Chunk& chunk : chunks) {
      take(chunk);
      // A broken chunk ends the audit of entries; those being read ahead are left.
      if (chunk.broken || chunk.entries.empty()) return false;
      each(chunk);
    }
    first = ahead;
    if (first < count) chunks = next.valid() ? next.get() : wave(first, size, threads);
  }
  return true;
}

void Integrity::take(const Chunk& chunk) {
  for (const Finding& finding : chunk.findings) findings_.add(finding);
  for (const std::string& sentence : chunk.could_not_check) findings_.couldNotCheck(sentence);
  if (chunk.broken || chunk.entries.empty()) return;
  const Hash expected = tree_.size() == 0 ? Hash{} : tree_.nodes(0, tree_.size() - 1, 1)[0];
  if (chunk.first_previous && *chunk.first_previous != expected) {
    findings_.add(
        {Wrong::kChainBroken, chunk.first, {}, "`previous` is not the hash of the entry before", Link::kPrevious});
  }
  if (any_ && chunk.first_previous && chunk.first_recorded_at < last_recorded_at_) {
    findings_.add(
        {Wrong::kChainBroken, chunk.first, {}, "recordedAt is earlier than that of the entry before", Link::kClock});
  }
  any_ = true;
  if (chunk.first_previous) last_recorded_at_ = chunk.last_recorded_at;
  takeTile(chunk);
  tree_.append(chunk.subtree);
}

void Integrity::takeTile(const Chunk& chunk) {
  if (!chunk.tile && !tiles_tree_) return;
  const auto& leaves = chunk.subtree.levels[0];
  if (!tiles_tree_) {
    tiles_tree_ = std::make_unique<Tree>();
    for (const Hash& leaf : tree_.nodes(0, 0, tree_.size())) tiles_tree_->append(leaf);
  }
  const auto& hashes = chunk.tile ? *chunk.tile : leaves;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    tiles_tree_->append(hashes[i]);
    if (hashes[i] != leaves[i] && differing_.size() < kDifferingMax) differing_.push_back(chunk.first + i);
  }
}

void Integrity::checkRoot(const Checkpoint& checkpoint) {
  const Hash from_entries = tree_.root();
  const Hash from_tiles = tiles_tree_ ? tiles_tree_->root() : from_entries;
  if (from_tiles != checkpoint.root) {
    findings_.add(Wrong::kTileTampered, "the tiles give the root " + base64Of(from_tiles) + ", the checkpoint says " +
                                            base64Of(checkpoint.root));
  }
  for (const std::uint64_t index : differing_) {
    findings_.add({from_entries == checkpoint.root ? Wrong::kTileTampered : Wrong::kEntryTampered,
                   index,
                   {},
                   "the entry does not have the leaf hash that stands in its tile"});
  }
  if (from_entries == checkpoint.root) {
    findings_.checked("root: recomputed from the bytes of " + std::to_string(tree_.size()) + " entries");
  } else {
    findings_.notChecked("root: the bytes of the entries do not give the one that was signed, as the findings say");
  }
}

// Each tile against the tree of the leaf hashes in the tiles: a broken entry is not reported once more per level.
void Integrity::checkTile(const TileName& name, bool required) {
  Tree& tree = tiles_tree_ ? *tiles_tree_ : tree_;
  const auto tile = readTile(archive_, name);
  if (!tile) {
    if (required) findings_.couldNotCheck(name.text() + " is missing or has a wrong length");
    return;
  }
  const auto nodes =
      tree.nodes(std::size_t{8} * static_cast<std::size_t>(name.level), name.number * kTileWidth, name.width);
  if (nodes.size() != name.width || !same(*tile, {nodes[0].data(), nodes.size() * sizeof(Hash)})) {
    findings_.add(Wrong::kTileTampered, name.text() + " does not hold the hashes of the tiles below it");
  }
}

void Integrity::checkTiles(std::uint64_t size) {
  for (int level = 1; hashesOf(level, size) != 0; ++level) {
    const std::uint64_t hashes = hashesOf(level, size);
    for (std::uint64_t number = 0; number * kTileWidth < hashes; ++number) {
      checkTile(tileAt(level, number, size), true);
    }
  }
  std::uint64_t beyond = 0;
  std::uint64_t needed = 0;
  for (const std::string& text : archive_.names()) {
    const auto name = TileName::parse(text);
    if (!name) {
      // Only a folder reaches this: a bundle's strange members are damage already.
      if (text.starts_with("tile/")) findings_.add(Wrong::kTileTampered, text.substr(0, 200) + " is no name of a tile");
      continue;
    }
    const std::uint64_t hashes = hashesOf(name->level, size);
    const std::uint64_t end = name->number * kTileWidth + name->width;
    if (end > hashes) {
      ++beyond;
    } else if (*name == tileAt(name->level, name->number, size)) {
      ++needed;
    } else if (!archive_.isZip()) {
      checkOlder(*name);
    }
  }
  if (beyond != 0 && !archive_.isZip()) {
    findings_.notChecked(std::to_string(beyond) + " tiles reach beyond the checkpoint's size");
  }
  findings_.checked("tiles: " + std::to_string(needed) + " compared with the tree of the entries");
}

// A partial tile of an earlier checkpoint is the beginning of what stands there now.
void Integrity::checkOlder(const TileName& name) {
  if (name.level != kEntriesLevel) return checkTile(name, false);
  const auto bundle = readTile(archive_, name);
  const auto entries = bundle ? entriesOf(*bundle, name.width) : std::nullopt;
  const auto leaves = tree_.nodes(0, name.number * kTileWidth, name.width);
  Sha256 hasher;
  bool holds = entries && leaves.size() == name.width;
  for (std::size_t i = 0; holds && i < entries->size(); ++i) holds = hasher.leaf((*entries)[i]) == leaves[i];
  if (!holds) findings_.add(Wrong::kTileTampered, name.text() + " differs from the entries of the log");
}

}  // namespace audit
