// What policies ask of awards, agreements, amendments, virements and tranches: by the rules from version 2 on, and not
// of imports.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Grants under policies", "Funding", "Sub-awards", "Tranches".
#pragma once

#include "audit/replay/case.h"

namespace audit {

Ruling ruleOfClass(const State& state, const Case& c, schema::GrantAward::Reader command);
// Of a grant that is there.
Ruling ruleOfCosts(const State& state, const Case& c, schema::AgreementSign::Reader command);
Ruling ruleOfCosts(const State& state, const Case& c, schema::AgreementAmend::Reader command);
// What is verified of the money paid out, before another tranche; from version 3 on.
Ruling ruleOfAccounts(const State& state, const Case& c, schema::TrancheApprove::Reader command);

// What lines of administration would hold on that day after a virement.
struct Administration {
  std::int64_t day = 0;
  Sum budget = 0;
};
Refusal judgeAdministration(const State& state, const Grant& grant, const Administration& after);

// Of an agreement or an amendment: its eligible period, and the civil day of the agreement.
struct AgreedPeriod {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t agreed_day = 0;
};
// The period has as many months as the class of the grant may have.
Refusal judgeClassPeriod(const State& state, const Case& c, const Grant& grant, const AgreedPeriod& period);

}  // namespace audit
