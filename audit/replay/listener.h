// Listener — who is told of each command that takes effect, as the replay comes to it: what the state does not keep of
// an entry is kept by whom it concerns.
//
// Threads  called from the thread of the replay.
#pragma once

#include "audit/base/merkle.h"
#include "audit/replay/case.h"

namespace audit {

class Listener {
 public:
  virtual ~Listener() = default;
  // The state is that before it. Of a proposal it is told once it is endorsed. The command is gone afterwards.
  virtual void takesEffect(const State& state, const Case& c, schema::Command::Reader command) = 0;
  // Once, after everything else; `complete` where the whole log was replayed.
  virtual void ended(const State& state, Tree& tree, bool complete) = 0;
};

}  // namespace audit
