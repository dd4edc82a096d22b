// The tables of a release for who makes it: what is told, and why the rest is not.
//
// Threads  pure functions.
#pragma once

#include <string>

#include "ledger/schema/words/words.h"
#include "projections/release/release_tables.h"

namespace projections {

std::string releaseText(const ReleaseTables& tables, const SuppressionRule& rule, ledger::Language language);

}  // namespace projections
