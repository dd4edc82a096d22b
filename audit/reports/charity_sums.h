// Charity sums — donations and gifts that organisations were given, and what became of them.
//
// Shape    each by the day of its fact; a pledge that was not kept yet by the day on which it is due. A donation is
//          given back whole.
// Units    minor units of each currency; of a gift in kind its value as it was stated.
// Threads  pure functions.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

// Given the id of an organisation.
using HoldsOrganisation = std::function<bool(const Id&)>;

// "/charity/sums/KZT/donated", "/charity/donors/person/KZT/gifts".
void addCharity(const Counting& counting, const HoldsOrganisation& holds, ReportFigures& figures);

}  // namespace audit
