#include "ledger/rules/honours.h"

#include "ledger/rules/award.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

// Conferring and revoking end a nomination.
Result<void> checkNomination(const State& state, const SubjectId& award) {
  if (state.awards.find(award)->state == AwardState::kNominated) return {};
  return refuse("WRONG_STATE", "the distinction " + award.text() + " is decided already");
}

// The nomination is open, and its nominee has no hand in it.
Result<void> checkRunning(const State& state, const SubjectId& award, const Context& context) {
  ASAR_TRY(checkNomination(state, award));
  return context.rules < kRules3 ? Result<void>() : checkNotNominee(*state.awards.find(award), context);
}

Result<void> checkFigure(const State& state, const SubjectId& award, const SubjectId& round, std::int64_t figure,
                         const Context& context) {
  ASAR_TRY(checkRunning(state, award, context));
  const SubjectId& admitted = state.awards.find(award)->round;
  if (admitted != round) return refuse("OTHER_ROUND", "the nomination was admitted to the round " + admitted.text());
  if (figure >= 0) return {};
  return refuse("COUNT_ZERO", std::to_string(figure) + " is below zero: votes and points are counted up");
}

}  // namespace

Result<Decision> judge(const State& state, const DistinctionDefine& command, const Context&) {
  if (!isClaimed(state, {Claimed::kDistinction, command.code})) return Decision{};
  return refuse("DISTINCTION_TAKEN", "the distinction '" + command.code + "' is in the ledger already");
}

void evolve(State& state, const DistinctionDefine& command, const Context&) {
  state.claimed.edit({Claimed::kDistinction, command.code}) = command.distinction;
  state.distinctions.edit(command.distinction) = command.code;
}

void evolve(State& state, const RoundOpen& command, const Context&) {
  const std::string& code = *state.distinctions.find(command.distinction);
  state.rounds.edit(command.round) = {code, {command.from, command.to}};
  ++state.open_rounds.edit(code);
}

void evolve(State& state, const RoundClose& command, const Context&) {
  --state.open_rounds.edit(state.rounds.find(command.round)->distinction);
}

Result<Decision> judge(const State& state, const NominationAdmit& command, const Context& context) {
  ASAR_TRY(checkRunning(state, command.award, context));
  const AwardRecord& award = *state.awards.find(command.award);
  const RoundRecord& round = *state.rounds.find(command.round);
  if (award.distinction != round.distinction) {
    return refuse("OTHER_DISTINCTION",
                  "the round is for '" + round.distinction + "', the nomination for '" + award.distinction + "'");
  }
  const bool recorded = context.rules < kRules3 || round.days.cover(award.recorded_on);
  if (recorded && round.days.cover(award.nominated_on)) return Decision{};
  return refuse("OUTSIDE_ROUND", "the round takes nominations of " + dayText(round.days.from) + " to " +
                                     dayText(round.days.to) + ", and this one is of " + dayText(award.nominated_on) +
                                     ", recorded on " + dayText(award.recorded_on));
}

void evolve(State& state, const NominationAdmit& command, const Context&) {
  state.awards.edit(command.award).round = command.round;
}

Result<Decision> judge(const State& state, const VoteTally& command, const Context& context) {
  ASAR_TRY(checkFigure(state, command.award, command.round, command.votes, context));
  return Decision{};
}

Result<Decision> judge(const State& state, const CommissionScore& command, const Context& context) {
  ASAR_TRY(checkFigure(state, command.award, command.round, command.points, context));
  return Decision{};
}

Result<Decision> judge(const State& state, const AwardDecline& command, const Context&) {
  ASAR_TRY(checkNomination(state, command.award));
  return Decision{};
}

}  // namespace ledger
