#include "ledger/rules/separation.h"

#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

bool isJudged(const Context& context) {
  return context.rules >= kFundingSince && !context.imported();
}

Result<void> checkPersonNotOfGrantee(const State& state, const GrantRecord& grant, const PersonId& person, UtcMs at) {
  if (!holdsRole(state, person, Role::kOfficer, grant.grantee, at)) return {};
  return refuse("CONFLICT_OF_INTEREST",
                "person " + person.text() + " is an officer of the grantee: another person decides about its money");
}

}  // namespace

Result<void> checkNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  ASAR_TRY(checkProposerNotOfGrantee(state, grant, context));
  if (!isJudged(context) || !context.endorser) return {};
  return checkPersonNotOfGrantee(state, grant, *context.endorser, context.recorded_at);
}

Result<void> checkProposerNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  if (!isJudged(context)) return {};
  return checkPersonNotOfGrantee(state, grant, context.person, context.recorded_at);
}

Result<void> checkNotScorer(const State& state, const GrantRecord& grant, const Context& context) {
  const auto* application = isJudged(context) ? state.applications.find(grant.application) : nullptr;
  if (application == nullptr || !contains(application->scorers, context.person)) return {};
  return refuse("SCORER_VERIFIES", "person " + context.person.text() +
                                       " scored the application of this grant: another person checks what it spent");
}

}  // namespace ledger
