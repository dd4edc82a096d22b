#include "ledger/rules/separation.h"

#include "ledger/rules/acting.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

bool isJudged(const Context& context) {
  return context.rules >= kRules3 && !context.imported();
}

Result<void> checkPersonNotOfGrantee(const State& state, const GrantRecord& grant, const PersonId& person, UtcMs at) {
  if (!holdsRole(state, person, Role::kOfficer, grant.grantee, at)) return {};
  return refuse("CONFLICT_OF_INTEREST",
                "person " + person.text() + " is an officer of the grantee: another person decides about its money");
}

Result<void> checkSide(const State& state, const GrantRecord& grant, const DoneBy& side, const Context& context) {
  if (!isJudged(context)) return {};
  ASAR_TRY(checkPersonNotOfGrantee(state, grant, side.signer, context.recorded_at));
  return checkPersonNotOfGrantee(state, grant, side.acting_for, context.recorded_at);
}

}  // namespace

Result<void> checkNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  if (!isJudged(context)) return {};
  for (const PersonId& person : actingPersons(context))
    ASAR_TRY(checkPersonNotOfGrantee(state, grant, person, context.recorded_at));
  return {};
}

Result<void> checkProposerNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  return checkSide(state, grant, askerOf(context), context);
}

Result<void> checkSecondNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  return checkSide(state, grant, secondOf(context), context);
}

Result<void> checkNotScorer(const State& state, const GrantRecord& grant, const Context& context) {
  const auto* application = isJudged(context) ? state.applications.find(grant.application) : nullptr;
  if (application == nullptr || !isAnyActing(context, application->scorers)) return {};
  return refuse("SCORER_VERIFIES", "person " + context.person.text() +
                                       " scored the application of this grant: another person checks what it spent");
}

}  // namespace ledger
