// E24, E25: who decided on a grant, and when.
#include <algorithm>
#include <set>

#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kTwoDuties{"{0} тұлға бір грантта екі үйлеспейтін іс істеген: {1} және {2}.",
                             "Лицо {0} совместило в одном гранте несовместимое: {1} и {2}.",
                             "Person {0} did two things in one grant that do not go together: {1} and {2}."};
constexpr InThree kTooEarly{
    "Шешім комиссияның соңғы бағасынан не конкурс жабылғанынан бұрын қабылданған.",
    "Решение принято раньше последней оценки комиссии или закрытия конкурса.",
    "The decision is earlier than the commission's last score, or than the closing of the call."};
constexpr InThree kUndeclared{
    "{0} тұлға өзімен байланысты ұйымның өтінімін бағалаған, мүдделер қақтығысын жарияламаған.",
    "Лицо {0} оценило заявку связанной с ним организации, не заявив о конфликте интересов.",
    "Person {0} scored the application of an organisation that is a related party, and declared no conflict."};
constexpr InThree kDecidedAside{
    "{0} тұлға мүдделер қақтығысын жариялаған, бірақ шешімге қатысқан.",
    "Лицо {0} заявило о конфликте интересов и всё же участвовало в решении.",
    "Person {0} declared a conflict of interest and took part in the decision all the same."};
constexpr InThree kNoCommission{"өтінімсіз берілген гранттар: {0}; олардың комиссиясы журналда жоқ",
                                "гранты без заявки: {0}; их комиссии в журнале нет",
                                "grants that answer no application: {0}; the log has no commission of theirs"};
constexpr InThree kImportedDecisions{"импортталған гранттар: {0}; кім шешкені журналда жоқ",
                                     "импортированные гранты: {0}; кто решал, в журнале нет",
                                     "imported grants: {0}; the log does not say who decided on them"};

struct DutyWords {
  Duty duty;
  InThree words;
};
constexpr auto kDuties = std::to_array<DutyWords>({
    {Duty::kApply, {"өтінім беру", "подача заявки", "applying"}},
    {Duty::kScore, {"бағалау", "оценка", "scoring"}},
    {Duty::kApprove, {"мақұлдау", "утверждение", "approving"}},
    {Duty::kPay, {"төлеу", "выплата", "paying out"}},
    {Duty::kRecord, {"шығыс жазу", "запись расходов", "recording expenditures"}},
    {Duty::kVerify, {"шығыс тексеру", "проверка расходов", "verifying expenditures"}},
    {Duty::kAudit, {"аудит", "аудит", "auditing"}},
});

constexpr auto kIncompatible = std::to_array<std::pair<Duty, Duty>>({
    {Duty::kApply, Duty::kScore},
    {Duty::kApply, Duty::kApprove},
    {Duty::kApply, Duty::kPay},
    {Duty::kApply, Duty::kVerify},
    {Duty::kApply, Duty::kAudit},
    {Duty::kScore, Duty::kApprove},
    {Duty::kScore, Duty::kPay},
    {Duty::kScore, Duty::kVerify},
    {Duty::kApprove, Duty::kPay},
    {Duty::kApprove, Duty::kRecord},
    {Duty::kApprove, Duty::kAudit},
    {Duty::kPay, Duty::kRecord},
    {Duty::kPay, Duty::kVerify},
    {Duty::kPay, Duty::kAudit},
    {Duty::kRecord, Duty::kVerify},
    {Duty::kVerify, Duty::kAudit},
});

const InThree& wordsOf(Duty duty) {
  return std::ranges::find(kDuties, duty, &DutyWords::duty)->words;
}

// The sentence with the words of both duties put in: they are said in the language of the sentence.
Sentence twoDuties(const Id& person, Duty one, Duty other) {
  return {kTwoDuties, {idTold(person), {{}, {}, wordsOf(one)}, {{}, {}, wordsOf(other)}}};
}

using Entries = std::map<Duty, std::vector<std::uint64_t>>;

