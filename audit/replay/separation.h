// Separation — who may have no part in decisions about a grant: officers of its grantee, who submitted or scored its
// application, who audited it. By the rules from version 3 on, and not of imports.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Separation".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Of decisions of the funder: neither person is an officer of the grantee, or submitted the application that the grant
// answers.
Refusal judgeOutsiders(const State& state, const Case& c, const Id& grant);
// Of agreements and their amendments, which an officer of the grantee endorses: of the proposer alone.
Refusal judgeProposer(const State& state, const Case& c, const Id& grant);
// Of virements, which an officer of the grantee proposes: of the endorser alone.
Refusal judgeEndorserOutside(const State& state, const Case& c, const Id& grant);
// Of those who approve tranches, pay, take back or receive, as well: nor scored that application, nor audited the
// grant.
Refusal judgePart(const State& state, const Case& c, const Id& grant);
// Of those who check expenditures: the same.
Refusal judgeChecker(const State& state, const Case& c, const Id& grant);
// Of whatever changes hours: neither person audited the organisation.
Refusal judgeAttestors(const State& state, const Case& c, const Id& organisation);

// Whether one of them submitted the application that the grant answers, or scored it.
bool submittedFor(const State& state, const Grant& grant, const Doer& doer);
bool scoredFor(const State& state, const Grant& grant, const Doer& doer);

}  // namespace audit
