// E27, E33: who receives grants.
#include <algorithm>
#include <set>

#include "audit/replay/civil_calendar.h"
#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kManySmall{"Бір алушы {0} жылы {1} шағын грант алған.",
                             "Один получатель за {0} год получил малых грантов: {1}.",
                             "One recipient got {1} small grants in {0}."};
constexpr InThree kManyByOne{
    "{2} тұлға {0} жылы {1} шағын грантқа әртүрлі ұйымдардан өтінім берген.",
    "Лицо {2} в {0} году подало заявки, по которым разные организации получили малых грантов: {1}.",
    "Person {2} submitted the applications of {1} small grants to different organisations in {0}."};
constexpr InThree kOrganisationsOnly{
    "жеке алушылар: бұл журналда грантты ұйымдар алады; бір ұйымның және бір өтінім берушінің гранттары саналды",
    "физические лица: в этом журнале гранты получают организации; сочтены гранты одной организации и одного заявителя",
    "individuals: grants of this ledger go to organisations; those of one organisation and of one applicant were "
    "counted"};
constexpr InThree kIdle{"Грант берілгенде не төленгенде ұйым белсенді емес еді ({0}).",
                        "При присуждении или выплате гранта организация была недействующей ({0}).",
                        "The organisation was inactive when the grant was awarded or paid out ({0})."};
constexpr InThree kUnverified{"Грант берілген {0} күніне дейін ұйым тізіліммен салыстырылмаған.",
                              "До дня присуждения {0} организация не сверена с реестром.",
                              "By the day of the award, {0}, the organisation had not been compared with a register."};
constexpr InThree kNoData{
    "Грант берілген {0} күні ҮЕҰ дерекқорына {1} тапсырылуға тиіс деректер жоқ еді.",
    "В день присуждения {0} не были сданы сведения в базу НПО, срок которых {1}.",
    "On the day of the award, {0}, the yearly data for the NGO database, due on {1}, had not come."};
constexpr InThree kImportedAwards{"импортталған гранттар: {0}; оларды берушілер тізілімге басқа жерде қараған",
                                  "импортированные гранты: {0}; с реестром их сверяли в другом месте",
                                  "imported grants: {0}; whether the register was asked is known elsewhere"};

struct Small {
  const AwardFact* award = nullptr;
  const Grant* grant = nullptr;
};

std::int64_t callYearOf(const Run& run, const AwardFact& award) {
  const Application* application = find(run.state().applications, award.application);
  const Call* call = application == nullptr ? nullptr : find(run.state().calls, application->call);
  return dateOf(call == nullptr ? award.day : call->published_day).year;
}

std::vector<Small> smallOnes(const Run& run) {
  std::vector<Small> out;
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant != nullptr && grant->state != GrantState::kVoided && grant->grant_class == schema::GrantClass::SMALL)
      out.push_back({&award, grant});
  }
  return out;
}

void raiseMany(Run& run, const std::vector<Small>& list, Sentence sentence, const Subject& recipient) {
  Raised raised{.sentence = std::move(sentence), .subjects = {recipient}, .evidence = {}};
  AtRisk at_risk{0, list.front().grant->currency};
  for (const Small& one : list) {
    raised.subjects.push_back({"grant", one.award->grant});
    raised.evidence.push_back(one.award->index);
    if (one.grant->currency == at_risk.currency) at_risk.minor += one.grant->awarded;
  }
  raised.amount = at_risk;
  run.raise(std::move(raised));
}

bool isNgo(const OrganisationFact& one) {
  return one.kind == schema::OrganisationKind::NGO || one.kind == schema::OrganisationKind::FOUNDATION;
}

struct Received {
  const OrganisationFact& organisation;
  const AwardFact& award;
  const Grant& grant;
};

Raised aboutRecipient(const Received& received, Sentence sentence, std::uint64_t entry) {
  return {.sentence = std::move(sentence),
          .subjects = {{"organisation", received.organisation.id}, {"grant", received.award.grant}},
          .evidence = {entry, received.award.index},
          .amount = AtRisk{received.grant.awarded, received.grant.currency}};
}

void judgeActive(Run& run, const Received& received) {
  const auto idle_on = [&](std::int64_t day) {
    return std::ranges::any_of(received.organisation.idle, [&](const auto& days) {
      return days.first <= day && (days.second == 0 || day < days.second);
    });
  };
  if (idle_on(received.award.day))
    run.raise(aboutRecipient(received, {kIdle, {dayTold(received.award.day)}}, received.organisation.index));
  for (const std::size_t place : listOf(run.facts().money.paid_of, received.award.grant)) {
    const PaidFact& paid = run.facts().money.paid[place];
    if (idle_on(paid.day)) run.raise(aboutRecipient(received, {kIdle, {dayTold(paid.day)}}, paid.index));
  }
}

void judgeRegister(Run& run, const Received& received) {
  const std::int64_t* since = find(run.state().verified_from, received.organisation.id);
  if (since == nullptr || *since > received.award.day)
    run.raise(aboutRecipient(received, {kUnverified, {dayTold(received.award.day)}}, received.organisation.index));
  for (const std::size_t place : listOf(run.facts().money.obligations_of, received.organisation.id)) {
    const ObligationFact& owed = run.facts().money.obligations[place];
    if (owed.kind != schema::ReportKind::REGISTRY || owed.waived) continue;
    const bool came = !owed.reports.empty() && owed.reports.front().day <= received.award.day;
    if (!came && owed.due < received.award.day)
      run.raise(aboutRecipient(received, {kNoData, {dayTold(received.award.day), dayTold(owed.due)}}, owed.index));
  }
}

}  // namespace

void checkE27(Run& run) {
  const auto most = static_cast<std::size_t>(run.parameter());
  std::map<std::pair<Id, std::int64_t>, std::vector<Small>> by_grantee;
  std::map<std::pair<Id, std::int64_t>, std::vector<Small>> by_applicant;
  for (const Small& one : smallOnes(run)) {
    run.look();
    const std::int64_t year = callYearOf(run, *one.award);
    by_grantee[{one.grant->grantee, year}].push_back(one);
    const Application* application = find(run.state().applications, one.award->application);
    if (application != nullptr) by_applicant[{application->submitter.signer, year}].push_back(one);
  }
  for (const auto& [key, list] : by_grantee) {
    if (list.size() >= most)
      raiseMany(run, list, {kManySmall, {{std::to_string(key.second)}, countTold(list.size())}},
                {"organisation", key.first});
  }
  for (const auto& [key, list] : by_applicant) {
    std::set<Id> grantees;
    for (const Small& one : list) grantees.insert(one.grant->grantee);
    // Of one organisation it was said above.
    if (list.size() >= most && grantees.size() > 1)
      raiseMany(run, list, {kManyByOne, {{std::to_string(key.second)}, countTold(list.size()), idTold(key.first)}},
                {"person", key.first});
  }
  run.lacks({kOrganisationsOnly});
}

void checkE33(Run& run) {
  IdMap<const OrganisationFact*> known;
  for (const OrganisationFact& one : run.facts().money.organisations) known.try_emplace(one.id, &one);
  std::uint64_t imported = 0;
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant == nullptr || grant->state == GrantState::kVoided) continue;
    const auto* organisation = find(known, grant->grantee);
    if (organisation == nullptr || !isNgo(**organisation)) continue;
    run.look();
    const Received received{**organisation, award, *grant};
    judgeActive(run, received);
    if (award.imported) {
      ++imported;
    } else {
      judgeRegister(run, received);
    }
  }
  if (imported != 0) run.lacks({kImportedAwards, {countTold(imported)}});
}

}  // namespace audit
