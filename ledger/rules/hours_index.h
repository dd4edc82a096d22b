// Hours index — a volunteer's entries without a walk over all there are: newest first, and those of one day.
//
// Errors   HOURS_TAKEN.
// Source   ledger/schema/README.md section 6, "One entry".
#pragma once

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Puts a claim's record, which is in the state already, under its volunteer and day.
void indexHours(State& state, const SubjectId& hours);

template <class Visit>
void eachHoursOf(const State& state, const PersonId& volunteer, Visit visit) {
  const auto* newest = state.newest_hours.find(volunteer);
  SubjectId id = newest == nullptr ? SubjectId{} : *newest;
  while (!id.isNone()) {
    const HoursRecord& hours = *state.hours.find(id);
    visit(id, hours);
    id = hours.earlier;
  }
}

// Whether no other entry says the same service already; a claim that says `split` means another.
Result<void> checkOneEntry(const State& state, const HoursClaim& command, const Context& context);

// Whether that organisation's volunteers are sent to an emergency on that day.
bool isDeployed(const State& state, const SubjectId& organisation, CivilDay day);

}  // namespace ledger
