// E11, E12, E26: money that goes to those who are close to whoever spends or grants it.
#include <algorithm>
#include <set>

#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kDeclared{
    "{0} берушісі өкілдерінің бірі грантқа қатысатын {1} тұлғаның байланысты тарабы деп жарияланған.",
    "Поставщик {0} объявлен связанной стороной лица {1}, причастного к гранту.",
    "Vendor {0} is a declared related party of person {1}, who has a part in the grant."};
constexpr InThree kBothSides{
    "{1} тұлға {0} берушісінде де, грантты жұмсайтын не беретін ұйымда да қызмет атқарады.",
    "Лицо {1} занимает должности и у поставщика {0}, и в организации, которая тратит или даёт грант.",
    "Person {1} holds office at vendor {0} and at the organisation that spends or gives the grant."};
constexpr InThree kMembers{"{0} берушісі мен грант алушы бір ұйымға мүше не бірі-біріне мүше.",
                           "Поставщик {0} и грантополучатель — члены один другого или одной организации.",
                           "Vendor {0} and the grantee are members of one another, or of one organisation."};
constexpr InThree kOnlyDeclared{
    "ЖСН, мекенжай, телефон, банк шоты бойынша салыстыру: журналда олардың мәні жоқ; жарияланған байланыстар, "
    "мүшелік және лауазымдар қаралды",
    "совпадение ИИН, адреса, телефона, счёта: их значений в журнале нет; учтены объявленные связи, членство, должности",
    "equal IIN, address, phone or account: their values are not in the log; declared relations, memberships and "
    "offices held were seen"};
constexpr InThree kOwnVendor{"Грант алушы өзіне төлеген: беруші {0}.", "Грантополучатель заплатил себе: поставщик {0}.",
                             "The grantee paid itself: vendor {0}."};
constexpr InThree kNoFoundingDay{"берушінің құрылған күні: журналда жоқ", "день создания поставщика: его в журнале нет",
                                 "the day on which a vendor was founded: the log does not have it"};
constexpr InThree kOwnAffiliate{
    "Қосалқы грант өз мүшесіне не байланысты ұйымға берілген.",
    "Субгрант дан собственному члену или связанной организации.",
    "The sub-award goes to a member of the organisation that gives it, or to one related to it."};
constexpr InThree kOverParent{"«{0}» жолынан {1} қосалқы грант берілген, бюджеті {2}.",
                              "Из строки «{0}» дано субгрантов на {1} при бюджете {2}.",
                              "Sub-awards of {1} were given out of the line \"{0}\", whose budget is {2}."};

Id profileRoot(const Run& run, const Id& person) {
  const Id* root = find(run.state().profile_under, person);
  return root == nullptr ? person : *root;
}

struct Part {
  Id person{};
  std::uint64_t index = 0;  // of the entry that says so
};

// Each person once, with the first entry that says so.
class Parts {
 public:
  void add(const Id& person, std::uint64_t index) {
    if (known_.insert(person).second) list_.push_back({person, index});
  }
  void addOffices(const Run& run, const Id& organisation) {
    for (const RoleFact& role : listOf(run.facts().money.roles, organisation)) add(role.person, role.index);
  }
  void addDuties(const std::vector<DutyFact>& duties) {
    for (const DutyFact& duty : duties) duty.doer.any([&](const Id& person) { return add(person, duty.index), false; });
  }
  std::vector<Part> take() { return std::move(list_); }

 private:
  std::vector<Part> list_;
  IdSet known_;
};

// Whoever has a part in the grant: in office on either side, who scored or applied, who decided, paid or verified.
std::vector<Part> partsIn(const Run& run, const Id& id, const Grant& grant) {
  Parts parts;
  parts.addOffices(run, grant.grantee);
  parts.addOffices(run, grant.funder);
  parts.addDuties(listOf(run.facts().money.duties, id));
  parts.addDuties(listOf(run.facts().money.applied, grant.application));
  return parts.take();
}

// One tie between the vendor and the grant; nullopt where there is none.
std::optional<Raised> tieOf(const Run& run, const SpentFact& spent, const Id& vendor, const std::vector<Part>& parts) {
  const MoneyFacts& money = run.facts().money;
  const Told name = textTold(spent.vendor);
  const auto raised = [&](const InThree& words, std::vector<Told> values, const std::vector<std::uint64_t>& entries) {
    Raised out = raisedOf(run, {&spent}, {words, std::move(values)});
    out.subjects.push_back({"organisation", vendor});
    out.evidence.insert(out.evidence.end(), entries.begin(), entries.end());
    return out;
  };
  for (const Part& part : parts) {
    const Id person = profileRoot(run, part.person);
    for (const RelatedFact& tie : listOf(money.related, vendor)) {
      if (profileRoot(run, tie.person) == person && tie.days.cover(spent.day))
        return raised(kDeclared, {name, idTold(part.person)}, {part.index, tie.index});
    }
    for (const RoleFact& role : listOf(money.roles, vendor)) {
      if (profileRoot(run, role.person) == person)
        return raised(kBothSides, {name, idTold(part.person)}, {part.index, role.index});
    }
  }
  const Id& grantee = grantOf(run, spent)->grantee;
  if (const auto index = membershipOf(run, vendor, grantee, spent.day)) return raised(kMembers, {name}, {*index});
  return std::nullopt;
}

