// E04, E31, E32, E34: of what the ledger keeps only a part, or nothing; and donations given for one thing alone.
#include <algorithm>
#include <map>

#include "audit/rules/evidence_folder.h"
#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kUnreadable{"Тексеруші құжатты оқи алмаған, шығыс әлі сол күйінде тұр.",
                              "Проверяющий не смог прочитать документ, расход так и стоит.",
                              "The verifier could not read the document, and the expenditure still stands."};
constexpr InThree kMissing{"Гранттың {0} шығысының құжаты қоймада жоқ.",
                           "Документов расходов гранта, которых нет в хранилище: {0}.",
                           "Documents of expenditures of the grant that are not in the folder: {0}."};
constexpr InThree kActMissing{"Қабылдау актісінің құжаты қоймада жоқ.", "Документа акта приёмки нет в хранилище.",
                              "The document of an act of acceptance is not in the folder."};
constexpr InThree kAltered{"Қоймадағы құжаттың хеші журналдағыдай емес.",
                           "Хеш документа в хранилище не тот, что в журнале.",
                           "The document in the folder does not have the hash that the log holds."};
constexpr InThree kNotRead{"оқылмаған құжаттар: {0}", "документы, которые не удалось прочитать: {0}",
                           "documents that could not be read: {0}"};
constexpr InThree kNoDocuments{"{0} құжаттың өзі: экспортта хештері ғана бар; қоймасын --evidence арқылы беріңіз",
                               "сами документы ({0}): в экспорте лишь их хеши; укажите их папку: --evidence",
                               "the {0} documents themselves: an export holds their hashes alone; name their folder "
                               "(--evidence)"};
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

Raised aboutAct(const DocumentFact& act, Sentence sentence) {
  return {.sentence = std::move(sentence),
          .subjects = {{act.kind, act.id}},
          .evidence = {act.index},
          .amount = AtRisk{act.amount, act.currency}};
}

void readDocuments(Run& run, const SpentList& all) {
  std::map<std::string, SpentList> missing;  // by grant
  std::uint64_t unread = 0;
  const auto look = [&](const Hash& document) {
    const DocumentFound found = lookForDocument(run.facts().evidence, document);
    if (found == DocumentFound::kUnreadable) ++unread;
    return found;
  };
  for (const SpentFact* spent : all) {
    const DocumentFound found = look(spent->document);
    if (found == DocumentFound::kMissing) missing[keyOf(spent->grant)].push_back(spent);
    if (found == DocumentFound::kAltered) run.raise(raisedOf(run, {spent}, {kAltered}));
  }
  for (const DocumentFact& act : run.facts().money.documents) {
    const DocumentFound found = look(act.document);
    if (found == DocumentFound::kMissing) run.raise(aboutAct(act, {kActMissing}));
    if (found == DocumentFound::kAltered) run.raise(aboutAct(act, {kAltered}));
  }
  for (const auto& [grant, list] : missing) {
    Raised raised = raisedOf(run, list, {kMissing, {countTold(list.size())}});
    raised.subjects.insert(raised.subjects.begin(), {"grant", list.front()->grant});
    run.raise(std::move(raised));
  }
  if (unread != 0) run.lacks({kNotRead, {countTold(unread)}});
}

}  // namespace

void checkE04(Run& run) {
  const SpentList all = standing(run);
  for (const SpentFact* spent : all) {
    run.look();
    const Expenditure* now = find(run.state().expenditures, spent->id);
    if (now->state == ExpenditureState::kQueried && run.facts().money.unreadable.contains(spent->id))
      run.raise(raisedOf(run, {spent}, {kUnreadable}));
  }
  const std::size_t acts = run.facts().money.documents.size();
  run.look(acts);
  if (all.size() + acts == 0) return;
  if (run.facts().evidence.empty()) return run.lacks({kNoDocuments, {countTold(all.size() + acts)}});
  readDocuments(run, all);
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
