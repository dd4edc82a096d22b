// Profiles — registrations that turned out to be of one person: from then on they count as one.
//
// Shape    of those joined since version 3 one profile survives; those it absorbed stay where they are written.
// Errors   DAY_OVER_1440, OVERLAP.
// Source   ledger/schema/README.md section 6, "Merged profiles".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// The profile that stands for the person: her own where nobody absorbed it.
PersonId survivorOf(const State& state, const PersonId& person);

// Whether both are profiles of one person; none is nobody's.
bool isSamePerson(const State& state, const PersonId& one, const PersonId& other);

// Every profile of the person, the surviving one first.
template <class Visit>
void eachProfile(const State& state, const PersonId& person, Visit visit) {
  const PersonId survivor = survivorOf(state, person);
  visit(survivor);
  const auto* absorbed = state.absorbed.find(survivor);
  if (absorbed == nullptr) return;
  for (const PersonId& profile : *absorbed) visit(profile);
}

// Whether what stands of both is what one person can have served.
Result<void> checkJoined(const State& state, const ProfilesMerge& command, const Context& context);

void evolve(State& state, const ProfilesMerge& command, const Context& context);

}  // namespace ledger
