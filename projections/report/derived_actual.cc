#include "projections/report/derived_actual.h"

#include <algorithm>

#include "projections/report/reconciliation_figures.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

Error noCategory(const IndicatorRecord& indicator) {
  std::string known;
  for (const auto& one : reconciliationCategories()) known.append(known.empty() ? "" : ", ").append(one.name);
  return Error{ErrorCode::kNotFound, "CATEGORY_MISSING",
               "no actual of the indicator " + indicator.subject.code +
                   " says by which category it is derived, and its code names none: give --category, one of " + known};
}

Result<IndicatorQuery> queryOf(const IndicatorRecord& indicator, const ActualAsk& ask) {
  auto days = yearDays(ask.year);
  if (!days) return days.error();
  if (ask.today < days->from) {
    return Error{ErrorCode::kNotFound, "YEAR_NOT_BEGUN",
                 std::to_string(ask.year) + " begins on " + days->first() + ", and it is " +
                     ledger::dayText(ask.today) + ": nothing was reached in it yet"};
  }
  days->to = std::min(days->to, ask.today);
  const std::string category = ask.category.empty() ? indicator.usualCategory() : ask.category;
  if (category.empty()) return noCategory(indicator);
  const auto asked = parseCategory(category);
  if (!asked) return asked.error();
  return IndicatorQuery{*asked, *days};
}

// What this ledger derives is said where it derives anything.
Error reportedElsewhere(const IndicatorRecord& indicator, const ActualAsk& ask, const Result<DerivedActual>& derived) {
  const IndicatorActual* before = indicator.actualOf(ask.year);
  const std::string year = std::to_string(ask.year);
  return Error{ErrorCode::kInvalid, "BASIS_REPORTED",
               "the actuals of the indicator " + indicator.subject.code + " are reported with a source; " +
                   (before == nullptr
                        ? "there is none of " + year + " yet"
                        : "that of " + year + " is " + std::to_string(before->value) + ", from " + before->source) +
                   ": send actualReport" +
                   (derived ? "; this ledger derives " + std::to_string(derived->value) + " by " + derived->query.text()
                            : std::string())};
}

Error notOver(const DerivedActual& actual, const ActualAsk& ask, ledger::CivilDay last) {
  return Error{ErrorCode::kInvalid, "YEAR_NOT_OVER",
               std::to_string(actual.year) + " ends on " + ledger::dayText(last) + ", and it is " +
                   ledger::dayText(ask.today) + "; so far " + std::to_string(actual.value) + " is derived by " +
                   actual.query.text() + ": wait until it is over, or record that with --so-far"};
}

Result<DerivedActual> derivedOf(Database& database, const IndicatorRecord& indicator, const ActualAsk& ask) {
  const auto query = queryOf(indicator, ask);
  if (!query) return query.error();
  const auto currency = ledgerCurrency(database);
  if (!currency) return currency.error();
  const auto figure = ReconciliationFigures(database, query->days).derive(query->asked);
  if (!figure) return figure.error();
  const auto value = inUnit(*query->asked.category, *figure, indicator.unit, *currency);
  if (!value) return value.error();
  DerivedActual actual{indicator, ask.year, *query, *value, {}, {}};
  if (const auto target = indicator.targets.find(ask.year); target != indicator.targets.end())
    actual.target = target->second;
  if (const IndicatorActual* before = indicator.actualOf(ask.year)) actual.before = *before;
  return actual;
}

}  // namespace

Result<DerivedActual> deriveActual(Database& database, const ActualAsk& ask) {
  const auto indicator = findIndicator(database, ask.indicator);
  if (!indicator) return indicator.error();
  auto actual = derivedOf(database, *indicator, ask);
  if (indicator->basis == ledger::FigureBasis::kReported) return reportedElsewhere(*indicator, ask, actual);
  if (!actual) return actual;
  const ledger::CivilDay last = yearDays(ask.year)->to;
  if (ask.today <= last && !ask.so_far) return notOver(*actual, ask, last);
  return actual;
}

}  // namespace projections
