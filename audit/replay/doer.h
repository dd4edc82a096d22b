// Doer — who did a thing: the person who signed it and, where she acted in the role of another, that person too. A rule
// about who may not do a thing means both, in whichever of their profiles.
//
// Source   ledger/schema/README.md, section 5, "Delegations"; section 6, "Merged profiles".
#pragma once

#include <algorithm>
#include <vector>

#include "audit/base/bytes.h"

namespace audit {

struct Doer {
  Id signer{};               // zeros: nobody did it yet
  Id acted_for{};            // zeros: nobody
  std::vector<Id> others{};  // profiles of the two besides these, as they were known then

  // True of one of them.
  template <class Holds>
  bool any(Holds holds) const {
    return (signer != Id{} && holds(signer)) || (acted_for != Id{} && holds(acted_for)) ||
           std::ranges::any_of(others, holds);
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
  // The two alone: who is compared with the set later tells her own profiles.
  template <class Set>
  void join(Set& persons) const {
    if (signer != Id{}) persons.insert(signer);
    if (acted_for != Id{}) persons.insert(acted_for);
  }
};

}  // namespace audit
