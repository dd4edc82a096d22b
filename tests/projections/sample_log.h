// A small log with one of everything the read models show: a place to volunteer, hours in every state, a grant
// from its award to a refund, an import and a voided one.
#pragma once

#include "tests/projections/made_log.h"

namespace tests {

namespace sample {
inline const ledger::SubjectId kOffice = subject(1);
inline const ledger::SubjectId kOrganisation = subject(2);
inline const ledger::SubjectId kFunder = subject(3);
inline const ledger::SubjectId kProgramme = subject(4);
inline const ledger::SubjectId kProject = subject(5);
inline const ledger::SubjectId kActivity = subject(6);
inline const ledger::SubjectId kShift = subject(7);
inline const ledger::SubjectId kGrant = subject(8);
inline const ledger::SubjectId kBatch = subject(9);
inline const ledger::SubjectId kVoidedBatch = subject(10);
inline const ledger::PersonId kVolunteer = person(1);
inline const ledger::PersonId kOtherVolunteer = person(2);
inline const ledger::PersonId kAttestor = person(3);
}  // namespace sample

// The steps, so that a test may stop between them.
void addFounding(MadeLog& log);
void addPlaces(MadeLog& log);
void addHours(MadeLog& log);
void addGrant(MadeLog& log);
void addImports(MadeLog& log);
MadeLog sampleLog();

ledger::HoursClaim claimOf(std::uint8_t number, ledger::PersonId volunteer, const std::string& day, int minutes);
ledger::HoursAttest attestOf(std::uint8_t number, const std::string& day, int minutes);

}  // namespace tests
