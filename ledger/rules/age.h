// Age — what the published age rules ask of the service of minors: consent, no nights, no dangerous work, somebody
// with them.
//
// Errors   GUARDIAN_CONSENT_MISSING, NIGHT_SERVICE, ROLE_EXCLUDED, SUPERVISOR_MISSING.
// Source   ledger/schema/README.md section 6, "Age".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whether any moment from `from` up to `to` lies in the hours of the night, by the offset of `from`.
bool touchesNight(const AgeRule& rule, const Instant& from, UtcMs to);

Result<void> checkAge(const State& state, const HoursClaim& command, const Context& context);
// Of the entry that is to be attested by that method.
Result<void> checkSupervised(const State& state, const HoursRecord& hours, AttestationMethod method,
                             const Context& context);

}  // namespace ledger
