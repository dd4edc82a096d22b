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

void checkE01(Run& run);
void checkE02(Run& run);
void checkE03(Run& run);
void checkE04(Run& run);
void checkE05(Run& run);
void checkE06(Run& run);
void checkE07(Run& run);
void checkE08(Run& run);
void checkE09(Run& run);
void checkE10(Run& run);
void checkE11(Run& run);
void checkE12(Run& run);
void checkE13(Run& run);
void checkE14(Run& run);
void checkE15(Run& run);
void checkE16(Run& run);
void checkE17(Run& run);
void checkE18(Run& run);
void checkE19(Run& run);
void checkE20(Run& run);
void checkE21(Run& run);
void checkE22(Run& run);
void checkE23(Run& run);
void checkE24(Run& run);
void checkE25(Run& run);
void checkE26(Run& run);
void checkE27(Run& run);
void checkE28(Run& run);
void checkE29(Run& run);
void checkE30(Run& run);
void checkE31(Run& run);
void checkE32(Run& run);
void checkE33(Run& run);
void checkE34(Run& run);
void checkE35(Run& run);
void checkE36(Run& run);

using SpentList = std::vector<const SpentFact*>;

// What of an expenditure still stands: nothing once it was voided, disallowed or reversed as a whole.
Sum standingOf(const Run& run, const SpentFact& spent);
// Those of which something stands, in the order of the log.
SpentList standing(const Run& run);
// The same by a key; an empty key leaves one out.
std::map<std::string, SpentList> standingBy(const Run& run, const std::function<std::string(const SpentFact&)>& key);
const Grant* grantOf(const Run& run, const SpentFact& spent);
const AwardFact* awardOf(const Run& run, const Id& grant);

// The entry by which one is a member of the other on that day, or both are branches of one organisation.
std::optional<std::uint64_t> membershipOf(const Run& run, const Id& one, const Id& other, std::int64_t day);
// What stands for a vendor and all branches of its head: that organisation, or the vendor's own key.
std::string headOf(const Run& run, const std::string& vendor_key, std::int64_t day);

std::string keyOf(const Id& id);
// Parts that stand in no text are between.
std::string joinedKey(std::initializer_list<std::string> parts);

// The finding about these expenditures: their subjects, entries and grants.
Raised raisedOf(const Run& run, const SpentList& list, Sentence sentence);

}  // namespace audit
