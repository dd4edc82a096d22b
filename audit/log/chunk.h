// Chunk — up to 256 entries as one step of the audit: read, hashed, compared with their tile, judged for form.
//
// Shape    the entries stand at addresses divisible by 8, so that they can be read in place. What the chunk found
//          wrong waits in `findings` for the thread that owns the report.
// Threads  makeChunk may run for many chunks at once.
#pragma once

#include "audit/base/merkle.h"
#include "audit/log/archive.h"
#include "audit/log/form.h"
#include "audit/log/tiles.h"

namespace audit {

struct ChunkEntry {
  std::size_t place = 0;  // in Chunk::words
  std::size_t length = 0;
  Form form = Form::kCanonical;
};

struct Chunk {
  std::uint64_t first = 0;  // index of its first entry
  std::vector<std::uint64_t> words;
  std::vector<ChunkEntry> entries;
  Subtree subtree;
  // The hashes of the tile, where they are not those of the entries.
  std::optional<std::vector<Hash>> tile;
  std::vector<Finding> findings;
  std::vector<std::string> could_not_check;
  // The whole chunk could not be read: nothing after it can be judged.
  bool broken = false;
  // Of the first and the last entry that could be read.
  std::optional<Hash> first_previous;
  std::int64_t first_recorded_at = 0;
  std::int64_t last_recorded_at = 0;

  Bytes entry(std::size_t i) const {
    return {reinterpret_cast<const std::uint8_t*>(words.data() + entries[i].place), entries[i].length};
  }
};

struct ChunkPlace {
  std::uint64_t number = 0;
  std::uint64_t size = 0;  // of the log
};

Chunk makeChunk(const Archive& archive, const Forms& forms, const ChunkPlace& place);

// The tile `name`, or the same hashes or entries out of the whole tile where the export has only that.
std::optional<Buffer> readTile(const Archive& archive, const TileName& name);

}  // namespace audit
