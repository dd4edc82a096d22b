#include "tools/asar/reported_figures.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "tools/asar/import_source.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

Error badFigure(const std::string& what) {
  return {ErrorCode::kInvalid, "BAD_FIGURE", what};
}

std::optional<std::int64_t> integerIn(std::string_view text) {
  std::int64_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<std::int64_t> countOf(const std::string& text) {
  const auto count = integerIn(text);
  if (count && *count >= 0) return *count;
  return badFigure("'" + text + "' is not a whole number from 0");
}

// Below zero where more went back than came, as the derived figures are.
Result<std::int64_t> amountOf(const std::string& text, ledger::Currency currency) {
  if (const auto minor = integerIn(text)) return *minor;
  std::string forms = "in minor units as 30000000";
  if (!currency.isNone()) {
    const auto space = text.find(' ');
    const bool named = space != std::string::npos && text.substr(space + 1) == currency.code();
    const auto amount = ledger::parseMinor(text.substr(0, space), currency);
    if (named && amount) return *amount;
    forms = ledger::Money{30'000'000, currency}.text() + ", or " + forms;
  }
  return badFigure("'" + text + "' is not an amount of the ledger's currency: write it as " + forms +
                   ", after a minus where more went back than came");
}

Result<ReportedFigure> figureIn(const ImportRow& row, ledger::Currency currency) {
  const std::string* category = row.find("category");
  const std::string* reported = row.find("reported");
  if (category == nullptr || reported == nullptr)
    return badFigure("there is no column category or reported: the header is \"category,reported\"");
  const auto asked = projections::parseCategory(*category);
  if (!asked) return asked.error();
  const bool money = asked->category->measure == projections::Measure::kMoney;
  const auto figure = money ? amountOf(*reported, currency) : countOf(*reported);
  if (!figure) return figure.error();
  return ReportedFigure{*category, *asked, *figure};
}

}  // namespace

Result<std::vector<ReportedFigure>> readReportedFigures(std::string_view csv, ledger::Currency currency) {
  const auto rows = readCsvRows(csv);
  if (!rows) return rows.error();
  std::vector<ReportedFigure> figures;
  for (const ImportRow& row : *rows) {
    auto figure = figureIn(row, currency);
    if (figure && std::ranges::find(figures, figure->category, &ReportedFigure::category) != figures.end())
      figure = badFigure("the category " + figure->category + " stands there twice");
    if (!figure) {
      return Error{figure.error().code, figure.error().reason,
                   "row " + std::to_string(row.number + 1) + ": " + figure.error().message};
    }
    figures.push_back(*std::move(figure));
  }
  if (figures.empty()) return badFigure("nothing is reported: below the header there is no row");
  return figures;
}

}  // namespace tools
