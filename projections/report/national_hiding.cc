#include "projections/report/national_hiding.h"

namespace projections {
namespace {

constexpr HiddenFigures kAll{true, true, true, true, true, true, true};

HiddenFigures judged(const HoursFigures& total, const SuppressionRule& rule) {
  const auto few = [&](PeopleBehind behind, bool nothing) {
    behind.nothing = nothing;
    return isTooFew(behind, rule);
  };
  const auto few_if_any = [&](const PeopleBehind& behind) { return few(behind, behind.people == 0); };
  const PeopleOfHours& behind = total.behind;
  HiddenFigures hidden;
  hidden.attested = few(behind.attested, total.sums.entries == 0);
  hidden.waiting = hidden.attested || few_if_any(behind.waiting);
  hidden.disputed = hidden.attested || few_if_any(behind.disputed);
  hidden.imported = few_if_any(behind.imported);
  hidden.attended = few_if_any(behind.attended);
  hidden.claimed = hidden.entries = true;
  return hidden;
}

// What is hidden is in the report no more.
void takeOut(HoursFigures& figures, const HiddenFigures& hidden) {
  figures.hidden = hidden;
  HoursSums& sums = figures.sums;
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
  takeOut(report.total, report.stamp.period ? kAll : judged(report.total, policy.rule));
  for (HoursFigures& figures : report.regions) takeOut(figures, kAll);
  for (HoursFigures& figures : report.directions) takeOut(figures, kAll);
  report.suppression = policy;
}

}  // namespace projections
