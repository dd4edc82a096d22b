// Roles — who may send which command, and who must stand beside them.
//
// Shape    one table, command × role (scope) × second person; `decide`, the help texts and the tests read it.
// Errors   ROLE_MISSING, ASSURANCE_MISMATCH, NOT_IMPORTABLE.
// Source   ledger/schema/README.md section 5.
#pragma once

#include <span>

#include "ledger/rules/context.h"
#include "ledger/rules/subjects.h"

namespace ledger {

// Whose role counts: the subject that a role's scope must equal. A role without scope holds everywhere.
enum class ScopeOf {
  kLedger,
  kOffice,
  kPersonsOffice,
  kOrganisationsOffice,
  kAnyOffice,
  kOrganisation,
  kFunder,
  kGrantee
};

// The person herself, in place of a role; anyone who has a key at all.
enum class Self { kNone, kPerson, kVolunteer, kNominee, kAnyone };

enum class Second { kNone, kSameRole, kGranteesOfficer, kWhereMinutesRise, kFunderOverLimit };

struct Permission {
  Kind kind;
  std::span<const Role> roles;
  ScopeOf scope;
  Self self;
  Second second;
};

const Permission& permissionOf(Kind kind);

bool holdsRole(const State& state, const PersonId& person, Role role, const SubjectId& scope, UtcMs at);
// When the role now held was granted; nothing where it is not held.
std::optional<UtcMs> roleGrantedAt(const State& state, const PersonId& person, Role role, const SubjectId& scope,
                                   UtcMs at);

// Says whether a second person is still needed, or why the asker may not ask.
Result<bool> authorise(const State& state, const Command& command, const Subjects& subjects, const Context& context);

}  // namespace ledger
