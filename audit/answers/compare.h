// compare — whether two people were shown one log: two checkpoints, two exports, or one of each.
//
// Shape    OK: the same, or one is the beginning of the other. FORK: a split view, with the proof of it as the answer's
//          document. What the tiles say counts only where they lead to a signed root: damage is not called a lie.
// Errors   COULD_NOT_CHECK where two bare checkpoints have different sizes: that takes an export of the longer log.
// Threads  single-thread.
#pragma once

#include <filesystem>

#include "audit/answers/answer.h"
#include "audit/log/note.h"
#include "audit/log/place.h"

namespace audit {

struct Compared {
  Place one;
  Place other;
};

// Without a key that of the founding is taken, which an export has and a checkpoint has not.
void compare(const Compared& compared, const std::optional<VerifierKey>& vkey, Answer& answer);

}  // namespace audit
