// Bank phrases — what the report on a bank statement says, in Kazakh, Russian and English.
//
// Shape    {0}, {1} … stand for figures, already as text; filled() of credit_phrases.h puts them in.
// Threads  constants.
#pragma once

#include "projections/language/phrases.h"

namespace projections {
namespace phrases {

inline constexpr Phrase kBankReport{"Банк үзіндісін журналмен салыстыру", "Сверка банковской выписки с журналом",
                                    "Bank statement matched with the ledger"};
inline constexpr Phrase kAccount{"Шот", "Счёт", "Account"};
inline constexpr Phrase kStatementFile{"Файлдың SHA-256 хеші", "SHA-256 файла", "SHA-256 of the file"};
inline constexpr Phrase kRowsMatched{"Сәйкес келген жолдар", "Сопоставлено строк", "Rows matched"};
inline constexpr Phrase kPaymentsMatched{"Сәйкес келген төлемдер", "Сопоставлено платежей", "Payments matched"};
inline constexpr Phrase kSoManyOf{"{1} ішінен {0}", "{0} из {1}", "{0} of {1}"};
inline constexpr Phrase kDaysApartMost{"Күндер айырмасы, ең көбі", "Расхождение дней, не более", "Days apart, at most"};
inline constexpr Phrase kNotBooked{"Әлі өткізілмеген жазбалар (есепке алынбады)", "Ещё не проведено (не учтено)",
                                   "Not booked yet (left out)"};
inline constexpr Phrase kRowsOutside{"Басқа күндердің жолдары (есепке алынбады)", "Строки других дней (не учтены)",
                                     "Rows of other days (left out)"};
inline constexpr Phrase kSums{"Қорытынды", "Итоги", "Totals"};
inline constexpr Phrase kMoneyIn{"Кіріс", "Поступило", "In"};
inline constexpr Phrase kMoneyOut{"Шығыс", "Списано", "Out"};
inline constexpr Phrase kStatementRows{"Үзінді жолдары", "Строки выписки", "Rows of the statement"};
inline constexpr Phrase kLedgerPayments{"Журналдағы төлемдер", "Платежи по журналу", "Payments of the ledger"};
inline constexpr Phrase kOfWhichMatched{"  сәйкес келгені", "  сопоставлено", "  matched"};
inline constexpr Phrase kOfWhichWithoutPayment{"  журналда төлемі жоқ", "  без платежа в журнале",
                                               "  without a payment"};
inline constexpr Phrase kOfWhichWithoutRow{"  үзіндіде жолы жоқ", "  без строки в выписке", "  without a row"};
inline constexpr Phrase kStatementBalances{"Үзінді бойынша қалдық", "Остатки по выписке", "Balances of the statement"};
inline constexpr Phrase kOpeningBalance{"Басында", "На начало", "Opening"};
inline constexpr Phrase kRowsSum{"Жолдар жиыны", "Сумма строк", "Sum of rows"};
inline constexpr Phrase kClosingBalance{"Соңында", "На конец", "Closing"};
inline constexpr Phrase kStatementAddsUp{"Басындағы қалдық пен жолдар соңғы қалдықты береді.",
                                         "Остаток на начало и строки дают остаток на конец.",
                                         "Opening balance and rows give the closing balance."};
inline constexpr Phrase kStatementFails{
    "ҮЗІНДІ ӨЗІНЕ СӘЙКЕС ЕМЕС: басындағы қалдық пен жолдар {0} береді, ал соңында {1} делінген.",
    "ВЫПИСКА НЕ СХОДИТСЯ: остаток на начало и строки дают {0}, а на конец указано {1}.",
    "THE STATEMENT DOES NOT ADD UP: opening balance and rows give {0}, but it closes with {1}."};
inline constexpr Phrase kRowsAlone{"Журналда төлемі жоқ үзінді жолдары", "Строки выписки без платежа в журнале",
                                   "Rows without a payment in the ledger"};
inline constexpr Phrase kPaymentsAlone{"Үзіндіде жолы жоқ төлемдер", "Платежи без строки в выписке",
                                       "Payments without a row in the statement"};
inline constexpr Phrase kMatchedPairs{"Сәйкес келгендер", "Сопоставленные", "Matched"};
inline constexpr Phrase kBankReference{"Сілтеме", "Референс", "Reference"};
inline constexpr Phrase kCounterparty{"Екінші тарап", "Контрагент", "Counterparty"};
inline constexpr Phrase kBankText{"Төлем мақсаты", "Назначение", "Text"};
inline constexpr Phrase kPayment{"Төлем", "Платёж", "Payment"};
inline constexpr Phrase kGrantAndDocument{"Грант, құжат", "Грант, документ", "Grant, document"};
inline constexpr Phrase kTranchePaid{"транш төленді", "транш выплачен", "tranche paid"};
inline constexpr Phrase kTrancheReceived{"транш түсті", "транш получен", "tranche received"};
inline constexpr Phrase kRefundReceived{"қайтарым түсті", "возврат получен", "refund received"};
inline constexpr Phrase kRefundSent{"қайтарым жіберілді", "возврат отправлен", "refund sent"};
inline constexpr Phrase kExpenditure{"шығыс", "расход", "expenditure"};
inline constexpr Phrase kMatchedBy{"Негізі", "Основание", "Matched by"};
inline constexpr Phrase kByReference{"сілтеме", "референс", "reference"};
inline constexpr Phrase kByAmountAndDay{"сома, күн", "сумма, день", "amount, day"};
inline constexpr Phrase kDaysMore{"{0} күн", "{0} дн.", "{0} d"};
inline constexpr Phrase kOutsideMeans{
    "* журналдағы күні үзінді күндерінен тыс: басқа үзіндінің жолымен де сәйкес келуі мүмкін.",
    "* по журналу день за пределами выписки: платёж может совпасть и со строкой другой выписки.",
    "* on a day outside the statement by the ledger: a row of another statement may match it, too."};
inline constexpr Phrase kAtTheEdge{"шекте", "у границы", "at the edge"};
inline constexpr Phrase kAtTheEdgeMeans{
    "шекте: үзіндінің бірінші немесе соңғы күніне {0} күннен жақын, банк оны басқа күні өткізуі мүмкін.",
    "у границы: до первого или последнего дня выписки менее {0} дн., банк мог провести его за её пределами.",
    "at the edge: less than {0} days from the first or the last day, the bank may have booked it outside."};

}  // namespace phrases
}  // namespace projections
