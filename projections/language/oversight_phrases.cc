#include "projections/language/oversight_phrases.h"

namespace projections {
namespace {

struct EventWord {
  std::string_view event;
  Phrase phrase;
};

constexpr EventWord kEvents[] = {
    {"ExpenditureCorrected", {"шығыс түзетілді", "расход исправлен", "expenditure corrected"}},
    {"ExpenditureVoided", {"шығыс жойылды", "расход аннулирован", "expenditure voided"}},
    {"ExpenditureDisallowed", {"шығыс қабылданбады", "расход не принят", "expenditure disallowed"}},
    {"ExpenditureReversed", {"шығыс қайтарылды", "расход возвращён", "expenditure reversed"}},
    {"DisbursementReversed", {"аударым кері алынды", "перечисление отозвано", "disbursement reversed"}},
    {"HoursCorrected", {"сағат түзетілді", "часы исправлены", "hours corrected"}},
    {"HoursVoided", {"сағат жойылды", "часы аннулированы", "hours voided"}},
    {"HoursResolved", {"дау шешілді", "спор решён", "dispute resolved"}},
    {"CreditReversed", {"есепке алу жойылды", "зачёт отменён", "credit reversed"}},
    {"AwardRevoked", {"марапат кері алынды", "награда отозвана", "award revoked"}},
    {"ImportVoided", {"импорт жойылды", "импорт аннулирован", "import voided"}},
    {"OfficeEstablished", {"кеңсе ашылды", "офис учреждён", "office established"}},
    {"OfficeMandateSet", {"мандат берілді", "мандат установлен", "mandate set"}},
    {"CapacityReported", {"мүмкіндігі хабарланды", "возможности сообщены", "capacity reported"}},
    {"MonitoringVisitRecorded", {"мониторингтік сапар", "мониторинговый визит", "monitoring visit"}},
    {"IdeaSubmitted", {"идея түсті", "идея подана", "idea submitted"}},
    {"IdeaTriaged", {"идея қаралды", "идея взята в работу", "idea taken up"}},
    {"IdeaConverted", {"идея жобаға айналды", "идея стала проектом", "idea became a project"}},
    {"IdeaDeclined", {"идея қабылданбады", "идея отклонена", "idea declined"}},
    {"RequestReceived", {"көмек сұралды", "обращение получено", "request received"}},
    {"RequestRouted", {"сұрау жіберілді", "обращение передано", "request routed"}},
    {"RequestResolved", {"сұрау шешілді", "обращение решено", "request resolved"}},
    {"MeetingHeld", {"кездесу өтті", "встреча проведена", "meeting held"}},
    {"CampaignOpened", {"науқан ашылды", "кампания открыта", "campaign opened"}},
    {"CampaignClosed", {"науқан жабылды", "кампания закрыта", "campaign closed"}},
    {"ForumRegistered", {"форум тіркелді", "форум зарегистрирован", "forum registered"}},
    {"ParticipationRecorded", {"форумға қатысу", "участие в форуме", "participation in a forum"}},
    {"CouncilFormed", {"кеңес құрылды", "совет образован", "council formed"}},
    {"ResolutionTaken", {"шешім шығарылды", "решение принято", "resolution taken"}},
    {"ResolutionFulfilled", {"шешім орындалды", "решение исполнено", "resolution fulfilled"}},
    {"EmergencyDeclared", {"төтенше жағдай жарияланды", "объявлена чрезвычайная ситуация", "emergency declared"}},
    {"EmergencyEnded", {"төтенше жағдай аяқталды", "чрезвычайная ситуация завершена", "emergency ended"}},
    {"RoadmapAdopted", {"жол картасы бекітілді", "дорожная карта утверждена", "road map adopted"}},
    {"RoundOpened", {"марапаттау кезеңі ашылды", "раунд наград открыт", "award round opened"}},
    {"RoundClosed", {"марапаттау кезеңі жабылды", "раунд наград закрыт", "award round closed"}},
    {"ReconciliationRecorded", {"салыстыру енгізілді", "сверка внесена", "reconciliation recorded"}},
};

constexpr EventWord kSeverities[] = {{"low", {"төмен", "низкая", "low"}},
                                     {"medium", {"орташа", "средняя", "medium"}},
                                     {"high", {"жоғары", "высокая", "high"}}};

template <std::size_t N>
std::string wordIn(const EventWord (&words)[N], std::string_view name, ledger::Language language) {
  for (const EventWord& word : words) {
    if (word.event == name) return word.phrase.in(language);
  }
  return std::string(name);
}

}  // namespace

std::string eventText(std::string_view event, ledger::Language language) {
  return wordIn(kEvents, event, language);
}

std::string severityText(std::string_view severity, ledger::Language language) {
  return wordIn(kSeverities, severity, language);
}

}  // namespace projections
