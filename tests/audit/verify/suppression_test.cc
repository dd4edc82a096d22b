// Which figures are hidden, judged by the audit's own reading of the rule; and beside the ledger's.
#include "audit/verify/suppression.h"

#include <gtest/gtest.h>

#include "projections/report/suppression.h"

namespace audit {
namespace {

PeopleBehind people(std::int64_t count, std::int64_t minors = 0) {
  return {count, minors, false};
}

TEST(Suppression, HidesBelowTenAndBelowTwentyWithMinors) {
  EXPECT_TRUE(tooFew(people(9), {}));
  EXPECT_FALSE(tooFew(people(10), {}));
  EXPECT_TRUE(tooFew(people(19, 1), {}));
  EXPECT_FALSE(tooFew(people(20, 1), {}));
  EXPECT_TRUE(tooFew(people(0), {})) << "that it is nobody tells of somebody";
  EXPECT_FALSE(tooFew({0, 0, true}, {})) << "but not where there is nothing";
  EXPECT_FALSE(tooFew(people(9), {5, 5})) << "a policy says otherwise";
}

TEST(Suppression, AgreesWithTheLedger) {
  for (std::int64_t count = 0; count < 30; ++count) {
    for (const std::int64_t minors : {std::int64_t{0}, std::int64_t{1}, count}) {
      for (const bool nothing : {false, true}) {
        for (const projections::SuppressionRule rule : {projections::SuppressionRule{}, {5, 12}, {12, 5}}) {
          ASSERT_EQ(tooFew({count, minors, nothing}, {rule.least, rule.least_with_minors}),
                    projections::isTooFew({count, minors, nothing}, rule))
              << count << " " << minors;
        }
      }
    }
  }
}

}  // namespace
}  // namespace audit
