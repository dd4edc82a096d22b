// Done by — who did something, and for whom: what the rules remember of a person who acted.
//
// Threads  a value type.
#pragma once

#include "ledger/base/ids.h"

namespace ledger {

struct DoneBy {
  PersonId signer;
  PersonId acting_for;  // whose role the signer used by a delegation; none where her own

  bool includes(const PersonId& person) const { return !person.isNone() && (person == signer || person == acting_for); }
};

}  // namespace ledger
