// The rules on money, and what several of them ask.
//
// Shape    each is in the file that its subject names; the table is in money_table.cc.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "audit/rules/run.h"

namespace audit {

void checkE05(Run& run);
void checkE06(Run& run);
void checkE07(Run& run);
void checkE08(Run& run);

using SpentList = std::vector<const SpentFact*>;

// What of an expenditure still stands: nothing once it was voided, disallowed or reversed as a whole.
Sum standingOf(const Run& run, const SpentFact& spent);
// Those of which something stands, in the order of the log.
SpentList standing(const Run& run);
// The same by a key; an empty key leaves one out.
std::map<std::string, SpentList> standingBy(const Run& run, const std::function<std::string(const SpentFact&)>& key);
const Grant* grantOf(const Run& run, const SpentFact& spent);

std::string keyOf(const Id& id);
// Parts that stand in no text are between.
std::string joinedKey(std::initializer_list<std::string> parts);

// The finding about these expenditures: their subjects, entries and grants.
Raised raisedOf(const Run& run, const SpentList& list, Sentence sentence);

}  // namespace audit
