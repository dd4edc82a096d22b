#include "audit/reports/oversight_reports.h"

namespace audit {
namespace {

struct Actual {
  std::uint64_t index = 0;
  std::int64_t value = 0;
};

struct IndicatorYears {
  Id roadmap{};
  schema::FigureBasis basis = schema::FigureBasis::DERIVED;
  std::int64_t baseline = 0;
  std::map<std::int64_t, std::int64_t> targets;
  std::map<std::int64_t, std::vector<Actual>> actuals;  // in the order of the log; the last counts
};

std::map<Id, IndicatorYears> indicatorsOf(const Chronicle& chronicle) {
  std::map<Id, IndicatorYears> all;
  for (const Chronicled& told : chronicle.of("indicator")) {
    const auto command = told.command();
    IndicatorYears& indicator = all[told.subject];
    if (command.isIndicatorDefine()) {
      const auto defined = command.getIndicatorDefine();
      indicator.roadmap = idOf(defined.getRoadmap());
      indicator.basis = defined.getBasis();
      indicator.baseline = defined.getBaseline();
    } else if (command.isTargetSet()) {
      indicator.targets[command.getTargetSet().getYear()] = command.getTargetSet().getValue();
    } else if (command.isActualReport()) {
      const auto actual = command.getActualReport();
      indicator.actuals[actual.getYear()].push_back({told.index, actual.getValue()});
    }
  }
  return all;
}

void addActuals(const std::string& path, const IndicatorYears& indicator, std::int64_t year, ReportFigures& figures) {
  const auto of_year = indicator.actuals.find(year);
  if (of_year == indicator.actuals.end()) return;
  const auto& actuals = of_year->second;
  const std::int64_t last = actuals.back().value;
  figures[path + "/actual"].value = last;
  if (indicator.basis == schema::FigureBasis::DERIVED) figures[path + "/derivedThen"].value = last;
  if (const auto target = indicator.targets.find(year); target != indicator.targets.end())
    figures[path + "/beyondTarget"].value = Sum{last} - target->second;
  for (std::size_t i = 0; i + 1 < actuals.size(); ++i)
    figures[path + pathOf({"earlier", std::to_string(actuals[i].index), "value"})].value = actuals[i].value;
}

}  // namespace

void countRoadmaps(const Counting& counting, ReportFigures& figures) {
  if (counting.asked.year) figures["/year"].value = *counting.asked.year;
  for (const auto& [id, indicator] : indicatorsOf(counting.chronicle)) {
    if (counting.asked.subject != Id{} && indicator.roadmap != counting.asked.subject) continue;
    const std::string path = pathOf({"roadmaps", idText(indicator.roadmap), "indicators", idText(id)});
    figures[path + "/baseline"].value = indicator.baseline;
    for (const auto& [year, target] : indicator.targets) {
      if (!counting.asked.year || *counting.asked.year == year)
        figures[path + pathOf({"years", std::to_string(year), "target"})].value = target;
    }
    for (const auto& [year, actuals] : indicator.actuals) {
      if (!counting.asked.year || *counting.asked.year == year)
        addActuals(path + pathOf({"years", std::to_string(year)}), indicator, year, figures);
    }
  }
}

}  // namespace audit
