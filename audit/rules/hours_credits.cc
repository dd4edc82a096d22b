// H16, H22, H24: what credits rest on.
#include <algorithm>
#include <optional>

#include "audit/replay/policy_documents.h"
#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

constexpr InThree kPaidUsed{"Ақысыз қызметке берілетін кредитке ақылы уақыттың {0} жазбасы есептелген.",
                            "В кредит за бесплатную службу зачтены оплаченные часы: записей {0}.",
                            "A credit for unpaid service used entries of paid or stipended time: {0}."};
constexpr InThree kUsedTwice{"Бір сағаттар бірге есептелмейтін екі кредитке пайдаланылған: {0} жазба.",
                             "Одни и те же часы зачтены в два кредита, что не сочетаются: записей {0}.",
                             "The same hours were used for two credits that share no minute: {0} entries."};
constexpr InThree kRestsOnVoid{"Кредит күшінде, ал ол сүйенген {0} жазба жойылған не азайтылған.",
                               "Кредит в силе, а записи, на которых он держится, аннулированы или уменьшены: {0}.",
                               "The credit stands, and {0} of the entries it rests on were voided or lowered."};
constexpr InThree kNoCredits{"кредиттер: журналда жоқ", "кредиты: их в журнале нет", "credits: the log has none"};

// A stay with a stipend was held on that day.
bool wasStipended(const Run& run, const Hours& hours) {
  const std::int64_t day = civilDay(hours.occurred);
  return std::ranges::any_of(listOf(run.state().stipended, hours.volunteer), [&](const Id& id) {
    const Assignment* stay = find(run.state().assignments, id);
    return stay != nullptr && stay->holds(day);
  });
}

// Of rules that take unpaid service alone.
bool isUnpaidOnly(const Run& run, const CreditFact& credit) {
  const Policy* policy = policyOn(run.state(), schema::PolicyKind::CREDIT_RULES, credit.day, credit.policy);
  if (policy == nullptr) return false;
  return allOf(policy->document().getCreditRules().getTimeBases(),
               [](auto basis) { return basis == schema::TimeBasis::UNPAID; });
}

const Credit* stateOf(const Run& run, const CreditFact& credit) {
  const auto& list = listOf(run.state().credits_of, credit.person);
  const auto found = std::ranges::find(list, credit.id, &Credit::id);
  return found == list.end() ? nullptr : &*found;
}

std::vector<const CreditFact*> standingCredits(Run& run) {
  std::vector<const CreditFact*> out;
  for (const CreditFact& credit : run.facts().hours.credits) {
    if (standsCredit(run, credit)) out.push_back(&credit);
  }
  if (run.facts().hours.credits.empty()) run.cannot({kNoCredits});
  run.look(out.size());
  return out;
}

// About a credit and entries that it used.
Raised raisedOnCredit(const Run& run, const CreditFact& credit, const std::vector<CreditUseFact>& uses,
                      Sentence sentence) {
  Raised raised{.sentence = std::move(sentence),
                .subjects = {{"credit", credit.id}, {"person", credit.person}},
                .evidence = {credit.index}};
  std::int64_t minutes = 0;
  for (const CreditUseFact& use : uses) {
    raised.subjects.push_back({"hours", use.hours});
    if (const ServedFact* fact = run.facts().hours.servedOf(use.hours)) raised.evidence.push_back(fact->index);
    minutes += use.minutes;
  }
  raised.minutes = minutes;
  return raised;
}

}  // namespace

void checkH16(Run& run) {
  for (const CreditFact* credit : standingCredits(run)) {
    if (!isUnpaidOnly(run, *credit)) continue;
    std::vector<CreditUseFact> paid;
    for (const CreditUseFact& use : credit->used) {
      const Hours* hours = find(run.state().hours, use.hours);
      if (hours == nullptr) continue;
      if (hours->time_basis != schema::TimeBasis::UNPAID || wasStipended(run, *hours)) paid.push_back(use);
    }
    if (!paid.empty()) run.raise(raisedOnCredit(run, *credit, paid, {kPaidUsed, {countTold(paid.size())}}));
  }
}

// A second credit under one policy gives only what the first did not.
void checkH22(Run& run) {
  std::map<std::pair<std::string, Id>, const CreditFact*> first;
  for (const CreditFact* credit : standingCredits(run)) {
    const Credit* now = stateOf(run, *credit);
    if (now == nullptr) continue;
    std::vector<CreditUseFact> twice;
    std::vector<std::uint64_t> others;
    for (const CreditUseFact& use : credit->used) {
      const auto [place, added] = first.try_emplace({now->double_use, use.hours}, credit);
      if (added || place->second->policy == credit->policy) continue;
      twice.push_back(use);
      others.push_back(place->second->index);
    }
    if (twice.empty()) continue;
    Raised raised = raisedOnCredit(run, *credit, twice, {kUsedTwice, {countTold(twice.size())}});
    raised.evidence.insert(raised.evidence.end(), others.begin(), others.end());
    run.raise(std::move(raised));
  }
}

void checkH24(Run& run) {
  for (const CreditFact* credit : standingCredits(run)) {
    std::vector<CreditUseFact> gone;
    for (const CreditUseFact& use : credit->used) {
      const Hours* hours = find(run.state().hours, use.hours);
      const std::int64_t standing = hours == nullptr ? 0 : hours->standing;
      if (standing < use.minutes) gone.push_back({use.hours, use.minutes - standing});
    }
    if (!gone.empty()) run.raise(raisedOnCredit(run, *credit, gone, {kRestsOnVoid, {countTold(gone.size())}}));
  }
}

}  // namespace audit
