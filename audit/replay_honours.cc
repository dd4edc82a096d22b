#include "audit/replay_honours.h"

namespace audit {
namespace {

// Admitted, voted on, scored or declined: only while nobody has decided about it.
Refusal judgeNomination(const State& state, const Id& id) {
  const Award* award = find(state.awards, id);
  if (award == nullptr) return kUnknownSubject;
  return award->state == AwardState::kNominated ? Refusal{} : kWrongState;
}

Refusal judgeAdmission(const State& state, schema::NominationAdmit::Reader command) {
  const Id id = idOf(command.getAward());
  if (const auto refusal = judgeNomination(state, id)) return refusal;
  const Award& award = *find(state.awards, id);
  const Round* round = find(state.rounds, idOf(command.getRound()));
  const std::string* distinction = round == nullptr ? nullptr : find(state.distinctions, round->distinction);
  if (distinction == nullptr) return kUnknownSubject;
  if (*distinction != award.distinction) return {"OTHER_DISTINCTION", "the round is of another distinction"};
  if (round->days.cover(award.nominated_day)) return {};
  return {"OUTSIDE_ROUND", "it was not nominated on the days of the round"};
}

// Votes and points.
Refusal judgeCount(const State& state, const Id& id, const Id& round, std::int64_t count) {
  if (const auto refusal = judgeNomination(state, id)) return refusal;
  const Id* admitted = find(state.admitted, id);
  if (admitted == nullptr || *admitted != round) return {"OTHER_ROUND", "it was admitted to another round"};
  return count < 0 ? Refusal{"COUNT_ZERO", "the count is negative"} : Refusal{};
}

}  // namespace

Refusal judgeHonours(const State& state, const Case&, schema::Command::Reader command) {
  if (command.isDistinctionDefine()) {
    const bool taken = state.distinction_codes.contains(stringOf(command.getDistinctionDefine().getCode()));
    return taken ? Refusal{"DISTINCTION_TAKEN", "a distinction of that code is there already"} : Refusal{};
  }
  if (command.isNominationAdmit()) return judgeAdmission(state, command.getNominationAdmit());
  if (command.isVoteTally()) {
    const auto tally = command.getVoteTally();
    return judgeCount(state, idOf(tally.getAward()), idOf(tally.getRound()), tally.getVotes());
  }
  if (command.isCommissionScore()) {
    const auto score = command.getCommissionScore();
    return judgeCount(state, idOf(score.getAward()), idOf(score.getRound()), score.getPoints());
  }
  if (command.isAwardDecline()) return judgeNomination(state, idOf(command.getAwardDecline().getAward()));
  return {};
}

void applyHonours(State& state, const Case&, schema::Command::Reader command) {
  if (command.isDistinctionDefine()) {
    const auto distinction = command.getDistinctionDefine();
    state.distinction_codes.insert(stringOf(distinction.getCode()));
    state.distinctions.try_emplace(idOf(distinction.getDistinction()), stringOf(distinction.getCode()));
  }
  if (command.isRoundOpen()) {
    const auto round = command.getRoundOpen();
    state.rounds.try_emplace(idOf(round.getRound()),
                             Round{idOf(round.getDistinction()), {round.getFrom(), round.getTo()}});
  }
  if (command.isNominationAdmit()) {
    const auto admission = command.getNominationAdmit();
    state.admitted[idOf(admission.getAward())] = idOf(admission.getRound());
  }
}

}  // namespace audit
