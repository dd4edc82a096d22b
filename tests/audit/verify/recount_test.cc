// Figures that an export brings are compared with those counted; whoever made them may be hostile.
#include "audit/verify/recount.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

const std::string kCounted = R"({"grants":{"g":{"spent":7}},"size":3})";

std::string sentenceOf(std::string_view found) {
  Findings findings;
  compareFigures(kCounted, found, findings);
  EXPECT_EQ(findings.verdict(), findings.total() == 0 ? "OK" : "FIGURES_DIFFER");
  return findings.total() == 0 ? std::string() : findings.sorted()[0].sentence;
}

TEST(CompareFigures, NamesWhatDiffers) {
  EXPECT_EQ(sentenceOf(kCounted), "");
  EXPECT_EQ(sentenceOf(R"({"grants":{"g":{"spent":8}},"size":3})"), "/grants/g/spent: counted 7, figures.json says 8");
  EXPECT_EQ(sentenceOf(kCounted + " "), "figures.json says the same in other bytes than prescribed");
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
