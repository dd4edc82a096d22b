// related — how two signed checkpoints of one origin stand to each other.
//
// Shape    the path by which they were compared is kept: where they contradict each other it is the proof.
// Threads  as the nodes.
#pragma once

#include <vector>

#include "audit/log/opened_log.h"

namespace audit {

enum class Relation {
  kOneLog,   // the older is the beginning of the newer
  kSplit,    // two histories
  kDamaged,  // the tiles do not lead to the newer root
  kUnknown,  // a tile is missing
};
struct Related {
  Relation relation = Relation::kUnknown;
  std::vector<Hash> path;
};

// `newer` is not the shorter one; its tiles are in `nodes`, null where it has none.
Related relate(const SignedCheckpoint& older, const SignedCheckpoint& newer, Nodes* nodes);

}  // namespace audit
