// Verification — since when an organisation is one that was compared with a register of the state.
//
// Source   ledger/schema/README.md section 6, "Credit".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whether it was compared on that civil day or before it.
bool isVerified(const State& state, const SubjectId& organisation, CivilDay day);

void evolve(State& state, const OrganisationVerify& command, const Context& context);

}  // namespace ledger
