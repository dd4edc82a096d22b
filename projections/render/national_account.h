// NationalAccountRender — what the country's report says beside hours and grants, as sections and as JSON.
//
// Threads  pure functions.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "projections/render/document.h"
#include "projections/report/national_account.h"

namespace projections {

// Volunteers and hours per 1,000 inhabitants are told where the report tells them for the country.
std::vector<Section> nationalAccountSections(const NationalReport& report, const NationalAccount& account,
                                             ledger::Language language);
nlohmann::ordered_json nationalAccountObject(const NationalReport& report, const NationalAccount& account);

}  // namespace projections
