// HoursFacts — what the rules on hours read: service, attestations, check-ins, as they were recorded.
#pragma once

#include "audit/replay/case.h"

namespace audit {

struct HoursFacts {
  // The state is that before the command takes effect.
  void hear(const State& state, const Case& c, schema::Command::Reader command);
};

}  // namespace audit
