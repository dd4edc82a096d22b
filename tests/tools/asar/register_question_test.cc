#include "tools/asar/register_question.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

Arguments of(const std::vector<std::pair<std::string, std::string>>& values) {
  Arguments arguments;
  for (const auto& [name, value] : values) arguments.add(name, value);
  return arguments;
}

TEST(RegisterQuestion, IsReadFromItsOptions) {
  const auto question = questionOf(of({{"kind", "campaign"},
                                       {"state", "open"},
                                       {"at", "12"},
                                       {"as-of", "2026-03-01"},
                                       {"in", "2026-01-01..2026-06-30"},
                                       {"facts", ""}}));
  ASSERT_TRUE(question.ok()) << question.error().message;
  EXPECT_EQ(question->role, ledger::StreamRole::kCampaign);
  EXPECT_EQ(question->state, "open");
  EXPECT_EQ(question->at, 12U);
  EXPECT_EQ(ledger::dayText(question->as_of), "2026-03-01");
  EXPECT_EQ(ledger::dayText(question->from), "2026-01-01");
  EXPECT_EQ(ledger::dayText(question->to), "2026-06-30");
  EXPECT_TRUE(question->facts);
}

TEST(RegisterQuestion, MayLeaveEitherSideOfTheDaysOpen) {
  EXPECT_EQ(parseDays("2026-01-01..")->to, 0);
  EXPECT_EQ(parseDays("..2026-06-30")->from, 0);
  EXPECT_TRUE(parseDays("2026-01-01..2026-01-01").ok());
  for (const char* wrong : {"..", "2026-01-01", "2026-01-02..2026-01-01"})
    EXPECT_EQ(parseDays(wrong).error().reason, "BAD_DAYS") << wrong;
  EXPECT_FALSE(parseDays("2026-02-30..").ok());
}

TEST(RegisterQuestion, KnowsRegistersAndStatesByTheirNames) {
  EXPECT_EQ(questionOf(of({{"kind", "campaigns"}})).error().reason, "REGISTER_UNKNOWN");
  EXPECT_EQ(questionOf(of({{"kind", "idea"}, {"state", "lost"}})).error().reason, "STATE_UNKNOWN");
  EXPECT_FALSE(questionOf(of({{"kind", "idea"}, {"of", "nobody"}})).ok());
  EXPECT_EQ(questionOf(of({{"kind", "idea"}, {"at", "-1"}})).error().reason, "BAD_NUMBER");
}

}  // namespace
}  // namespace tools
