// Directory — offices, organisations, persons, programmes.
//
// Source   ledger/schema/README.md section 6, "Offices, organisations, persons", "Languages" and "Programmes and
//          proposed projects".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// KZ-75: an ISO 3166-2 code.
Result<void> checkRegion(std::string_view region);
// Facts are not later than the clock allows; plans may be.
Result<void> checkNotFuture(const Instant& at, const Context& context);
// A term is prolonged to a later day than its last: BAD_PERIOD.
Result<void> checkLater(CivilDay day, CivilDay last);

Result<Decision> judge(const State& state, const OfficeEstablish& command, const Context& context);
Result<Decision> judge(const State& state, const OrganisationRegister& command, const Context& context);
Result<Decision> judge(const State& state, const PersonRegister& command, const Context& context);
Result<Decision> judge(const State& state, const ProgrammeDefine& command, const Context& context);

void evolve(State& state, const OfficeEstablish& command, const Context& context);
void evolve(State& state, const OrganisationRegister& command, const Context& context);
void evolve(State& state, const PersonRegister& command, const Context& context);
void evolve(State& state, const ProgrammeDefine& command, const Context& context);

}  // namespace ledger
