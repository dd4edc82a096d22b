#include "audit/rules/rules_words.h"

#include <algorithm>
#include <array>

#include "audit/verify/recount.h"

namespace audit {
namespace {

using ledger::Language;

struct PhraseRow {
  RulesPhrase phrase;
  InThree words;
};

constexpr auto kRulesPhrases = std::to_array<PhraseRow>({
    {RulesPhrase::kTitle,
     {"{0} аудит ережелері: {1} жазба, соңғысы {2}", "Правила аудита {0}: записей {1}, последняя {2}",
      "Audit rules of {0}: {1} entries, the last of {2}"}},
    {RulesPhrase::kLog, {"Журнал: {0}", "Журнал: {0}", "Log: {0}"}},
    {RulesPhrase::kNotPinned, {"кілт бекітілмеген", "ключ не закреплён", "key not pinned"}},
    {RulesPhrase::kThresholds,
     {"Шектері: {0}-жазбадағы auditThresholds саясаты, қалғаны әдепкі",
      "Пороги: политика auditThresholds записи {0}, "
      "остальные по умолчанию",
      "Thresholds: the policy auditThresholds of entry {0}, the others by default"}},
    {RulesPhrase::kDefaults,
     {"Шектері: әдепкі (журналда auditThresholds саясаты жоқ)",
      "Пороги: по умолчанию (политики auditThresholds в "
      "журнале нет)",
      "Thresholds: the defaults (the log has no policy auditThresholds)"}},
    {RulesPhrase::kNotTaken,
     {"Саясатта бар, бірақ қолданылмаған: {0}", "Есть в политике, но не применено: {0}",
      "In the policy and not taken: {0}"}},
    {RulesPhrase::kIncomplete,
     {"Журнал соңына дейін оқылмады: төмендегінің бәрі оның оқылған бөлігі туралы.",
      "Журнал прочитан не до конца: всё ниже сказано о прочитанной его части.",
      "The log could not be replayed to its end: what follows is about the part that was."}},
    {RulesPhrase::kNoReplay,
     {"Журнал оқылмады: бірде-бір ереже тексерілмеді.", "Журнал не прочитан: ни одно правило не проверено.",
      "The log could not be replayed: no rule was checked."}},
    {RulesPhrase::kMore, {"… тағы {0}: --rule {1}", "… ещё {0}: --rule {1}", "… {0} more: --rule {1}"}},
    {RulesPhrase::kEntries, {"жазбалар", "записи", "entries"}},
    {RulesPhrase::kAtRisk, {"тәуекелде", "под риском", "at risk"}},
    {RulesPhrase::kMinutesAtRisk, {"{0} минут", "{0} минут", "{0} minutes"}},
    {RulesPhrase::kNotChecked, {"ТЕКСЕРІЛМЕГЕНІ", "НЕ ПРОВЕРЕНО", "NOT CHECKED"}},
    {RulesPhrase::kInPart, {"ішінара", "частично", "in part"}},
    {RulesPhrase::kNot, {"тексерілмеді", "не проверено", "not checked"}},
    {RulesPhrase::kTotal,
     {"Ереже {0}: толық тексерілгені {1}, ішінара {2}, тексерілмегені {3}",
      "Правил {0}: проверено {1}, частично {2}, не проверено {3}",
      "{0} rules: {1} checked, {2} in part, {3} not checked"}},
    {RulesPhrase::kRaised,
     {"Анықталғаны {0}: аса ауыры {1}, ауыры {2}, орташасы {3}, жеңілі {4}",
      "Найдено {0}: критических {1}, серьёзных {2}, средних {3}, лёгких {4}",
      "{0} findings: {1} critical, {2} high, {3} medium, {4} low"}},
    {RulesPhrase::kLooked, {"салыстырылғаны {0}", "сопоставлено {0}", "{0} compared"}},
    {RulesPhrase::kInputs, {"деректері: ", "данные: ", "reads: "}},
    {RulesPhrase::kThresholdsOf, {"шектері: ", "пороги: ", "thresholds: "}},
    {RulesPhrase::kNoDefault, {"саясатта ғана", "только политикой", "by policy only"}},
    {RulesPhrase::kLow, {"жеңіл", "лёгкое", "low"}},
    {RulesPhrase::kMedium, {"орташа", "среднее", "medium"}},
    {RulesPhrase::kHigh, {"ауыр", "серьёзное", "high"}},
    {RulesPhrase::kCritical, {"аса ауыр", "критическое", "critical"}},
});

consteval bool areRulesPhrasesInOrder() {
  for (std::size_t i = 0; i < kRulesPhrases.size(); ++i) {
    if (static_cast<std::size_t>(kRulesPhrases[i].phrase) != i) return false;
  }
  return kRulesPhrases.size() == static_cast<std::size_t>(RulesPhrase::kCritical) + 1;
}
static_assert(areRulesPhrasesInOrder());

struct SubjectRow {
  std::string_view kind;
  InThree words;
};

constexpr auto kSubjectRows = std::to_array<SubjectRow>({
    {"activity", {"іс-шара", "мероприятие", "activity"}},
    {"allocation", {"бөлу", "распределение", "allocation"}},
    {"application", {"өтінім", "заявка", "application"}},
    {"contract", {"шарт", "договор", "contract"}},
    {"credit", {"кредит", "кредит", "credit"}},
    {"deliverable", {"нәтиже", "результат", "deliverable"}},
    {"demand", {"талап", "требование", "demand"}},
    {"disbursement", {"төлем", "выплата", "disbursement"}},
    {"donation", {"қайырымдылық", "пожертвование", "donation"}},
    {"expenditure", {"шығыс", "расход", "expenditure"}},
    {"gift", {"сыйлық", "дар", "gift"}},
    {"grant", {"грант", "грант", "grant"}},
    {"hours", {"сағаттар", "часы", "hours"}},
    {"obligation", {"есеп", "отчёт", "report"}},
    {"organisation", {"ұйым", "организация", "organisation"}},
    {"person", {"тұлға", "лицо", "person"}},
    {"shift", {"ауысым", "смена", "shift"}},
});

struct UnitRow {
  Unit unit;
  InThree words;
};

constexpr auto kUnitRows = std::to_array<UnitRow>({
    {Unit::kDays, {"{0} күн", "{0} дн.", "{0} days"}},
    {Unit::kBasisPoints, {"{0}", "{0}", "{0}"}},
    {Unit::kMinorUnits, {"{0} ең ұсақ ақша бірлігі", "{0} наименьших денежных единиц", "{0} minor units"}},
    {Unit::kCount, {"{0}", "{0}", "{0}"}},
    {Unit::kMinutes, {"{0} минут", "{0} минут", "{0} minutes"}},
    {Unit::kKilometresAnHour, {"{0} км/сағ", "{0} км/ч", "{0} km/h"}},
    {Unit::kTenThousandths, {"{0}/10000", "{0}/10000", "{0}/10000"}},
    {Unit::kTenths, {"{0}/10", "{0}/10", "{0}/10"}},
});

}  // namespace

std::string rulesPhrase(Language language, RulesPhrase which, std::vector<Told> values) {
  return textOf({kRulesPhrases.at(static_cast<std::size_t>(which)).words, std::move(values)}, language);
}

RulesPhrase phraseOf(RuleSeverity severity) {
  return static_cast<RulesPhrase>(static_cast<unsigned>(RulesPhrase::kLow) + static_cast<unsigned>(severity));
}

std::string thresholdText(Language language, Unit unit, std::int64_t value) {
  const auto found = std::ranges::find(kUnitRows, unit, &UnitRow::unit);
  const Told told = unit == Unit::kBasisPoints ? shareTold(value) : Told{sumText(value)};
  return found == kUnitRows.end() ? told.text : textOf({found->words, {told}}, language);
}

std::string_view subjectWord(Language language, std::string_view kind) {
  const auto found = std::ranges::find(kSubjectRows, kind, &SubjectRow::kind);
  return found == kSubjectRows.end() ? kind : found->words.in(language);
}

}  // namespace audit
