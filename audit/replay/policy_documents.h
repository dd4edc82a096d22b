// Policy documents: what one has to look like, and which of them applies.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Policies".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// The document is the one of its kind, and within its bounds.
bool isFitDocument(schema::PolicyPublish::Reader command);
bool isFitCredit(schema::CreditRules::Reader rules);  // credit_documents.cc
// Of credit rules that give the best set of their tiers.
inline constexpr unsigned kCombinedTiersMost = 8;

// The policy of that kind on that civil day, and of that id where one is given; null where none applies.
const Policy* policyOn(const State& state, schema::PolicyKind kind, std::int64_t day, const Id& id = {});

// Of a list: each item's key is above that of the one before.
template <class List, class Key>
bool rises(List list, Key key) {
  for (unsigned i = 1; i < list.size(); ++i) {
    if (!(key(list[i - 1]) < key(list[i]))) return false;
  }
  return true;
}
template <class List, class Holds>
bool allOf(List list, Holds holds) {
  for (const auto item : list) {
    if (!holds(item)) return false;
  }
  return true;
}
// The first that it is true of.
template <class List, class Is>
auto itemWhere(List list, Is is) -> std::optional<decltype(list[0])> {
  for (const auto item : list) {
    if (is(item)) return item;
  }
  return std::nullopt;
}
template <class List>
bool codesRise(List list) {
  return rises(list, [](auto code) { return static_cast<unsigned>(code); });
}

}  // namespace audit
