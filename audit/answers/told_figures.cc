#include "audit/answers/told_figures.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "audit/replay/civil_calendar.h"
#include "audit/verify/recount.h"

namespace audit {
namespace {

using nlohmann::json;

// Grants by id, each with its sums: nothing of ours lies deeper.
constexpr int kLevelsOfTold = 4;

json nationalJson(const NationalFigures& national, bool exact) {
  using Number = std::numeric_limits<std::int64_t>;
  json figures = json::object();
  for (const auto& [path, figure] : national.by_path) {
    if (figure.hidden && !exact) {
      figures[path] = nullptr;
    } else if (figure.value > Number::max() || figure.value < Number::min()) {
      figures[path] = sumText(figure.value);  // wider than a number of JSON is read by most
    } else {
      figures[path] = static_cast<std::int64_t>(figure.value);
    }
  }
  return figures;
}

// A hostile file is not followed down.
bool isShallow(const json& value, int levels) {
  if (value.is_primitive()) return true;
  return levels > 0 &&
         std::all_of(value.begin(), value.end(), [&](const json& inner) { return isShallow(inner, levels - 1); });
}

std::string dumped(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

json toldJson(const ToldFigures& told) {
  json out = json::parse(told.figures, nullptr, false);
  if (!out.is_object()) out = json::object();
  if (!told.exact) {
    out.erase("minutes");
    if (out.contains("totals")) out["totals"].erase("minutes");
  }
  if (!told.period.empty()) out["period"] = told.period;
  out["national"] = nationalJson(told.national, told.exact);
  return out;
}

std::optional<DayRange> daysFrom(const std::string& text) {
  constexpr std::string_view kTo = "..";
  const auto middle = text.find(kTo);
  if (middle == std::string::npos) return std::nullopt;
  const auto from = dayFrom(text.substr(0, middle));
  const auto to = dayFrom(text.substr(middle + kTo.size()));
  if (!from || !to || *from > *to) return std::nullopt;
  return DayRange{*from, *to};
}

bool isTold(const json& report) {
  if (!report.is_object() || report.contains("report")) return false;
  const auto national = report.find("national");
  return national != report.end() && national->is_object();
}

bool takeTold(const json& report, Published& published) {
  if (!isShallow(report, kLevelsOfTold)) return false;
  published.kind = PublishedKind::kTold;
  published.asked.exact = report.contains("minutes");
  published.figures = dumped(report);
  const auto period = report.find("period");
  if (period == report.end()) return true;
  if (!period->is_string()) return false;
  published.period = period->get<std::string>();
  const auto days = daysFrom(published.period);
  if (days) published.asked.days = *days;
  return days.has_value();
}

void compareTold(const Published& published, const ToldFigures& counted, Findings& findings) {
  const std::string expected = dumped(toldJson(counted));
  const std::size_t different = nameDifferences(expected, published.figures, published.name, findings);
  if (different != 0) return;
  if (expected != published.figures)
    return findings.add(Wrong::kFiguresDiffer, published.name + ": it holds what recompute does not tell");
  findings.checked(published.name + ": what recompute told counted anew, and equal" +
                   (published.period.empty() ? "" : ", of " + published.period));
}

}  // namespace audit
