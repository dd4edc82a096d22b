#include "projections/render/column_widths.h"

#include <algorithm>

namespace projections {
namespace {

constexpr double kWidened = 1.5;  // at most
constexpr double kHair = 0.01;    // so that sums of fractions end

double sumOf(const std::vector<double>& widths) {
  double sum = 0;
  for (const double width : widths) sum += width;
  return sum;
}

// The widest column that can still be narrowed; as many as there are where none can.
std::size_t widestBreakable(const std::vector<ColumnNeed>& needs, const std::vector<double>& widths) {
  std::size_t widest = needs.size();
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const bool can = needs[i].breaks && widths[i] > needs[i].least + kHair;
    if (can && (widest == needs.size() || widths[i] > widths[widest])) widest = i;
  }
  return widest;
}

// To which the widest is narrowed in one step: the next widest of those that can be.
double nextWidth(const std::vector<ColumnNeed>& needs, const std::vector<double>& widths, std::size_t widest) {
  double next = needs[widest].least;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const bool smaller = widths[i] < widths[widest] - kHair;
    if (needs[i].breaks && smaller) next = std::max(next, widths[i]);
  }
  return next;
}

}  // namespace

ColumnFit fittedColumns(const std::vector<ColumnNeed>& needs, double available) {
  ColumnFit fit;
  for (const ColumnNeed& need : needs) fit.widths.push_back(need.natural);
  double total = sumOf(fit.widths);
  if (total > 0 && total <= available) {
    const double factor = std::min(kWidened, available / total);
    for (double& width : fit.widths) width *= factor;
    return fit;
  }
  while (total > available + kHair) {
    const std::size_t widest = widestBreakable(needs, fit.widths);
    if (widest == needs.size()) break;
    const double cut = std::min(total - available, fit.widths[widest] - nextWidth(needs, fit.widths, widest));
    fit.widths[widest] -= cut;
    total -= cut;
  }
  fit.fits = total <= available + kHair;
  if (!fit.fits) {
    for (double& width : fit.widths) width *= available / total;
  }
  return fit;
}

}  // namespace projections
