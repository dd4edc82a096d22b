// Figures that an export brings are compared with those counted; whoever made them may be hostile.
#include "audit/verify/recount.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

const std::string kCounted = R"({"grants":{"g":{"spent":7}},"size":3})";

std::string sentenceOf(std::string_view found, const std::string& published = {}) {
  Findings findings;
  compareFigures(kCounted, found, published, findings);
  EXPECT_EQ(findings.verdict(), findings.total() == 0 ? "OK" : "FIGURES_DIFFER");
  return findings.total() == 0 ? std::string() : findings.sorted()[0].sentence;
}

TEST(CompareFigures, NamesWhatDiffers) {
  EXPECT_EQ(sentenceOf(kCounted), "");
  EXPECT_EQ(sentenceOf(R"({"grants":{"g":{"spent":8}},"size":3})"), "/grants/g/spent: counted 7, figures.json says 8");
  EXPECT_EQ(sentenceOf(kCounted + " "), "figures.json says the same in other bytes than prescribed");
}

TEST(CompareFigures, SaysOfWhichFileItSpeaks) {
  Findings findings;
  compareFigures(kCounted, kCounted, "", findings);
  compareFigures(kCounted, kCounted, "theirs.json", findings);
  ASSERT_EQ(findings.checkedList().size(), 2U);
  EXPECT_TRUE(findings.checkedList()[0].starts_with("figures: "));
  EXPECT_TRUE(findings.checkedList()[1].starts_with("theirs.json: "));
  EXPECT_EQ(sentenceOf(R"({"grants":{"g":{"spent":8}},"size":3})", "theirs.json"),
            "theirs.json: /grants/g/spent: counted 7, published 8");
}

TEST(Figures, OfSomeDaysHaveTheMinutesThatBeganOnThem) {
  State state;
  const auto add = [&](std::uint8_t number, std::int64_t day, std::int64_t minutes) {
    Hours& hours = state.hours[Id{number}];
    hours.state = HoursState::kAttested;
    hours.volunteer = Id{1};
    hours.occurred.ms = day * kDayMs;
    hours.standing = minutes;
  };
  add(1, 9, 60);
  add(2, 10, 45);
  add(3, 11, 15);
  add(4, 12, 90);
  const std::string text = figuresOf(state, {}, {10, 11}, {});
  EXPECT_NE(text.find("\"minutes\":{\"" + idText(Id{1}) + "\":60}"), std::string::npos) << text;
  EXPECT_NE(text.find("\"totals\":{\"grants\":{},\"minutes\":60}"), std::string::npos) << text;
}

TEST(CompareFigures, FollowsNoHostileFile) {
  EXPECT_EQ(sentenceOf(std::string(1U << 20U, '[')), "/grants/g/spent: counted 7, figures.json says nothing");
  std::string deep = R"({"grants":{"g":{"spent":7}},"size":3,"more":)";
  for (int i = 0; i < 50'000; ++i) deep += R"({"a":)";
  deep += "1" + std::string(50'001, '}');
  EXPECT_EQ(sentenceOf(deep), "figures.json says the same in other bytes than prescribed") << "deeper than any figure";
  EXPECT_TRUE(sentenceOf(std::string(2U << 20U, '[')).starts_with("figures.json has 2097152 bytes"));
}

}  // namespace
}  // namespace audit
