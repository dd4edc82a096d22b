#include "audit/log/chunk.h"

#include <capnp/message.h>

#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

constexpr std::uint64_t kHashBytes = 32;
constexpr std::uint64_t kEntriesTileBytesMax = kTileWidth * (kEntryBytesMax + 2);

// The first `width` entries of a bundle of 256.
void cutEntries(Buffer& bundle, std::uint64_t width) {
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < width && bundle.size() - at >= 2; ++i) {
    at += 2 + (static_cast<std::size_t>(bundle[at]) << 8U | bundle[at + 1]);
    if (at > bundle.size()) return;
  }
  bundle.resize(at);
}

void copyEntries(const std::vector<Bytes>& entries, Chunk& chunk) {
  std::size_t total = 0;
  for (const Bytes& entry : entries) total += (entry.size() + 7) / 8;
  chunk.words.resize(total);
  std::size_t place = 0;
  chunk.entries.reserve(entries.size());
  for (const Bytes& entry : entries) {
    chunk.entries.push_back({place, entry.size(), Form::kCanonical});
    if (!entry.empty()) std::memcpy(chunk.words.data() + place, entry.data(), entry.size());
    place += (entry.size() + 7) / 8;
  }
}

void compareTile(const Archive& archive, const TileName& name, Chunk& chunk) {
  const TileName hashes_name{0, name.number, name.width};
  const auto tile = readTile(archive, hashes_name);
  if (!tile) {
    chunk.could_not_check.push_back(hashes_name.text() + " is missing or has a wrong length");
    return;
  }
  const auto& leaves = chunk.subtree.levels[0];
  if (same(*tile, {leaves[0].data(), leaves.size() * kHashBytes})) return;
  chunk.tile.emplace(leaves.size());
  std::memcpy(chunk.tile->data(), tile->data(), tile->size());
}

// Form, and the link to the entry before where that is in the same chunk.
class LinkCheck {
 public:
  LinkCheck(Chunk& chunk, const Forms& forms) : chunk_(chunk), forms_(forms) {}

  void run() {
    for (std::size_t i = 0; i < chunk_.entries.size(); ++i) {
      const auto verdict = forms_.entryWithBody(chunk_.entry(i));
      chunk_.entries[i].form = verdict.form;
      if (verdict.form == Form::kNotCanonical) {
        wrong(Wrong::kEntryTampered, i, std::string("the bytes are not canonical: ") + verdict.why);
      } else if (verdict.ok() || forms_.entry(chunk_.entry(i)).ok()) {
        link(i);
      }
    }
  }

 private:
  void wrong(Wrong wrong, std::size_t i, std::string sentence, Link link = Link::kNone) {
    chunk_.findings.push_back({wrong, chunk_.first + i, {}, std::move(sentence), link});
  }

  void link(std::size_t i) {
    const auto bytes = chunk_.entry(i);
    const auto entry =
        capnp::readMessageUnchecked<ledger::schema::Entry>(reinterpret_cast<const capnp::word*>(bytes.data()));
    if (entry.getIndex() != chunk_.first + i) {
      wrong(Wrong::kChainBroken, i, "the entry says it is number " + std::to_string(entry.getIndex()), Link::kIndex);
    }
    const auto previous = fixed<32>(entry.getPrevious());
    if (i == 0) {
      chunk_.first_previous = previous;
    } else if (previous != chunk_.subtree.levels[0][i - 1]) {
      wrong(Wrong::kChainBroken, i, "`previous` is not the hash of the entry before", Link::kPrevious);
    }
    if (recorded_ && entry.getRecordedAt() < chunk_.last_recorded_at) {
      wrong(Wrong::kChainBroken, i, "recordedAt is earlier than that of the entry before", Link::kClock);
    }
    if (!recorded_) chunk_.first_recorded_at = entry.getRecordedAt();
    chunk_.last_recorded_at = entry.getRecordedAt();
    recorded_ = true;
  }

  Chunk& chunk_;
  const Forms& forms_;
  bool recorded_ = false;
};

}  // namespace

std::optional<Buffer> readTile(const Archive& archive, const TileName& name) {
  const bool entries = name.level == kEntriesLevel;
  const std::uint64_t bytes_max = entries ? kEntriesTileBytesMax : kTileWidth * kHashBytes;
  auto bytes = archive.read(name.text(), bytes_max);
  if (!bytes && name.width != kTileWidth && !archive.isZip()) {
    bytes = archive.read(TileName{name.level, name.number, kTileWidth}.text(), bytes_max);
    if (bytes && entries) cutEntries(*bytes, name.width);
    if (bytes && !entries && bytes->size() > name.width * kHashBytes) bytes->resize(name.width * kHashBytes);
  }
  if (bytes && !entries && bytes->size() != name.width * kHashBytes) return std::nullopt;
  return bytes;
}

Chunk makeChunk(const Archive& archive, const Forms& forms, const ChunkPlace& place) {
  Chunk chunk;
  chunk.first = place.number * kTileWidth;
  const TileName name = tileAt(kEntriesLevel, place.number, place.size);
  const auto bundle = readTile(archive, name);
  if (!bundle) {
    chunk.broken = true;
    chunk.could_not_check.push_back(name.text() + " is missing: entries from " + std::to_string(chunk.first) +
                                    " on could not be read");
    return chunk;
  }
  const auto entries = entriesOf(*bundle, name.width);
  if (!entries) {
    chunk.broken = true;
    chunk.findings.push_back({Wrong::kEntryTampered,
                              chunk.first,
                              {},
                              name.text() + " does not hold exactly " + std::to_string(name.width) + " entries"});
    return chunk;
  }
  Sha256 hasher;
  std::vector<Hash> leaves;
  leaves.reserve(entries->size());
  for (const Bytes& entry : *entries) leaves.push_back(hasher.leaf(entry));
  chunk.subtree = Subtree::over(std::move(leaves), hasher);
  copyEntries(*entries, chunk);
  LinkCheck(chunk, forms).run();
  compareTile(archive, name, chunk);
  return chunk;
}

}  // namespace audit
