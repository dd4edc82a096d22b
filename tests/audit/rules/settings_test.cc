#include "audit/rules/settings.h"

#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

TEST(RuleSettings, AreThoseOfTheTableWithoutAPolicy) {
  const Settings settings;
  const Rule& rule = *ruleOf("E09");
  EXPECT_EQ(settings.severityOf(rule), RuleSeverity::kHigh);
  EXPECT_EQ(settings.parameterOf(rule, "days"), 10);
  EXPECT_EQ(settings.parameterOf(rule, ""), std::nullopt);
  EXPECT_EQ(settings.parameterOf(rule, "weeks"), std::nullopt);
  EXPECT_EQ(settings.policy(), 0U);
}

TEST(RuleSettings, WhatNoRuleHasIsSaid) {
  RulesWorld world;
  world.threshold("E09", 500'000, ledger::RuleSeverity::kLow);
  world.threshold("E09.weeks", 2);
  world.threshold("X01", 2);
  world.threshold("E07", -3);
  world.threshold("E01", 7);  // has no threshold
  const RulesReport report = world.report(world.entries());
  const Settings& settings = report.settings;
  EXPECT_NE(settings.policy(), 0U);
  EXPECT_EQ(settings.severityOf(*ruleOf("E09")), RuleSeverity::kLow);
  EXPECT_EQ(settings.parameterOf(*ruleOf("E09"), ""), 500'000);
  EXPECT_EQ(settings.parameterOf(*ruleOf("E07"), ""), 3);
  EXPECT_EQ(settings.notTaken(), (std::vector<std::string>{"E01=7", "E07=-3", "E09.weeks", "X01"}));
}

}  // namespace
}  // namespace audit::tests
