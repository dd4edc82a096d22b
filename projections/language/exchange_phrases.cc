#include "projections/language/exchange_phrases.h"

#include <algorithm>
#include <utility>

#include "ledger/base/check.h"

namespace projections {
namespace {

constexpr std::pair<ReconciledAs, Phrase> kCategoryPhrases[] = {
    {ReconciledAs::kAttestedMinutes, {"Расталған сағат", "Подтверждённые часы", "Attested hours"}},
    {ReconciledAs::kImportedMinutes, {"Импортталған сағат", "Импортированные часы", "Imported hours"}},
    {ReconciledAs::kAttendedPeople, {"Аты-жөнсіз қатысқандар", "Участники без имён", "People without names"}},
    {ReconciledAs::kVolunteers, {"Волонтерлер", "Волонтёры", "Volunteers"}},
    {ReconciledAs::kOrganisations, {"Ұйымдар, барлығы", "Организации, всего", "Organisations, all"}},
    {ReconciledAs::kOrganisationsRegistered, {"Тіркелген ұйымдар", "Новые организации", "Organisations registered"}},
    {ReconciledAs::kProjects, {"Басталған жобалар", "Начатые проекты", "Projects started"}},
    {ReconciledAs::kActivities, {"Басталған іс-шаралар", "Начатые мероприятия", "Activities started"}},
    {ReconciledAs::kEventsHeld, {"Өткізілген іс-шаралар", "Проведённые мероприятия", "Events held"}},
    {ReconciledAs::kDeeds, {"Игі істер", "Добрые дела", "Good deeds"}},
    {ReconciledAs::kTrainings, {"Оқытулар", "Обучения", "Trainings"}},
    {ReconciledAs::kGrantsAwarded, {"Тағайындалған гранттар", "Присуждённые гранты", "Grants awarded"}},
    {ReconciledAs::kSmallGrants, {"Шағын гранттар", "Малые гранты", "Small grants"}},
    {ReconciledAs::kSmallSubAwards, {"Шағын қосалқы гранттар", "Малые субгранты", "Small sub-awards"}},
    {ReconciledAs::kAmountSmallSubAwards,
     {"Шағын қосалқы гранттар сомасы", "Сумма малых субгрантов", "Amount of small sub-awards"}},
    {ReconciledAs::kContracts, {"Әлеуметтік тапсырыс шарттары", "Договоры соцзаказа", "Social order contracts"}},
    {ReconciledAs::kAmountAwarded, {"Тағайындалған сома", "Присуждено", "Amount awarded"}},
    {ReconciledAs::kAmountDisbursed, {"Аударылған сома", "Перечислено", "Amount disbursed"}},
    {ReconciledAs::kAmountSpent, {"Жұмсалған сома", "Израсходовано", "Amount spent"}},
    {ReconciledAs::kAmountReturned, {"Қайтарылған сома", "Возвращено", "Amount returned"}},
    {ReconciledAs::kAwardsConferred, {"Берілген марапаттар", "Вручённые награды", "Awards conferred"}},
};

}  // namespace

const Phrase& categoryPhrase(ReconciledAs as) {
  const auto* const found = std::ranges::find(kCategoryPhrases, as, &std::pair<ReconciledAs, Phrase>::first);
  ASAR_CHECK(found != std::end(kCategoryPhrases));
  return found->second;
}

}  // namespace projections
