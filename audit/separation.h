// Separation — who may have no part in decisions about a grant: officers of its grantee, and who scored its
// application. By the rules from version 3 on, and not of imports.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Separation".
#pragma once

#include "audit/case.h"

namespace audit {

// Of decisions of the funder: neither person is an officer of the grantee.
Refusal judgeOutsiders(const State& state, const Case& c, const Id& grant);
// Of agreements and their amendments, which an officer of the grantee endorses: of the proposer alone.
Refusal judgeProposer(const State& state, const Case& c, const Id& grant);
// Of virements, which an officer of the grantee proposes: of the endorser alone.
Refusal judgeEndorserOutside(const State& state, const Case& c, const Id& grant);
// Of those who check expenditures.
Refusal judgeChecker(const State& state, const Case& c, const Id& grant);

}  // namespace audit
