// Doer — who did a thing: the person who signed it and, where she acted in the role of another, that person too. A rule
// about who may not do a thing means both.
//
// Source   ledger/schema/README.md, section 5, "Delegations".
#pragma once

#include "audit/bytes.h"

namespace audit {

struct Doer {
  Id signer{};     // zeros: nobody did it yet
  Id acted_for{};  // zeros: nobody

  // True of one of the two.
  template <class Holds>
  bool any(Holds holds) const {
    return (signer != Id{} && holds(signer)) || (acted_for != Id{} && holds(acted_for));
  }
  bool is(const Id& person) const {
    return any([&](const Id& own) { return own == person; });
  }
  bool meets(const Doer& other) const {
    return any([&](const Id& own) { return other.is(own); });
  }
  template <class Set>
  bool isIn(const Set& persons) const {
    return any([&](const Id& own) { return persons.contains(own); });
  }
  template <class Set>
  void join(Set& persons) const {
    if (signer != Id{}) persons.insert(signer);
    if (acted_for != Id{}) persons.insert(acted_for);
  }
};

}  // namespace audit
