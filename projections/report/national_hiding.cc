#include "projections/report/national_hiding.h"

#include <array>

namespace projections {
namespace {

// A figure that is judged by itself.
struct JudgedFigure {
  PeopleBehind (*behind)(const HoursFigures&);
  bool HiddenFigures::*hidden;
};

PeopleBehind orNothing(PeopleBehind behind) {
  behind.nothing = behind.people == 0;
  return behind;
}

constexpr std::array<JudgedFigure, 5> kJudged = {{
    {[](const HoursFigures& of) {
       PeopleBehind behind = of.behind.attested;
       behind.nothing = of.sums.entries == 0;
       return behind;
     },
     &HiddenFigures::attested},
    {[](const HoursFigures& of) { return orNothing(of.behind.waiting); }, &HiddenFigures::waiting},
    {[](const HoursFigures& of) { return orNothing(of.behind.disputed); }, &HiddenFigures::disputed},
    {[](const HoursFigures& of) { return orNothing(of.behind.imported); }, &HiddenFigures::imported},
    {[](const HoursFigures& of) {
       return orNothing({of.attended_people, 0, false});
     },
     &HiddenFigures::attended},
}};

void judge(HoursFigures& total, std::vector<HoursFigures>& cells, const SuppressionRule& rule) {
  for (const JudgedFigure& figure : kJudged) {
    std::vector<PeopleBehind> behind;
    behind.reserve(cells.size());
    for (const HoursFigures& cell : cells) behind.push_back(figure.behind(cell));
    const HiddenCells hidden = hiddenCells(figure.behind(total), behind, rule);
    total.hidden.*figure.hidden = hidden.total;
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i].hidden.*figure.hidden = hidden.cells[i];
  }
}

// What is hidden is in the report no more.
void takeOut(HoursFigures& figures) {
  HiddenFigures& hidden = figures.hidden;
  HoursSums& sums = figures.sums;
  hidden.waiting = hidden.waiting || hidden.attested;
  hidden.disputed = hidden.disputed || hidden.attested;
  hidden.claimed = hidden.waiting;  // less the attested it would tell what waits
  hidden.entries = hidden.claimed || hidden.imported;
  if (hidden.attested) figures.volunteers = 0;
  if (hidden.entries) sums.entries = 0;
  if (hidden.claimed) sums.claimed = {};
  if (hidden.waiting) sums.waiting = {};
  if (hidden.attested) sums.attested = {};
  if (hidden.disputed) sums.disputed = {};
  if (hidden.imported) sums.imported = {};
  if (hidden.attended) figures.attended_people = 0, figures.attended = {};
  figures.behind = {};
}

}  // namespace

void hideSmallFigures(NationalReport& report, const SuppressionPolicy& policy) {
  judge(report.total, report.regions, policy.rule);
  judge(report.total, report.directions, policy.rule);
  takeOut(report.total);
  for (HoursFigures& figures : report.regions) takeOut(figures);
  for (HoursFigures& figures : report.directions) takeOut(figures);
  report.suppression = policy;
}

}  // namespace projections
