// E28, E29: prices of one thing, numbers of one vendor's invoices.
#include <algorithm>
#include <set>

#include "audit/replay/civil_calendar.h"
#include "audit/rules/money_rules.h"
#include "audit/rules/statistics.h"

namespace audit {
namespace {

constexpr InThree kDear{"«{0}» бір данасы {1} деп бағаланған; {3} жазбаның ортасы {2}.",
                        "Единица «{0}» оценена в {1}; медиана по {3} записям — {2}.",
                        "One unit of \"{0}\" is valued at {1}; the median of {3} entries is {2}."};
constexpr InThree kNoPrices{
    "сатып алу бағалары: шығыс жазбасында саны мен бір дананың бағасы жоқ, тек заттай сыйлықтар қаралды",
    "цены покупок: в записи расхода нет количества и цены единицы, рассмотрены лишь дары в натуре",
    "prices of purchases: an expenditure holds no quantity and no price of a unit; gifts in kind alone were seen"};
constexpr InThree kOnlyCustomer{
    "{0} берушісінің {1} құжаты қатар нөмірленген ({2} – {3}), {4} айға созылған: басқа сатып алушысы жоқ сияқты.",
    "Номера {1} документов поставщика {0} идут подряд ({2} – {3}) за {4} мес.: будто у него нет других покупателей.",
    "{1} documents of vendor {0} have numbers in a row ({2} – {3}) over {4} months, as if it had no other customer."};
constexpr InThree kStatements{
    "төлем көшірмесінің жолына сілтейтін шығыстар: {0}; берушінің құжат нөмірі белгісіз",
    "расходы, у которых документом служит строка выписки: {0}; номер документа поставщика неизвестен",
    "expenditures whose document is a row of a statement: {0}; the vendor's own number is not known"};

constexpr std::size_t kPricesLeast = 5;

struct Numbered {
  const SpentFact* spent = nullptr;
  std::string series;  // the number without its last run of digits
  std::uint64_t number = 0;
};

// Of a number that ends in digits, at most fifteen of them.
std::optional<Numbered> numberedOf(const SpentFact& spent) {
  const auto dot = spent.number_key.rfind('.');
  const std::size_t place = dot == std::string::npos ? 0 : dot + 1;
  const auto number = decimal(std::string_view{spent.number_key}.substr(place));
  if (!number || spent.number_key.size() - place > 15) return std::nullopt;
  return Numbered{&spent, spent.number_key.substr(0, place), *number};
}

std::int64_t monthOf(std::int64_t day) {
  const CivilDate date = dateOf(day);
  return date.year * 12 + date.month;
}

void judgeRow(Run& run, const std::vector<Numbered>& row) {
  if (row.size() < static_cast<std::size_t>(run.parameter())) return;
  std::set<std::int64_t> months;
  SpentList list;
  for (const Numbered& one : row) {
    months.insert(monthOf(one.spent->document_day));
    list.push_back(one.spent);
  }
  if (months.size() < static_cast<std::size_t>(run.parameter("months"))) return;
  run.raise(raisedOf(run, list,
                     {kOnlyCustomer,
                      {textTold(list.front()->vendor), countTold(list.size()), textTold(list.front()->number),
                       textTold(list.back()->number), countTold(months.size())}}));
}

struct Priced {
  const GiftFact* gift = nullptr;
  double price = 0;
};

void judgePrices(Run& run, const std::vector<Priced>& prices) {
  if (prices.size() < kPricesLeast) return;
  std::vector<double> values;
  values.reserve(prices.size());
  for (const Priced& one : prices) values.push_back(one.price);
  const auto scores = robustScores(values);
  const auto middle = static_cast<std::int64_t>(medianOf(values));
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const GiftFact& gift = *prices[i].gift;
    if (scores[i] * 10 <= static_cast<double>(run.parameter())) continue;
    const Sum over = Sum{gift.value} - Sum{middle} * gift.quantity;
    run.raise({.sentence = {kDear,
                            {textTold(gift.unit), amountTold(gift.value / gift.quantity, gift.currency),
                             amountTold(middle, gift.currency), countTold(prices.size())}},
               .subjects = {{"gift", gift.id}},
               .evidence = {gift.index},
               .amount = AtRisk{over, gift.currency}});
  }
}

}  // namespace

void checkE28(Run& run) {
  std::map<std::string, std::vector<Priced>> prices;
  for (const GiftFact& gift : run.facts().money.gifts) {
    run.look();
    if (gift.quantity == 0) continue;
    const double price = static_cast<double>(gift.value) / static_cast<double>(gift.quantity);
    prices[joinedKey({gift.unit, gift.currency})].push_back({&gift, price});
  }
  for (const auto& [unit, list] : prices) judgePrices(run, list);
  run.lacks({kNoPrices});
}

void checkE29(Run& run) {
  std::map<std::string, std::vector<Numbered>> series;
  std::uint64_t statements = 0;
  for (const SpentFact* spent : standing(run)) {
    run.look();
    if (spent->kind == schema::DocumentKind::STATEMENT) ++statements;
    if (!spent->named() || spent->kind == schema::DocumentKind::STATEMENT) continue;
    if (auto one = numberedOf(*spent)) series[joinedKey({spent->vendor_key, one->series})].push_back(std::move(*one));
  }
  for (auto& [key, list] : series) {
    std::ranges::stable_sort(list, {}, &Numbered::number);
    std::vector<Numbered> row;
    for (const Numbered& one : list) {
      const bool next = row.empty() || (one.number == row.back().number + 1 &&
                                        one.spent->document_day >= row.back().spent->document_day);
      if (!next && one.number == row.back().number) continue;  // instalments of one invoice
      if (!next) judgeRow(run, row), row.clear();
      row.push_back(one);
    }
    judgeRow(run, row);
  }
  if (statements != 0) run.lacks({kStatements, {countTold(statements)}});
}

}  // namespace audit
