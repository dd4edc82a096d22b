// Enrolment — tickets by which a person registers a key herself: her first one, or a new one after she lost all.
//
// Source   ledger/schema/README.md, section 6, "Enrolment".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// What a registration with or without a ticket has to keep to, but for the new key itself.
Refusal judgeTicket(const State& state, const Case& c, schema::KeyRegister::Reader command);

Refusal judgeEnrolment(const State& state, const Case& c, schema::Command::Reader command);
void applyEnrolment(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
