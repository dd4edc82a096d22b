#include "audit/rules/rules_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "audit/rules/wrapped.h"
#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using ledger::Language;
using nlohmann::json;

RulesReport reported() {
  RulesWorld world;
  const auto grant = world.paid();
  for (int i = 0; i < 3; ++i) {
    world.spend(grant, 700'000 + i, [](auto& one) {
      one.document_number = "INV-1";
      one.method = ledger::PaymentMethod::kCash;
    });
  }
  return world.report(world.entries());
}

TEST(RulesText, StaysWithinItsColumnsInEveryLanguage) {
  const RulesReport report = reported();
  for (const Language language : ledger::kLanguages) {
    for (const std::string& text : {textOf(report, language, 10), tableText(language)}) {
      std::string_view rest = text;
      while (!rest.empty()) {
        const auto end = rest.find('\n');
        EXPECT_LE(columnsOf(rest.substr(0, end)), kColumns) << rest.substr(0, end);
        rest.remove_prefix(end + 1);
      }
    }
  }
}

TEST(RulesText, TellsFindingsMissingInputsAndTotals) {
  const RulesReport report = reported();
  EXPECT_EQ(report.exitCode(), kExitRaised);
  const std::string text = textOf(report, Language::kEnglish, 10);
  for (const char* part : {"critical\n  E06 One invoice of a vendor twice", "NOT CHECKED", "E31",
                           "rules: ", "at risk 14\u00A0000.01\u00A0KZT", "entries "})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(RulesText, JsonHasEveryRuleAndThreeLanguages) {
  const json told = json::parse(jsonOf(reported()));
  EXPECT_EQ(told["exit"], 3);
  EXPECT_EQ(told["rules"].size(), allRules().size());
  bool seen = false;
  for (const json& finding : told["findings"]) {
    for (const char* language : {"kk", "ru", "en"}) EXPECT_FALSE(finding["explanation"][language].empty());
    if (finding["rule"] != "E06") continue;
    seen = true;
    EXPECT_EQ(finding["amount"]["minor"], "1400001");
    EXPECT_EQ(finding["evidence"].size(), 3U);
    EXPECT_EQ(finding["severity"], "critical");
  }
  EXPECT_TRUE(seen);
  EXPECT_EQ(json::parse(tableJson())["rules"].size(), allRules().size());
}

TEST(RulesText, ALogThatCannotBeReadIsNoPass) {
  RulesReport report;
  auditRules(*archiveOf({}), {}, report);
  EXPECT_EQ(report.exitCode(), kExitNotChecked);
  const std::string text = textOf(report, Language::kEnglish, 10);
  for (const char* part : {"Log: COULD_NOT_CHECK\n", "there is no checkpoint", "no rule was checked"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  EXPECT_EQ(text.find("1970"), std::string::npos) << "there is no last day";
}

}  // namespace
}  // namespace audit::tests
