// How organisations belong together: memberships, and the head of several that are one.
#include <algorithm>

#include "audit/rules/money_rules.h"

namespace audit {

std::optional<std::uint64_t> membershipOf(const Run& run, const Id& one, const Id& other, std::int64_t day) {
  std::map<Id, std::uint64_t> above;  // what the one is a member of
  const auto& memberships = run.facts().money.memberships;
  for (const MembershipFact& fact : memberships) {
    if (!fact.days.cover(day)) continue;
    const bool direct =
        (fact.organisation == one && fact.within == other) || (fact.organisation == other && fact.within == one);
    if (direct) return fact.index;
    if (fact.organisation == one) above.try_emplace(fact.within, fact.index);
  }
  // Of large networks many are members who have nothing else in common: a shared parent is what binds.
  for (const MembershipFact& fact : memberships) {
    const auto shared = above.find(fact.within);
    if (fact.organisation == other && fact.kind == schema::MembershipKind::PARENT && fact.days.cover(day) &&
        shared != above.end())
      return fact.index;
  }
  return std::nullopt;
}

std::string headOf(const Run& run, const std::string& vendor, std::int64_t day) {
  const MoneyFacts& money = run.facts().money;
  const auto known = money.numbered.find(vendor);
  if (known == money.numbered.end()) return vendor;
  Id head = known->second;
  // A chain of branches is short; one that is a ring ends all the same.
  for (int steps = 0; steps < 8; ++steps) {
    const auto above = std::ranges::find_if(money.memberships, [&](const MembershipFact& fact) {
      return fact.organisation == head && fact.kind == schema::MembershipKind::PARENT && fact.days.cover(day);
    });
    if (above == money.memberships.end()) break;
    head = above->within;
  }
  return keyOf(head);
}

}  // namespace audit
