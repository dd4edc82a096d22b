// E04, E31, E32, E34: of what the ledger keeps only a part, or nothing; and donations given for one thing alone.
#include <algorithm>

#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kUnreadable{"Тексеруші құжатты оқи алмаған, шығыс әлі сол күйінде тұр.",
                              "Проверяющий не смог прочитать документ, расход так и стоит.",
                              "The verifier could not read the document, and the expenditure still stands."};
constexpr InThree kNoDocuments{
    "{0} құжаттың өзі: экспортта хеші ғана бар, құжатты қайта оқу керек",
    "сами документы ({0}): в экспорте есть лишь их хеши, документы надо перечитать",
    "the {0} documents themselves: an export holds their hashes alone, the documents have to be read again"};
constexpr InThree kNoConversions{
    "валюта айырбастау: гранттың бір ғана валютасы бар, журналда бағам жазылмайды",
    "пересчёт валют: у гранта одна валюта, курсы в журнал не записываются",
    "conversions of currency: a grant has one currency, and rates are not recorded in the log"};
constexpr InThree kNoTimesheets{"еңбекақы шығыстары: {0}; ақылы қызметкерлердің жұмыс уақыты журналда жоқ",
                                "расходы на оплату труда: {0}; рабочего времени оплачиваемых сотрудников в журнале нет",
                                "expenditures on labour: {0}; the log has no time records of paid staff"};
constexpr InThree kElsewhere{"Бағдарламаға шектелген қайырымдылық басқа бағдарламаның жобасына бөлінген.",
                             "Пожертвование на одну программу направлено на проект другой.",
                             "A donation restricted to one programme was allocated to a project of another."};

}  // namespace

void checkE04(Run& run) {
  std::uint64_t documents = 0;
  for (const SpentFact* spent : standing(run)) {
    run.look();
    ++documents;
    const Expenditure* now = find(run.state().expenditures, spent->id);
    if (now->state == ExpenditureState::kQueried && run.facts().money.unreadable.contains(spent->id))
      run.raise(raisedOf(run, {spent}, {kUnreadable}));
  }
  if (documents != 0) run.lacks({kNoDocuments, {countTold(documents)}});
}

void checkE31(Run& run) {
  run.cannot({kNoConversions});
}

void checkE32(Run& run) {
  std::uint64_t labour = 0;
  for (const SpentFact* spent : standing(run)) {
    const Grant& grant = *grantOf(run, *spent);
    const auto line = std::ranges::find(grant.lines, spent->line, &BudgetLine::name);
    if (line != grant.lines.end() && line->cost_type == schema::CostType::LABOUR) ++labour;
  }
  run.cannot({kNoTimesheets, {countTold(labour)}});
}

void checkE34(Run& run) {
  for (const AllocationFact& given : run.facts().money.allocations) {
    const Donation* donation = find(run.state().donations, given.donation);
    const Project* project = find(run.state().projects, given.project);
    if (donation == nullptr || donation->programme == Id{}) continue;
    run.look();
    if (project != nullptr && project->programme == donation->programme) continue;
    run.raise({.sentence = {kElsewhere},
               .subjects = {{"donation", given.donation}, {"allocation", given.id}},
               .evidence = {given.index},
               .amount = AtRisk{given.amount, given.currency}});
  }
}

}  // namespace audit
