// Published report — the figures of a report as it was published, by the paths under which they are counted anew.
//
// Shape    every whole number is a figure, but for places in the log. A row of a list is named by its id, or by the
//          codes that set it apart. null is a figure that is hidden, where one is counted under its path.
// Errors   false where a figure is no whole number, or a row is there twice or cannot be named.
// Threads  pure functions.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "audit/answers/published.h"

namespace audit {

// Of a kind that is counted anew: published.report.
bool takeReport(const nlohmann::json& report, Published& published);

}  // namespace audit
