// The table of words.cc: codes of the schema and states of the read side.
#pragma once

#include "ledger/schema/words/words.h"

namespace ledger {

inline constexpr Word kCodeWords[] = {
    {Topic::kRole, "authority", "уәкілетті орган", "уполномоченный орган", "authority"},
    {Topic::kRole, "clerk", "фронт-кеңсе қызметкері", "сотрудник фронт-офиса", "front-office clerk"},
    {Topic::kRole, "officer", "ұйым өкілі", "представитель организации", "organisation officer"},
    {Topic::kRole, "coordinator", "үйлестіруші", "координатор", "coordinator"},
    {Topic::kRole, "attestor", "растаушы", "подтверждающее лицо", "attestor"},
    {Topic::kRole, "funder", "қаржыландырушы", "финансирующая сторона", "funder"},
    {Topic::kRole, "payer", "төлеуші", "плательщик", "payer"},
    {Topic::kRole, "verifier", "тексеруші", "проверяющий", "verifier"},
    {Topic::kRole, "auditor", "аудитор", "аудитор", "auditor"},
    {Topic::kRole, "importer", "импорттаушы", "импортёр", "importer"},
    {Topic::kRole, "operator", "оператор", "оператор", "operator"},

    {Topic::kAgeBand, "unknown", "белгісіз", "не указан", "not stated"},
    {Topic::kAgeBand, "under14", "14 жасқа дейін", "до 14 лет", "under 14"},
    {Topic::kAgeBand, "from14to15", "14–15 жас", "14–15 лет", "14 to 15"},
    {Topic::kAgeBand, "from16to17", "16–17 жас", "16–17 лет", "16 to 17"},
    {Topic::kAgeBand, "from18to35", "18–35 жас", "18–35 лет", "18 to 35"},
    {Topic::kAgeBand, "from36to59", "36–59 жас", "36–59 лет", "36 to 59"},
    {Topic::kAgeBand, "from60", "60 жастан бастап", "от 60 лет", "60 and over"},

    {Topic::kOfficeKind, "national", "ұлттық фронт-кеңсе", "национальный фронт-офис", "national front-office"},
    {Topic::kOfficeKind, "regional", "өңірлік фронт-кеңсе", "региональный фронт-офис", "regional front-office"},

    {Topic::kOrganisationKind, "ngo", "ҮЕҰ", "НПО", "NGO"},
    {Topic::kOrganisationKind, "foundation", "қор", "фонд", "foundation"},
    {Topic::kOrganisationKind, "initiativeGroup", "бастамашыл топ", "инициативная группа", "initiative group"},
    {Topic::kOrganisationKind, "studentUnion", "студенттік бірлестік", "студенческое объединение", "student union"},
    {Topic::kOrganisationKind, "stateBody", "мемлекеттік орган", "государственный орган", "state body"},
    {Topic::kOrganisationKind, "akimat", "әкімдік", "акимат", "akimat"},
    {Topic::kOrganisationKind, "company", "компания", "компания", "company"},
    {Topic::kOrganisationKind, "international", "халықаралық ұйым", "международная организация", "international body"},
    {Topic::kOrganisationKind, "socialEnterprise", "әлеуметтік кәсіпорын", "социальное предприятие",
     "social enterprise"},

    {Topic::kActivityKind, "shift", "ауысым", "смена", "shift"},
    {Topic::kActivityKind, "event", "іс-шара", "мероприятие", "event"},
    {Topic::kActivityKind, "campaign", "акция", "акция", "campaign"},
    {Topic::kActivityKind, "online", "онлайн", "онлайн", "online"},
    {Topic::kActivityKind, "training", "оқыту", "обучение", "training"},

    {Topic::kAttendanceState, "signedUp", "жазылды", "записались", "signed up"},
    {Topic::kAttendanceState, "arrived", "келді", "пришли", "arrived"},
    {Topic::kAttendanceState, "completed", "аяқтады", "отработали", "completed"},
    {Topic::kAttendanceState, "noShow", "келмеді", "неявка", "no-show"},

    {Topic::kHoursState, "claimed", "мәлімделген", "заявлено", "claimed"},
    {Topic::kHoursState, "attested", "расталған", "подтверждено", "attested"},
    {Topic::kHoursState, "partiallyAttested", "ішінара расталған", "частично подтверждено", "partially attested"},
    {Topic::kHoursState, "rejected", "қабылданбады", "отклонено", "rejected"},
    {Topic::kHoursState, "disputed", "даулы", "оспорено", "disputed"},
    {Topic::kHoursState, "corrected", "түзетілді", "исправлено", "corrected"},
    {Topic::kHoursState, "voided", "күші жойылды", "аннулировано", "voided"},
    {Topic::kHoursState, "imported", "импортталған", "импортировано", "imported"},

    {Topic::kHoursReason, "none", "себебі көрсетілмеген", "без причины", "no reason given"},
    {Topic::kHoursReason, "leftEarly", "ертерек кетті", "ушёл раньше", "left early"},
    {Topic::kHoursReason, "arrivedLate", "кешігіп келді", "опоздал", "arrived late"},
    {Topic::kHoursReason, "breakNotCounted", "үзіліс есептелмеді", "перерыв не учтён", "break not counted"},
    {Topic::kHoursReason, "notPresent", "болмады", "не присутствовал", "not present"},
    {Topic::kHoursReason, "wrongActivity", "іс-шара қате көрсетілген", "не то мероприятие", "wrong activity"},
    {Topic::kHoursReason, "wrongPerson", "адам қате көрсетілген", "не тот человек", "wrong person"},
    {Topic::kHoursReason, "duplicate", "қайталанған", "повтор", "duplicate"},
    {Topic::kHoursReason, "arithmetic", "есептеу қатесі", "ошибка в счёте", "arithmetic"},
    {Topic::kHoursReason, "overtimeAgreed", "келісілген қосымша уақыт", "согласованная переработка", "overtime agreed"},
    {Topic::kHoursReason, "other", "басқа", "другое", "other"},

    {Topic::kAttestationMethod, "present", "орнында болды", "присутствовал лично", "was present"},
    {Topic::kAttestationMethod, "checkIn", "келуін тіркеу", "отметка о приходе", "check-in"},
    {Topic::kAttestationMethod, "roster", "тізім", "список смены", "roster"},
    {Topic::kAttestationMethod, "report", "есеп", "отчёт", "report"},

    {Topic::kTimeBasis, "unpaid", "ақысыз", "безвозмездно", "unpaid"},
    {Topic::kTimeBasis, "paidWorkTime", "ақылы жұмыс уақыты", "оплаченное рабочее время", "paid work time"},
    {Topic::kTimeBasis, "stipended", "стипендиямен", "со стипендией", "stipended"},
    {Topic::kTimeBasis, "courtOrdered", "сот шешімімен", "по решению суда", "court-ordered"},

    {Topic::kPresence, "onsite", "орнында", "очно", "on site"},
    {Topic::kPresence, "online", "онлайн", "онлайн", "online"},

    {Topic::kAssurance, "self", "өз қолы", "собственная подпись", "own signature"},
    {Topic::kAssurance, "assisted", "кеңсе көмегімен", "с помощью офиса", "assisted by an office"},
    {Topic::kAssurance, "imported", "импорт", "импорт", "imported"},
    {Topic::kAssurance, "web", "веб-бетте", "на веб-странице", "signed in a page"},

    {Topic::kFlag, "overDayLimit", "күндік шектен артық", "сверх дневного предела", "over the day's limit"},
    {Topic::kFlag, "claimedLate", "кеш мәлімделді", "заявлено поздно", "claimed late"},
    {Topic::kFlag, "attestedLate", "кеш расталды", "подтверждено поздно", "attested late"},
    {Topic::kFlag, "firstSeen", "алғашқы тексерілмеген қолтаңба", "первая подпись без сверки",
     "first signature, unchecked"},

    {Topic::kGrantClass, "small", "шағын грант", "малый грант", "small grant"},
    {Topic::kGrantClass, "short", "қысқамерзімді грант", "краткосрочный грант", "short-term grant"},
    {Topic::kGrantClass, "medium", "ортамерзімді грант", "среднесрочный грант", "medium-term grant"},
    {Topic::kGrantClass, "long", "ұзақмерзімді грант", "долгосрочный грант", "long-term grant"},
    {Topic::kGrantClass, "other", "басқа грант", "другой грант", "other grant"},

    {Topic::kFundSource, "state", "республикалық бюджет", "республиканский бюджет", "state budget"},
    {Topic::kFundSource, "localBudget", "жергілікті бюджет", "местный бюджет", "local budget"},
    {Topic::kFundSource, "private", "жеке қаражат", "частные средства", "private funds"},
    {Topic::kFundSource, "international", "халықаралық қаражат", "международные средства", "international funds"},

    {Topic::kGrantState, "awarded", "тағайындалды", "присуждён", "awarded"},
    {Topic::kGrantState, "agreed", "шарт жасалды", "договор подписан", "under agreement"},
    {Topic::kGrantState, "closed", "жабылды", "закрыт", "closed"},
    {Topic::kGrantState, "voided", "күші жойылды", "аннулирован", "voided"},
    {Topic::kGrantState, "suspended", "тоқтатыла тұрды", "приостановлен", "suspended"},
    {Topic::kGrantState, "terminated", "мерзімінен бұрын тоқтатылды", "прекращён досрочно", "terminated"},
    {Topic::kGrantState, "recovery", "қаражат қайтарылуда", "идёт возврат средств", "in recovery"},

    {Topic::kCostType, "materials", "материалдар", "материалы", "materials"},
    {Topic::kCostType, "transport", "көлік", "транспорт", "transport"},
    {Topic::kCostType, "services", "қызметтер", "услуги", "services"},
    {Topic::kCostType, "equipment", "жабдық", "оборудование", "equipment"},
    {Topic::kCostType, "labour", "еңбекақы", "оплата труда", "labour"},
    {Topic::kCostType, "rent", "жалға алу", "аренда", "rent"},
    {Topic::kCostType, "administration", "әкімшілік шығыстар", "административные расходы", "administration"},
    {Topic::kCostType, "regrant", "қайта гранттау", "перегрантование", "regrant"},
    {Topic::kCostType, "other", "басқа", "прочее", "other"},

    {Topic::kTrancheState, "planned", "жоспарланған", "запланирован", "planned"},
    {Topic::kTrancheState, "approved", "мақұлданған", "одобрен", "approved"},
    {Topic::kTrancheState, "partlyPaid", "ішінара төленген", "выплачен частично", "partly paid"},
    {Topic::kTrancheState, "paid", "төленген", "выплачен", "paid"},

    {Topic::kExpenditureState, "recorded", "енгізілді", "внесён", "recorded"},
    {Topic::kExpenditureState, "verified", "тексерілді", "проверен", "verified"},
    {Topic::kExpenditureState, "queried", "сұрау салынды", "под вопросом", "queried"},
    {Topic::kExpenditureState, "disallowed", "қабылданбады", "не принят", "disallowed"},
    {Topic::kExpenditureState, "voided", "күші жойылды", "аннулирован", "voided"},

    {Topic::kExpenditureReason, "none", "себебі көрсетілмеген", "без причины", "no reason given"},
    {Topic::kExpenditureReason, "unreadable", "құжат оқылмайды", "документ не читается", "unreadable document"},
    {Topic::kExpenditureReason, "outsideBudget", "сметадан тыс", "вне сметы", "outside the budget"},
    {Topic::kExpenditureReason, "outsidePeriod", "кезеңнен тыс", "вне срока", "outside the period"},
    {Topic::kExpenditureReason, "prohibitedCost", "тыйым салынған шығыс", "запрещённый расход", "prohibited cost"},
    {Topic::kExpenditureReason, "duplicate", "қайталанған", "повтор", "duplicate"},
    {Topic::kExpenditureReason, "wrongAmount", "сома қате", "неверная сумма", "wrong amount"},
    {Topic::kExpenditureReason, "returnedGoods", "тауар қайтарылды", "возврат товара", "returned goods"},
    {Topic::kExpenditureReason, "other", "басқа", "другое", "other"},

    {Topic::kDocumentKind, "invoice", "шот-фактура", "счёт-фактура", "invoice"},
    {Topic::kDocumentKind, "receipt", "түбіртек", "квитанция", "receipt"},
    {Topic::kDocumentKind, "contract", "шарт", "договор", "contract"},
    {Topic::kDocumentKind, "act", "орындалған жұмыс актісі", "акт выполненных работ", "act of completion"},
    {Topic::kDocumentKind, "statement", "төлем тізілімі", "реестр платежей", "payment statement"},

    {Topic::kPaymentMethod, "bank", "банк аударымы", "банковский перевод", "bank transfer"},
    {Topic::kPaymentMethod, "card", "карта", "карта", "card"},
    {Topic::kPaymentMethod, "cash", "қолма-қол", "наличные", "cash"},

    {Topic::kMovement, "disbursementReversed", "аударым қайтарылды", "перечисление отозвано", "disbursement reversed"},
    {Topic::kMovement, "expenditureReversed", "шығыс қайтарылды", "возврат по расходу", "expenditure reversed"},
    {Topic::kMovement, "expenditureDisallowed", "шығыс қабылданбады", "расход не принят", "expenditure disallowed"},
    {Topic::kMovement, "vendorRefund", "сатушыдан қайтарым", "возврат от продавца", "refund from a vendor"},
    {Topic::kMovement, "interest", "сыйақы", "проценты банка", "interest"},
    {Topic::kMovement, "refund", "қаржыландырушыға қайтару", "возврат финансирующей стороне", "refund to the funder"},

    {Topic::kDistinctionState, "nominated", "ұсынылды", "выдвинут", "nominated"},
    {Topic::kDistinctionState, "conferred", "марапатталды", "награждён", "conferred"},
    {Topic::kDistinctionState, "revoked", "кері қайтарып алынды", "отозвано", "revoked"},

    {Topic::kLegalStatus, "announced", "жарияланған", "объявлено", "announced"},
    {Topic::kLegalStatus, "draft", "жоба", "проект", "draft"},
    {Topic::kLegalStatus, "inForce", "қолданыста", "действует", "in force"},
    {Topic::kLegalStatus, "repealed", "күші жойылған", "утратило силу", "repealed"},
    {Topic::kLegalStatus, "unverified", "тексерілмеген", "не проверено", "not verified"},

    {Topic::kCreditBenefit, "academicCredit", "академиялық кредиттер", "академические кредиты", "academic credits"},
    {Topic::kCreditBenefit, "stipend", "шәкіртақы", "стипендия", "stipend"},
    {Topic::kCreditBenefit, "voucher", "ваучер", "ваучер", "voucher"},
    {Topic::kCreditBenefit, "workExperience", "еңбек өтілі", "трудовой стаж", "work experience"},
    {Topic::kCreditBenefit, "admissionPoints", "оқуға түсу ұпайлары", "баллы при поступлении", "admission points"},
    {Topic::kCreditBenefit, "distinction", "марапат", "награда", "distinction"},
};

}  // namespace ledger
