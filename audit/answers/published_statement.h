// The statements of one grant and of one volunteer's service, as they were published.
//
// Errors   false where something in them is no whole number, no day and no id, or there twice.
// Threads  pure functions.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "audit/answers/published.h"

namespace audit {

// "period" of a report: every day where it has none, nullopt where it is no period.
std::optional<DayRange> daysIn(const nlohmann::json& report);

bool takeGrant(const nlohmann::json& report, Published& published);
bool takeService(const nlohmann::json& report, Published& published);

}  // namespace audit
