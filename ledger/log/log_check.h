// LogCheck — whether the frames of a store are the log that its head file promises.
//
// Shape    fed with every stored pair in key order; finish() says where the log ends and gives its root.
//          Positions must follow without a gap, keys agree with what frames hold, and the first
//          `promised.size` entries have the promised root and last leaf hash. A longer log is normal: a
//          crash may fall between the sync of a frame and that of the head file.
// Errors   kCorrupt: FRAME_DAMAGED, POSITIONS_MISSING (from … to …), FRAMES_OVERLAP, HEAD_DIFFERS,
//          HEAD_MISSING, LEAF_DIFFERS.
// Threads  belongs to one thread.
#pragma once

#include <optional>

#include "ledger/log/frame.h"
#include "ledger/log/head_file.h"
#include "ledger/merkle/frontier.h"

namespace ledger {

class LogCheck {
 public:
  // `rehash` recomputes every leaf hash from its entry; without it the stored ones are believed.
  LogCheck(std::optional<SealedHead> promised, bool rehash);

  Result<void> add(ByteView key, ByteView value);
  Result<SealedHead> finish() const;
  const Frontier& frontier() const { return frontier_; }

 private:
  Result<void> addLeaf(const FrameView& frame, std::size_t index);

  std::optional<SealedHead> promised_;
  bool rehash_;
  Frontier frontier_;
  Digest last_hash_;
};

// "positions 812 to 901 are missing", or "position 812 is missing".
Error positionsMissing(Position first, Position last, const std::string& because);

}  // namespace ledger