// Organisations one of which gives the other a sub-award on that day.
std::vector<std::uint64_t> affiliation(const Run& run, const Grant& grant, std::int64_t day) {
  const MoneyFacts& money = run.facts().money;
  if (const auto index = membershipOf(run, grant.funder, grant.grantee, day)) return {*index};
  for (const RoleFact& ours : listOf(money.roles, grant.funder)) {
    const Id person = profileRoot(run, ours.person);
    for (const RoleFact& theirs : listOf(money.roles, grant.grantee)) {
      if (profileRoot(run, theirs.person) == person) return {ours.index, theirs.index};
    }
    for (const RelatedFact& tie : listOf(money.related, grant.grantee)) {
      if (profileRoot(run, tie.person) == person && tie.days.cover(day)) return {ours.index, tie.index};
    }
  }
  return {};
}

void judgeParentLine(Run& run, const Id& id, const Grant& parent, const BudgetLine& line) {
  Sum awarded = 0;
  std::vector<Subject> subjects{{"grant", id}};
  std::vector<std::uint64_t> evidence;
  for (const Id& sub_id : parent.sub_awards) {
    const Grant* sub = find(run.state().grants, sub_id);
    if (sub == nullptr || sub->parent_line != line.name || sub->state == GrantState::kVoided) continue;
    awarded += sub->awarded;
    subjects.push_back({"grant", sub_id});
    if (const AwardFact* award = awardOf(run, sub_id)) evidence.push_back(award->index);
  }
  if (awarded <= line.budget) return;
  run.raise({.sentence = {kOverParent,
                          {textTold(line.name), amountTold(awarded, parent.currency),
                           amountTold(line.budget, parent.currency)}},
             .subjects = std::move(subjects),
             .evidence = std::move(evidence),
             .amount = AtRisk{awarded - line.budget, parent.currency}});
}

}  // namespace

void checkE11(Run& run) {
  std::map<Id, std::vector<Part>> parts;
  for (const SpentFact* spent : standing(run)) {
    const auto vendor = run.facts().money.numbered.find(spent->vendor_key);
    const Grant* grant = grantOf(run, *spent);
    // A payment to itself is E12.
    if (vendor == run.facts().money.numbered.end() || vendor->second == grant->grantee) continue;
    run.look();
    auto known = parts.find(spent->grant);
    if (known == parts.end()) known = parts.emplace(spent->grant, partsIn(run, spent->grant, *grant)).first;
    if (auto raised = tieOf(run, *spent, vendor->second, known->second)) run.raise(std::move(*raised));
  }
  run.lacks({kOnlyDeclared});
}

void checkE12(Run& run) {
  const auto& numbered = run.facts().money.numbered;
  for (const SpentFact* spent : standing(run)) {
    run.look();
    const auto vendor = numbered.find(spent->vendor_key);
    if (vendor == numbered.end() || vendor->second != grantOf(run, *spent)->grantee) continue;
    Raised raised = raisedOf(run, {spent}, {kOwnVendor, {textTold(spent->vendor)}});
    raised.subjects.push_back({"organisation", vendor->second});
    run.raise(std::move(raised));
  }
  run.lacks({kNoFoundingDay});
}

void checkE26(Run& run) {
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant == nullptr || grant->parent == Id{} || grant->state == GrantState::kVoided) continue;
    run.look();
    auto entries = affiliation(run, *grant, award.day);
    if (entries.empty()) continue;
    entries.push_back(award.index);
    run.raise({.sentence = {kOwnAffiliate},
               .subjects = {{"grant", award.grant}, {"organisation", grant->funder}, {"organisation", grant->grantee}},
               .evidence = std::move(entries),
               .amount = AtRisk{grant->awarded, grant->currency}});
  }
  for (const AwardFact& award : run.facts().money.awards) {
    const Grant* grant = find(run.state().grants, award.grant);
    if (grant == nullptr || grant->sub_awards.empty()) continue;
    for (const BudgetLine& line : grant->lines) judgeParentLine(run, award.grant, *grant, line);
  }
}

}  // namespace audit