void addDuties(std::map<Id, Entries>& done, const std::vector<DutyFact>& duties) {
  for (const DutyFact& fact : duties)
    fact.doer.any([&](const Id& person) { return done[person][fact.duty].push_back(fact.index), false; });
}

void judgeDuties(Run& run, const Id& grant, const std::map<Id, Entries>& done) {
  for (const auto& [person, entries] : done) {
    for (const auto& [one, other] : kIncompatible) {
      if (!entries.contains(one) || !entries.contains(other)) continue;
      Raised raised{.sentence = twoDuties(person, one, other),
                    .subjects = {{"grant", grant}, {"person", person}},
                    .evidence = entries.at(one)};
      raised.evidence.insert(raised.evidence.end(), entries.at(other).begin(), entries.at(other).end());
      if (const Grant* of = find(run.state().grants, grant)) raised.amount = AtRisk{of->disbursed, of->currency};
      run.raise(std::move(raised));
    }
  }
}

struct Decision {
  const AwardFact& award;
  const Grant& grant;
};

Raised aboutDecision(const Decision& decision, Sentence sentence, std::vector<std::uint64_t> entries) {
  entries.push_back(decision.award.index);
  return {.sentence = std::move(sentence),
          .subjects = {{"grant", decision.award.grant}, {"application", decision.award.application}},
          .evidence = std::move(entries),
          .amount = AtRisk{decision.grant.awarded, decision.grant.currency}};
}

void judgeTimeOf(Run& run, const Decision& decision) {
  std::vector<std::uint64_t> later;
  for (const ScoreFact& score : listOf(run.facts().money.scores, decision.award.application)) {
    if (score.at_ms > decision.award.at_ms) later.push_back(score.index);
  }
  const Application* application = find(run.state().applications, decision.award.application);
  const auto* closing = application == nullptr ? nullptr : find(run.facts().money.closed, application->call);
  if (closing != nullptr && closing->second > decision.award.at_ms) later.push_back(closing->first);
  if (!later.empty()) run.raise(aboutDecision(decision, {kTooEarly}, std::move(later)));
}

void judgeConflictsOf(Run& run, const Decision& decision) {
  const MoneyFacts& money = run.facts().money;
  std::set<Id> told;
  for (const ScoreFact& score : listOf(money.scores, decision.award.application)) {
    if (told.contains(score.expert) || money.aside.contains({score.application, score.expert})) continue;
    for (const RelatedFact& tie : listOf(money.related, decision.grant.grantee)) {
      if (tie.person != score.expert || !tie.days.cover(score.day)) continue;
      told.insert(score.expert);
      run.raise(aboutDecision(decision, {kUndeclared, {idTold(score.expert)}}, {score.index, tie.index}));
      break;
    }
  }
  for (const DutyFact& duty : listOf(money.duties, decision.award.grant)) {
    if (duty.duty != Duty::kApprove) continue;
    duty.doer.any([&](const Id& person) {
      if (money.aside.contains({decision.award.application, person}) && told.insert(person).second)
        run.raise(aboutDecision(decision, {kDecidedAside, {idTold(person)}}, {duty.index}));
      return false;
    });
  }
}

}  // namespace

void checkE24(Run& run) {
  std::uint64_t imported = 0;
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant == nullptr || grant->state == GrantState::kVoided) continue;
    if (award.imported) ++imported;
    run.look();
    std::map<Id, Entries> done;
    addDuties(done, listOf(run.facts().money.duties, award.grant));
    addDuties(done, listOf(run.facts().money.applied, award.application));
    judgeDuties(run, award.grant, done);
  }
  if (imported != 0) run.lacks({kImportedDecisions, {countTold(imported)}});
}

void checkE25(Run& run) {
  std::uint64_t without = 0;
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant == nullptr || grant->state == GrantState::kVoided) continue;
    if (award.application == Id{}) {
      ++without;
      continue;
    }
    run.look();
    judgeTimeOf(run, {award, *grant});
    judgeConflictsOf(run, {award, *grant});
  }
  if (without != 0) run.lacks({kNoCommission, {countTold(without)}});
}

}  // namespace audit
