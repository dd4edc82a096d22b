#include "audit/rules/money_rules.h"

namespace audit {

const Grant* grantOf(const Run& run, const SpentFact& spent) {
  return find(run.state().grants, spent.grant);
}

const AwardFact* awardOf(const Run& run, const Id& grant) {
  const std::size_t* place = find(run.facts().money.award_of, grant);
  return place == nullptr ? nullptr : &run.facts().money.awards[*place];
}

Sum standingOf(const Run& run, const SpentFact& spent) {
  const Expenditure* now = find(run.state().expenditures, spent.id);
  const Grant* grant = grantOf(run, spent);
  if (now == nullptr || grant == nullptr || grant->state == GrantState::kVoided) return 0;
  return now->standing();
}

SpentList standing(const Run& run) {
  SpentList out;
  for (const SpentFact& spent : run.facts().money.spent) {
    if (standingOf(run, spent) > 0) out.push_back(&spent);
  }
  return out;
}

std::map<std::string, SpentList> standingBy(const Run& run, const std::function<std::string(const SpentFact&)>& key) {
  std::map<std::string, SpentList> out;
  for (const SpentFact* spent : standing(run)) {
    std::string of = key(*spent);
    if (!of.empty()) out[std::move(of)].push_back(spent);
  }
  return out;
}

std::string keyOf(const Id& id) {
  return std::string(textOf(Bytes(id)));
}

std::string joinedKey(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) out += part + '\0';
  return out;
}

Raised raisedOf(const Run& run, const SpentList& list, Sentence sentence) {
  Raised raised{.sentence = std::move(sentence), .subjects = {}, .evidence = {}};
  Sum at_risk = 0;
  for (const SpentFact* spent : list) {
    raised.subjects.push_back({"expenditure", spent->id});
    raised.evidence.push_back(spent->index);
    at_risk += standingOf(run, *spent);
  }
  if (!list.empty()) raised.amount = AtRisk{at_risk, list.front()->currency};
  return raised;
}

}  // namespace audit
