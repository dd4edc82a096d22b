#include "projections/report/suppression.h"

namespace projections {

bool isTooFew(const PeopleBehind& behind, const SuppressionRule& rule) {
  if (behind.nothing) return false;
  return behind.people < (behind.minors > 0 ? rule.least_with_minors : rule.least);
}

}  // namespace projections
