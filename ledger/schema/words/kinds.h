// The table of words.cc: what sorts of subjects there are, as "membership.network".
#pragma once

#include "ledger/schema/words/words.h"

namespace ledger {

inline constexpr Word kKindWords[] = {
    {Topic::kSubjectKind, "policy.hoursLimits", "сағат шектері", "пределы часов", "limits of hours"},
    {Topic::kSubjectKind, "policy.creditRules", "есепке алу ережелері", "правила зачёта", "credit rules"},
    {Topic::kSubjectKind, "policy.ageRules", "жас ережелері", "правила по возрасту", "age rules"},
    {Topic::kSubjectKind, "policy.costRules", "шығыс ережелері", "правила расходов", "cost rules"},
    {Topic::kSubjectKind, "policy.virementLimits", "смета баптары арасындағы шектер", "пределы перемещений по смете",
     "limits of virement"},
    {Topic::kSubjectKind, "policy.mciValues", "АЕК мөлшері", "размеры МРП", "values of the calculation index"},
    {Topic::kSubjectKind, "policy.grantClasses", "грант түрлерінің шектері", "пределы видов грантов", "grant classes"},
    {Topic::kSubjectKind, "policy.deadlines", "мерзімдер", "сроки", "deadlines"},
    {Topic::kSubjectKind, "policy.suppression", "ұсақ сандарды жасыру", "скрытие малых чисел", "suppression"},
    {Topic::kSubjectKind, "policy.auditThresholds", "аудит шектері", "пороги аудита", "audit thresholds"},
    {Topic::kSubjectKind, "policy.populations", "халық саны", "численность населения", "populations"},
    {Topic::kSubjectKind, "policy.wages", "жалақы мөлшері", "размеры оплаты труда", "wages"},

    {Topic::kSubjectKind, "membership.parent", "бөлімше", "филиал", "branch"},
    {Topic::kSubjectKind, "membership.network", "желі мүшесі", "член сети", "member of a network"},
    {Topic::kSubjectKind, "membership.institution", "оқу орнының бірлестігі", "объединение при учреждении",
     "union within an institution"},

    {Topic::kSubjectKind, "training.seminar", "семинар", "семинар", "seminar"},
    {Topic::kSubjectKind, "training.course", "курс", "курс", "course"},
    {Topic::kSubjectKind, "training.camp", "лагерь", "лагерь", "camp"},

    {Topic::kSubjectKind, "obligation.narrative", "мазмұнды есеп", "содержательный отчёт", "narrative report"},
    {Topic::kSubjectKind, "obligation.financial", "қаржылық есеп", "финансовый отчёт", "financial report"},
    {Topic::kSubjectKind, "obligation.interim", "аралық есеп", "промежуточный отчёт", "interim report"},
    {Topic::kSubjectKind, "obligation.final", "қорытынды есеп", "итоговый отчёт", "final report"},
    {Topic::kSubjectKind, "obligation.annual", "жылдық есеп", "годовой отчёт", "annual report"},
    {Topic::kSubjectKind, "obligation.registry", "ҮЕҰ дерекқорына мәлімет", "сведения в базу НПО",
     "return to the database of NGOs"},

    {Topic::kSubjectKind, "distinction.stateAward", "мемлекеттік награда", "государственная награда", "state award"},
    {Topic::kSubjectKind, "distinction.prize", "сыйлық", "премия", "prize"},
    {Topic::kSubjectKind, "distinction.badge", "төсбелгі", "нагрудный знак", "badge"},
    {Topic::kSubjectKind, "distinction.letter", "алғыс хат", "благодарственное письмо", "letter of thanks"},

    {Topic::kSubjectKind, "donation.organisation", "ұйымнан", "от организации", "from an organisation"},
    {Topic::kSubjectKind, "donation.person", "жеке тұлғадан", "от физического лица", "from a person"},
    {Topic::kSubjectKind, "donation.anonymous", "аты-жөнсіз", "анонимно", "anonymous"},
    {Topic::kSubjectKind, "gift.organisation", "ұйымнан", "от организации", "from an organisation"},
    {Topic::kSubjectKind, "gift.person", "жеке тұлғадан", "от физического лица", "from a person"},
    {Topic::kSubjectKind, "gift.anonymous", "аты-жөнсіз", "анонимно", "anonymous"},

    // Codes that people choose; others stand as they are spelt.
    {Topic::kSubjectKind, "emergency.flood", "су тасқыны", "паводок", "flood"},
    {Topic::kSubjectKind, "emergency.fire", "өрт", "пожар", "fire"},
    {Topic::kSubjectKind, "emergency.earthquake", "жер сілкінісі", "землетрясение", "earthquake"},
    {Topic::kSubjectKind, "emergency.storm", "дауыл", "буря", "storm"},
    {Topic::kSubjectKind, "emergency.blizzard", "боран", "буран", "blizzard"},
    {Topic::kSubjectKind, "emergency.mudflow", "сел", "сель", "mudflow"},
    {Topic::kSubjectKind, "emergency.epidemic", "эпидемия", "эпидемия", "epidemic"},

    {Topic::kSubjectKind, "skill.rescue", "құтқару жұмыстары", "спасательные работы", "rescue"},
    {Topic::kSubjectKind, "skill.first-aid", "алғашқы көмек", "первая помощь", "first aid"},
    {Topic::kSubjectKind, "skill.law", "құқық", "право", "law"},

    {Topic::kSubjectKind, "capacity.trained-coordinators", "оқытылған үйлестірушілер", "обученные координаторы",
     "trained coordinators"},

    {Topic::kSubjectKind, "unit.people", "адам", "человек", "people"},
    {Topic::kSubjectKind, "unit.hours", "сағат", "час", "hours"},
    {Topic::kSubjectKind, "unit.minutes", "минут", "минута", "minutes"},
    {Topic::kSubjectKind, "unit.percent", "пайыз", "процент", "percent"},
    {Topic::kSubjectKind, "unit.kzt", "теңге", "тенге", "kzt"},
};

}  // namespace ledger
