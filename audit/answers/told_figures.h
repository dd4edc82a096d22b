// Told figures — what `recompute` tells as JSON (--out, and "figures" of --json): written, and read back where somebody
// published it.
//
// Shape    a figures.json with one more member, "national": figures by path, null for what is hidden. "minutes" are
// there
//          where nothing is hidden alone, "period" ("FROM..TO") where all of it is of some days.
// Units    minutes; minor units of each currency.
// Errors   what is not of this shape is false; what differs is a finding (FIGURES_DIFFER).
// Threads  pure functions.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "audit/answers/published.h"

namespace audit {

struct ToldFigures {
  const NationalFigures& national;
  const std::string& figures;  // as a figures.json of these days would be
  std::string period;          // empty: every day
  bool exact = false;          // nothing is hidden
};

nlohmann::json toldJson(const ToldFigures& told);

// "2026-01-01..2026-03-31".
std::optional<DayRange> daysFrom(const std::string& text);

bool isTold(const nlohmann::json& report);
// Into `published`, whose size and root are read already.
bool takeTold(const nlohmann::json& report, Published& published);
void compareTold(const Published& published, const ToldFigures& counted, Findings& findings);

}  // namespace audit
