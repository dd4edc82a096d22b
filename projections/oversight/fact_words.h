// FactWords — the codes, words and lists of a command, under the names its fields have in the schema.
//
// Shape    a word stands at place -1; a list gives one row for each of its items, from place 0. Ids, hashes and days
//          are not words.
// Threads  pure functions.
#pragma once

#include <vector>

#include "projections/oversight/subject_rows.h"

namespace projections {

std::vector<FactWordRow> wordsOf(const ledger::CommandBody& body, ledger::Position fact_index);

}  // namespace projections
