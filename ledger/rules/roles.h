// Roles — who may send which command, and who must stand beside them.
//
// Shape    one table, command × role (scope) × second person; authorise.h, the help texts and the tests read it. A role
//          is here one held without a delegation. Who is suspended or excluded holds none but that of authority.
// Source   ledger/schema/README.md section 5.
#pragma once

#include <span>

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// Whose role counts: the subject that a role's scope must equal. A role without scope holds everywhere.
enum class ScopeOf {
  kLedger,
  kOffice,
  kPersonsOffice,
  kPersonsOfficeOrAnyOrganisation,  // of any organisation a coordinator
  kOrganisationsOffice,
  kAnyOffice,
  kOrganisation,
  kFunder,
  kGrantee
};

// The person herself, in place of a role; anyone who has a key at all.
enum class Self { kNone, kPerson, kVolunteer, kNominee, kAnyone };

enum class Second { kNone, kSameRole, kAuthority, kGranteesOfficer, kWhereMinutesRise, kFunderOverLimit };

struct Permission {
  Kind kind;
  std::span<const Role> roles;
  ScopeOf scope;
  Self self;
  Second second;
};

const Permission& permissionOf(Kind kind);

bool holdsRole(const State& state, const PersonId& person, Role role, const SubjectId& scope, const Context& context);
// In whichever scope.
bool holdsRoleAnywhere(const State& state, const PersonId& person, Role role, const Context& context);
// When the role now held was granted; nothing where it is not held.
std::optional<UtcMs> roleGrantedAt(const State& state, const PersonId& person, Role role, const SubjectId& scope,
                                   const Context& context);
// Whether the person is suspended or excluded, under rules that take her roles from her while that lasts.
bool isShutOut(const State& state, const PersonId& person, const Context& context);

}  // namespace ledger
