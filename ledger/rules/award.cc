#include "ledger/rules/award.h"

#include "ledger/rules/acting.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

// Nominations are for distinctions that are in the ledger, and not retired.
Result<void> checkDefined(const State& state, const std::string& code) {
  const ClaimedKey key{Claimed::kDistinction, code};
  if (!isClaimed(state, key))
    return refuse("UNKNOWN_SUBJECT", "no distinction '" + code + "' is defined: define it first");
  const auto now = stateOf(state, StreamRole::kDistinction, *state.claimed.find(key));
  if (now == SubjectState::kDefined) return {};
  return refuse("WRONG_STATE", "the distinction '" + code + "' is retired");
}

// While a round is open its commission decides what may be conferred.
Result<void> checkAdmitted(const State& state, const AwardRecord& award) {
  const auto* open = state.open_rounds.find(award.distinction);
  if (open == nullptr || *open == 0 || !award.round.isNone()) return {};
  return refuse("NOT_ADMITTED",
                "a round for '" + award.distinction + "' is open, and the nomination was admitted to none");
}

}  // namespace

Result<void> checkNotNominee(const AwardRecord& award, const Context& context) {
  if (!isActing(context, award.nominee)) return {};
  return refuse("SELF_CONFERRAL", "the nominee takes no part in the decision");
}

Result<Decision> judge(const State& state, const AwardNominate& command, const Context& context) {
  if (isActing(context, command.nominee)) return refuse("SELF_NOMINATION", "nobody nominates themselves");
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  if (context.rules >= kRules3) ASAR_TRY(checkDefined(state, command.distinction));
  return Decision{};
}

void evolve(State& state, const AwardNominate& command, const Context& context) {
  AwardRecord& award = state.awards.edit(command.award);
  award.nominee = command.nominee;
  award.organisation = command.organisation;
  award.distinction = command.distinction;
  award.nominated_on = command.occurred_at.civilDay();
  award.recorded_on = context.recordedDay(command.occurred_at);
}

Result<Decision> judge(const State& state, const AwardConfer& command, const Context& context) {
  const auto* award = state.awards.find(command.award);
  if (award->state != AwardState::kNominated)
    return refuse("WRONG_STATE", "only a nomination that is still open can be conferred");
  ASAR_TRY(checkNotNominee(*award, context));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  if (context.rules >= kRules3) ASAR_TRY(checkAdmitted(state, *award));
  return Decision{};
}

void evolve(State& state, const AwardConfer& command, const Context&) {
  state.awards.edit(command.award).state = AwardState::kConferred;
}

Result<Decision> judge(const State& state, const AwardRevoke& command, const Context& context) {
  const auto* award = state.awards.find(command.award);
  if (award->state != AwardState::kConferred)
    return refuse("WRONG_STATE", "only a conferred distinction can be revoked");
  ASAR_TRY(checkNotNominee(*award, context));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  return Decision{};
}

void evolve(State& state, const AwardRevoke& command, const Context&) {
  state.awards.edit(command.award).state = AwardState::kRevoked;
}

}  // namespace ledger
