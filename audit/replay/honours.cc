#include "audit/replay/honours.h"

#include <algorithm>

namespace audit {
namespace {

// Admitted, voted on, scored or declined: only while nobody has decided about it.
Refusal judgeNomination(const State& state, const Id& id) {
  const Award* award = find(state.awards, id);
  if (award == nullptr) return kUnknownSubject;
  return award->state == AwardState::kNominated ? Refusal{} : kWrongState;
}

// What leads to the decision is not the nominee's either.
Refusal judgeStep(const State& state, const Case& c, const Id& id) {
  if (const auto refusal = judgeNomination(state, id)) return refusal;
  return c.rules >= kVersionThree && c.concerns(find(state.awards, id)->nominee) ? kSelfConferral : Refusal{};
}

Refusal judgeAdmission(const State& state, const Case& c, schema::NominationAdmit::Reader command) {
  const Id id = idOf(command.getAward());
  if (const auto refusal = judgeStep(state, c, id)) return refusal;
  const Award& award = *find(state.awards, id);
  const Round* round = find(state.rounds, idOf(command.getRound()));
  const std::string* distinction = round == nullptr ? nullptr : find(state.distinctions, round->distinction);
  if (distinction == nullptr) return kUnknownSubject;
  if (*distinction != award.distinction) return {"OTHER_DISTINCTION", "the round is of another distinction"};
  const bool recorded = c.rules < kVersionThree || round->days.cover(award.recorded_day);
  if (recorded && round->days.cover(award.nominated_day)) return {};
  return {"OUTSIDE_ROUND", "it was not nominated on the days of the round"};
}

// Votes or points for a nomination in a round.
struct Count {
  Id award{};
  Id round{};
  std::int64_t count = 0;
};

Refusal judgeCount(const State& state, const Case& c, const Count& counted) {
  if (const auto refusal = judgeStep(state, c, counted.award)) return refusal;
  const Id* admitted = find(state.admitted, counted.award);
  if (admitted == nullptr || *admitted != counted.round) return {"OTHER_ROUND", "it was admitted to another round"};
  return counted.count < 0 ? Refusal{"COUNT_ZERO", "the count is negative"} : Refusal{};
}

}  // namespace

Refusal judgeHonours(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isDistinctionDefine()) {
    const bool taken = state.distinction_codes.contains(stringOf(command.getDistinctionDefine().getCode()));
    return taken ? Refusal{"DISTINCTION_TAKEN", "a distinction of that code is there already"} : Refusal{};
  }
  if (command.isNominationAdmit()) return judgeAdmission(state, c, command.getNominationAdmit());
  if (command.isVoteTally()) {
    const auto tally = command.getVoteTally();
    return judgeCount(state, c, {idOf(tally.getAward()), idOf(tally.getRound()), tally.getVotes()});
  }
  if (command.isCommissionScore()) {
    const auto score = command.getCommissionScore();
    return judgeCount(state, c, {idOf(score.getAward()), idOf(score.getRound()), score.getPoints()});
  }
  if (command.isAwardDecline()) return judgeNomination(state, idOf(command.getAwardDecline().getAward()));
  return {};
}

void applyHonours(State& state, const Case&, schema::Command::Reader command) {
  if (command.isDistinctionDefine()) {
    const auto distinction = command.getDistinctionDefine();
    const Id id = idOf(distinction.getDistinction());
    state.distinction_codes.try_emplace(stringOf(distinction.getCode()), id);
    state.distinctions.try_emplace(id, stringOf(distinction.getCode()));
  }
  if (command.isRoundOpen()) {
    const auto round = command.getRoundOpen();
    const Id id = idOf(round.getRound());
    const Id distinction = idOf(round.getDistinction());
    if (state.rounds.try_emplace(id, Round{distinction, {round.getFrom(), round.getTo()}}).second)
      state.rounds_of[distinction].push_back(id);
  }
  if (command.isNominationAdmit()) {
    const auto admission = command.getNominationAdmit();
    state.admitted[idOf(admission.getAward())] = idOf(admission.getRound());
  }
}

Refusal judgeDistinction(const State& state, const Case& c, schema::AwardNominate::Reader command) {
  if (c.rules < kVersionThree) return {};
  const auto found = state.distinction_codes.find(stringOf(command.getDistinction()));
  if (found == state.distinction_codes.end()) return kUnknownSubject;
  return isIn(state, found->second, "defined") ? Refusal{} : kWrongState;
}

Refusal judgeRounds(const State& state, const Case& c, schema::AwardConfer::Reader command) {
  const Id id = idOf(command.getAward());
  if (c.rules < kVersionThree || state.admitted.contains(id)) return {};
  const auto distinction = state.distinction_codes.find(find(state.awards, id)->distinction);
  if (distinction == state.distinction_codes.end()) return {};
  const bool open = std::ranges::any_of(listOf(state.rounds_of, distinction->second),
                                        [&](const Id& round) { return isIn(state, round, "open"); });
  return open ? Refusal{"NOT_ADMITTED", "a round is open, and the nomination was admitted to none"} : Refusal{};
}

}  // namespace audit
