#include "ledger/rules/verification.h"

#include <algorithm>

namespace ledger {

bool isVerified(const State& state, const SubjectId& organisation, CivilDay day) {
  const CivilDay since = state.organisations.find(organisation)->verified_on;
  return since != 0 && since <= day;
}

void evolve(State& state, const OrganisationVerify& command, const Context&) {
  CivilDay& since = state.organisations.edit(command.organisation).verified_on;
  const CivilDay day = command.occurred_at.civilDay();
  since = since == 0 ? day : std::min(since, day);
}

}  // namespace ledger
