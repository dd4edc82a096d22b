// Integrity — from raw entries to the root: chunks in order, the hash chain between them, the tree, the tiles.
//
// Shape    chunks are read and hashed by `threads` threads, a few ahead of the one that receives them in order.
//          Memory: 64 bytes per entry for the tree, and the chunks in flight.
// Threads  run() returns when all of its threads have ended.
#pragma once

#include <functional>

#include "audit/log/chunk.h"
#include "audit/log/note.h"

namespace audit {

class Integrity {
 public:
  Integrity(const Archive& archive, const Forms& forms, Findings& findings)
      : archive_(archive), forms_(forms), findings_(findings) {}

  // Calls `each` for every chunk, in order; its leaf hashes are in tree() by then. Stops at a chunk that cannot be
  // read. True where all `size` entries were read.
  bool run(std::uint64_t size, unsigned threads, const std::function<void(const Chunk&)>& each);
  // After run: the root, and every hash tile the export holds.
  void checkRoot(const Checkpoint& checkpoint);
  void checkTiles(std::uint64_t size);

  Tree& tree() { return tree_; }

 private:
  void take(const Chunk& chunk);
  void takeTile(const Chunk& chunk);
  void checkTile(const TileName& name, bool required);
  void checkOlder(const TileName& name);
  std::vector<Chunk> wave(std::uint64_t first, std::uint64_t size, unsigned threads) const;

  const Archive& archive_;
  const Forms& forms_;
  Findings& findings_;
  Tree tree_;
  // The tree of the leaf hashes in the tiles, once they differ from the entries'.
  std::unique_ptr<Tree> tiles_tree_;
  std::vector<std::uint64_t> differing_;
  std::int64_t last_recorded_at_ = 0;
  bool any_ = false;
};

}  // namespace audit
