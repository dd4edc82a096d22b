#include "ledger/rules/credit_goal.h"

#include <gtest/gtest.h>

#include "tests/ledger/policies/shipped_policies.h"

namespace ledger {
namespace {

constexpr CreditQuestion kQuestion{20'634, AgeBand::kFrom18to35};  // 30 June 2026

std::optional<CreditGoal> goalAfter(const CreditRules& rules, std::int64_t minutes, std::uint16_t months = 1) {
  std::vector<CreditFact> facts;
  for (std::uint16_t i = 0; i < months; ++i) {
    CreditFact fact;
    fact.entry = i + 1U;
    fact.hours = SeededRandom(i + 1U).id<SubjectId>();
    fact.day = kQuestion.day - 29 - 31 * i;
    fact.minutes = Minutes{i == 0 ? minutes - (months - 1) : 1};
    fact.state = HoursState::kAttested;
    fact.age_band = kQuestion.age_band;
    fact.role = "helper";
    facts.push_back(fact);
  }
  return nextGoal(rules, kQuestion, evaluateCredit(rules, kQuestion, facts));
}

TEST(CreditGoal, OfStudentsLiesAt20And50And70HoursAndEndsThere) {
  const CreditRules rules = *tests::shippedPolicy("kz_social_student_credit").credit_rules;
  const Currency tenge = *Currency::parse("KZT");
  EXPECT_EQ(goalAfter(rules, 1199), (CreditGoal{Minutes{1200}, Minutes{1}, 2, Money{2'000'000, tenge}, {"20-hours"}}));
  EXPECT_EQ(goalAfter(rules, 1200),
            (CreditGoal{Minutes{3000}, Minutes{1800}, 5, Money{5'000'000, tenge}, {"50-hours"}}));
  EXPECT_EQ(goalAfter(rules, 3000),
            (CreditGoal{Minutes{4200}, Minutes{1200}, 7, Money{7'000'000, tenge}, {"20-hours", "50-hours"}}));
  EXPECT_EQ(goalAfter(rules, 4199)->missing, Minutes{1});
  EXPECT_EQ(goalAfter(rules, 4200), std::nullopt);
  EXPECT_EQ(goalAfter(rules, 4260), std::nullopt);
}

TEST(CreditGoal, OfWholeHoursIsTheNextHourUpToTheCap) {
  CreditRules rules;
  rules.time_bases = {TimeBasis::kUnpaid};
  rules.window = CreditWindow::kUnlimited;
  rules.rounding = CreditRounding::kWholeHours;
  EXPECT_EQ(goalAfter(rules, 119), (CreditGoal{Minutes{120}, Minutes{1}, 2, std::nullopt, {}}));
  EXPECT_EQ(goalAfter(rules, 120)->missing, Minutes{60});
  rules.credits_most = 2;
  EXPECT_EQ(goalAfter(rules, 120), std::nullopt);
  rules.credits_most = 0;
  rules.minutes_most = Minutes{179};
  EXPECT_EQ(goalAfter(rules, 120), std::nullopt);
}

TEST(CreditGoal, OfTiersThatDoNotCombineIsOneOfThem) {
  CreditRules rules;
  rules.time_bases = {TimeBasis::kUnpaid};
  rules.window = CreditWindow::kUnlimited;
  CreditTier bronze, silver;
  bronze.name = "bronze", bronze.minutes = Minutes{100}, bronze.credits = 1;
  silver.name = "silver", silver.minutes = Minutes{250}, silver.credits = 2;
  rules.tiers = {bronze, silver};
  EXPECT_EQ(goalAfter(rules, 150), (CreditGoal{Minutes{250}, Minutes{100}, 2, std::nullopt, {"silver"}}));
  EXPECT_EQ(goalAfter(rules, 250), std::nullopt);
  rules.tiers[1].age_bands = {AgeBand::kFrom60};
  EXPECT_EQ(goalAfter(rules, 150), std::nullopt) << "for another age";
}

TEST(CreditGoal, NoMinutesHelpWhereAConditionIsNotMet) {
  CreditRules rules;
  rules.time_bases = {TimeBasis::kUnpaid};
  rules.window = CreditWindow::kUnlimited;
  rules.rounding = CreditRounding::kWholeHours;
  rules.months_least = 2;
  EXPECT_EQ(goalAfter(rules, 100), std::nullopt);
  EXPECT_EQ(goalAfter(rules, 100, 2)->missing, Minutes{20});
}

}  // namespace
}  // namespace ledger
