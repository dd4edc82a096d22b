// Credit facts — the hours entries of the state, as credit sees them.
//
// Threads  pure functions.
#pragma once

#include "ledger/rules/credit.h"

namespace ledger {

// Nothing where there is no such entry.
std::optional<CreditFact> creditFactOf(const State& state, const SubjectId& hours);
// All entries of a person, under all her profiles; of each those claimed last first.
std::vector<CreditFact> creditFactsOf(const State& state, const PersonId& person);

}  // namespace ledger
