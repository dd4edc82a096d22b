// ExternalSystem — a registered system that this ledger exchanges with, found by its id or its code.
//
// Errors   kNotFound SYSTEM_UNKNOWN with the codes there are.
// Threads  the database's.
#pragma once

#include <map>
#include <string_view>

#include "projections/oversight/subject_rows.h"
#include "projections/report/stamp.h"

namespace projections {

ledger::Result<SubjectRow> findSystem(Database& database, std::string_view id_or_code);
// All of them, or the one that is asked for.
ledger::Result<std::map<ledger::SubjectId, SubjectRow>> systemsAsked(Database& database, std::string_view id_or_code);

}  // namespace projections
