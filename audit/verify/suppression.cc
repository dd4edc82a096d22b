#include "audit/verify/suppression.h"

namespace audit {

bool tooFew(const PeopleBehind& behind, const SuppressionBounds& bounds) {
  return !behind.nothing && behind.people < (behind.minors > 0 ? bounds.least_with_minors : bounds.least);
}

}  // namespace audit
