// Periods — days that an organisation has closed, and facts that come late: what asks for a second person though
// nothing else does.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 5, "Late facts and closed periods".
#pragma once

#include "audit/replay/case.h"

namespace audit {

inline constexpr Refusal kPeriodClosed{"PERIOD_CLOSED", "an import tells of a day in a closed period, or unsays it"};

// The recording's civil day lies more than so many days after the service's; 0: it is never late.
bool isLate(const Case& c, const Moment& service, std::int64_t days);

// The day lies in a closed period of that organisation.
bool isClosedDay(const State& state, const Id& organisation, std::int64_t day);

// Whether the command needs a second person for its lateness or a closed period alone, and whether that is a clerk.
bool asksSecond(const State& state, const Case& c, schema::Command::Reader command);
bool asksClerk(const State& state, const Case& c, schema::Command::Reader command);
// Of commands of every kind; what a voided import had told of such days is judged with it.
Refusal judgeClosedDay(const State& state, const Case& c, schema::Command::Reader command);

Refusal judgePeriods(const State& state, const Case& c, schema::Command::Reader command);
void applyPeriods(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
