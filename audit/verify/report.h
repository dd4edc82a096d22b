// How the audit is told: as text for people, as one JSON object for programs.
#pragma once

#include "audit/verify/verify.h"

namespace audit {

std::string textReport(const Audit& audit, bool timings);
std::string jsonReport(const Audit& audit);

}  // namespace audit
