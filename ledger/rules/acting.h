// Acting — delegations, and for whom somebody acts: she uses the role of one who delegated it where she has none.
//
// Shape    whoever the rules exclude is excluded with the person she acts for, and with all profiles of both; so they
//          compare with all of those who act, and remember signer and person acted for (done_by.h).
// Errors   SAME_PERSON, ROLES_INCOMPATIBLE, ROLE_NOT_DELEGABLE, ROLE_SCOPE, ROLE_NOT_HELD, BAD_PERIOD.
// Source   ledger/schema/README.md section 5, "Delegations".
#pragma once

#include <span>

#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

// One of these roles in the scope, or one of those held anywhere.
struct Wanted {
  std::span<const Role> roles;
  SubjectId scope;
  std::span<const Role> anywhere;
};

struct Standing {
  Role role{};
  PersonId acting_for;  // none where the role is her own
};

// How the person holds a wanted role: herself, else by the delegation that was recorded first; nothing where neither.
std::optional<Standing> standingOf(const State& state, const PersonId& person, const Wanted& wanted,
                                   const Context& context);
// How who acted then holds it now in the same way: herself, or by a delegation of the same person.
std::optional<Standing> standingAsThen(const State& state, const DoneBy& then, const Wanted& wanted,
                                       const Context& context);

// The asker, or the proposer where a proposal is judged again; without the second person.
DoneBy askerOf(const Context& context);
// The second person; none where there is none.
DoneBy secondOf(const Context& context);
// Whose role the asker uses: her own or that of the one she acts for.
const PersonId& roleHolder(const Context& context);
// The asker's side with all its profiles, each once; and the second person's.
std::vector<PersonId> askingPersons(const Context& context);
std::vector<PersonId> secondPersons(const Context& context);
// All who act, on both sides, each once.
std::vector<PersonId> actingPersons(const Context& context);
bool isActing(const Context& context, const PersonId& person);
bool isActing(const Context& context, const DoneBy& earlier);
bool isAnyActing(const Context& context, const std::vector<PersonId>& persons);
// Notes all who act among those who did a thing.
void addActing(std::vector<PersonId>& persons, const Context& context);
// The same context that knows the further profiles of those who act.
Context withProfiles(const State& state, const Context& context);
// Of a proposal and its endorsement nobody is on both sides: SAME_PERSON.
Result<void> checkTwoSides(const State& state, const DoneBy& first, const DoneBy& second);

Result<Decision> judge(const State& state, const DelegationSet& command, const Context& context);
void evolve(State& state, const DelegationSet& command, const Context& context);
void evolve(State& state, const DelegationEnd& command, const Context& context);

}  // namespace ledger
