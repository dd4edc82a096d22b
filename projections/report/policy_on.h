// PolicyOn — which of the published policies of one kind decides on a day.
//
// Shape    in force or unverified, with a validity that covers the day; of several the one endorsed last, unless a
//          later one of the same id repeals it for that day. Rows stand newest endorsement first.
// Threads  a pure function.
// Source   ledger/schema/README.md section 6, "Policies".
#pragma once

#include <algorithm>
#include <vector>

#include "ledger/event/values.h"

namespace projections {

// Null where none does.
template <class Row>
const Row* policyOn(const std::vector<Row>& newest_first, ledger::CivilDay day) {
  std::vector<ledger::SubjectId> repealed;
  for (const Row& row : newest_first) {
    const bool covers = row.valid_from <= day && (row.valid_to == 0 || day <= row.valid_to);
    if (!covers || std::ranges::find(repealed, row.policy) != repealed.end()) continue;
    if (row.status == ledger::LegalStatus::kRepealed) repealed.push_back(row.policy);
    if (row.status == ledger::LegalStatus::kInForce || row.status == ledger::LegalStatus::kUnverified) return &row;
  }
  return nullptr;
}

}  // namespace projections
