#include "audit/rules/table.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace audit::tests {
namespace {

TEST(RuleTable, HasEveryRuleOnceAndInOrder) {
  std::string last;
  for (const Rule* rule : allRules()) {
    if (!last.empty() && last[0] == rule->id[0]) {
      EXPECT_LT(last, rule->id);
    }
    last = rule->id;
    EXPECT_NE(rule->check, nullptr) << rule->id;
    EXPECT_EQ(ruleOf(rule->id), rule);
    for (const InThree* words : {&rule->name, &rule->inputs})
      EXPECT_FALSE(words->kk.empty() || words->ru.empty() || words->en.empty()) << rule->id;
  }
  EXPECT_EQ(moneyRules().size(), 36U);
  EXPECT_EQ(hoursRules().size(), 25U);
  EXPECT_EQ(integrityRules().size(), 9U);
  EXPECT_EQ(ruleOf("E37"), nullptr);
}

}  // namespace
}  // namespace audit::tests
