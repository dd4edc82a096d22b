// JsonStart — what every report in JSON begins with: its name, and what it was made from.
//
// Threads  a pure function.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "projections/report/stamp.h"

namespace projections {

nlohmann::ordered_json startOf(const char* report, const Stamp& stamp);

}  // namespace projections
