// What policies ask of awards and agreements: by the rules from version 2 on, and not of imports.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Grants under policies".
#pragma once

#include "audit/case.h"

namespace audit {

Ruling ruleOfClass(const State& state, const Case& c, schema::GrantAward::Reader command);
// Of a grant that is there.
Ruling ruleOfCosts(const State& state, const Case& c, schema::AgreementSign::Reader command);

}  // namespace audit
