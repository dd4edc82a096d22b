// How organisations belong together: memberships, and the head of several that are one.
#include <algorithm>
#include <set>

#include "audit/rules/money_rules.h"

namespace audit {

std::optional<std::uint64_t> membershipOf(const Run& run, const Id& one, const Id& other, std::int64_t day) {
  const auto& memberships = run.facts().money.memberships;
  std::set<Id> above;  // what the one is a member of
  for (const MembershipFact& fact : listOf(memberships, one)) {
    if (!fact.days.cover(day)) continue;
    if (fact.within == other) return fact.index;
    above.insert(fact.within);
  }
  for (const MembershipFact& fact : listOf(memberships, other)) {
    if (!fact.days.cover(day)) continue;
    if (fact.within == one) return fact.index;
    // Of large networks many are members who have nothing else in common: a shared parent is what binds.
    if (fact.kind == schema::MembershipKind::PARENT && above.contains(fact.within)) return fact.index;
  }
  return std::nullopt;
}

std::string headOf(const Run& run, const std::string& vendor_key, std::int64_t day) {
  const MoneyFacts& money = run.facts().money;
  const auto known = money.numbered.find(vendor_key);
  if (known == money.numbered.end()) return vendor_key;
  Id head = known->second;
  // A chain of branches is short; one that is a ring ends all the same.
  for (int steps = 0; steps < 8; ++steps) {
    const auto& list = listOf(money.memberships, head);
    const auto above = std::ranges::find_if(list, [&](const MembershipFact& fact) {
      return fact.kind == schema::MembershipKind::PARENT && fact.days.cover(day);
    });
    if (above == list.end()) break;
    head = above->within;
  }
  return keyOf(head);
}

}  // namespace audit
