#include "ledger/rules/credit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "ledger/base/clock.h"
#include "tests/ledger/policies/shipped_policies.h"
#include "tests/ledger/rules/rules_world.h"
#include "tests/support/seed.h"

namespace ledger {
namespace {

CreditRules shippedRules(const std::string& name) {
  return *tests::shippedPolicy(name).credit_rules;
}

CreditFact fact(std::int64_t minutes, const char* when, Position entry = 10) {
  CreditFact made;
  made.hours = SeededRandom(entry).id<SubjectId>();
  made.entry = entry;
  made.day = day(when);
  made.minutes = Minutes{minutes};
  made.state = HoursState::kAttested;
  made.age_band = AgeBand::kFrom18to35;
  made.role = "helper";
  return made;
}

CreditResult creditOf(const CreditRules& rules, const std::vector<CreditFact>& facts, const char* when,
                      AgeBand age_band = AgeBand::kFrom18to35) {
  return evaluateCredit(rules, {day(when), age_band}, facts);
}

// That much in entries of five hours from January on.
CreditResult student(std::int64_t minutes) {
  std::vector<CreditFact> facts;
  for (Position entry = 1; minutes > 0; ++entry, minutes -= 300) {
    facts.push_back(fact(std::min<std::int64_t>(minutes, 300), "2026-03-01", entry));
  }
  return creditOf(shippedRules("kz_social_student_credit"), facts, "2026-06-30");
}

std::int64_t voucherOf(const CreditResult& result) {
  return result.voucher ? result.voucher->minor : 0;
}

const CreditStep* stepOf(const CreditResult& result, CreditStepKind kind) {
  const auto found = std::ranges::find(result.steps, kind, &CreditStep::kind);
  return found == result.steps.end() ? nullptr : &*found;
}

TEST(Credit, StudentsAreCreditedAt20And50AndAtMost70Hours) {
  struct Case {
    std::int64_t minutes, counted;
    std::uint32_t credits;
    std::int64_t voucher;
    std::vector<std::string> tiers;
  };
  for (const Case& one :
       {Case{1199, 1199, 0, 0, {}}, Case{1200, 1200, 2, 2'000'000, {"20-hours"}},
        Case{2999, 2999, 2, 2'000'000, {"20-hours"}}, Case{3000, 3000, 5, 5'000'000, {"50-hours"}},
        Case{4199, 4199, 5, 5'000'000, {"50-hours"}}, Case{4200, 4200, 7, 7'000'000, {"20-hours", "50-hours"}},
        Case{4260, 4200, 7, 7'000'000, {"20-hours", "50-hours"}}}) {
    const auto result = student(one.minutes);
    EXPECT_EQ(result.counted, Minutes{one.counted}) << one.minutes;
    EXPECT_EQ(result.credits, one.credits) << one.minutes;
    EXPECT_EQ(voucherOf(result), one.voucher) << one.minutes;
    EXPECT_EQ(result.tiers, one.tiers) << one.minutes;
  }
}

TEST(Credit, EachStepIsToldWithItsFigures) {
  const auto short_of = student(1199);
  EXPECT_EQ(short_of.steps.back(), (CreditStep{CreditStepKind::kNoTier, "", {1199, 1200}}));
  const auto over = student(4260);
  ASSERT_EQ(over.steps.size(), 5U);
  EXPECT_EQ(over.steps[0], (CreditStep{CreditStepKind::kWindow, "", {day("2026-01-01"), day("2026-06-30")}}));
  EXPECT_EQ(over.steps[1], (CreditStep{CreditStepKind::kEligible, "", {15, 4260}}));
  EXPECT_EQ(over.steps[2], (CreditStep{CreditStepKind::kMinutesMost, "", {4260, 4200}}));
  EXPECT_EQ(over.steps[3], (CreditStep{CreditStepKind::kTier, "20-hours", {1200, 2, 2'000'000}}));
  EXPECT_EQ(over.steps[4], (CreditStep{CreditStepKind::kTier, "50-hours", {3000, 5, 5'000'000}}));
  ASSERT_EQ(over.used.size(), 14U) << "the last hour is not used";
  EXPECT_EQ(over.used.front().entry, 1U);
  EXPECT_EQ(over.used.back().entry, 14U);
}

TEST(Credit, WhatThePolicyDoesNotCountIsLeftOutWithTheReason) {
  const CreditRules rules = shippedRules("kz_social_student_credit");
  const auto left_out = [&](CreditStepKind kind, auto change) {
    CreditFact changed = fact(1200, "2026-03-01");
    change(changed);
    const auto result = creditOf(rules, {changed}, "2026-06-30");
    EXPECT_EQ(result.credits, 0U) << static_cast<int>(kind);
    EXPECT_TRUE(result.used.empty());
    ASSERT_NE(stepOf(result, kind), nullptr) << static_cast<int>(kind);
    EXPECT_EQ(stepOf(result, kind)->figures, (std::vector<std::int64_t>{1, changed.minutes.count()}));
  };
  using Step = CreditStepKind;
  left_out(Step::kImported, [](CreditFact& f) { f.state = HoursState::kImported; });
  left_out(Step::kNotAttested, [](CreditFact& f) { f.state = HoursState::kVoided; });
  left_out(Step::kDisputed, [](CreditFact& f) { f.state = HoursState::kDisputed; });
  left_out(Step::kUnverified, [](CreditFact& f) { f.unverified = true; });
  left_out(Step::kTimeBasis, [](CreditFact& f) { f.time_basis = TimeBasis::kPaidWorkTime; });
  left_out(Step::kAge, [](CreditFact& f) { f.age_band = AgeBand::kFrom14to15; });
  left_out(Step::kActivity, [](CreditFact& f) { f.activity = ActivityKind::kTraining; });
  left_out(Step::kRole, [](CreditFact& f) { f.role = "training"; });
  left_out(Step::kOutside, [](CreditFact& f) { f.day = day("2025-12-31"); });
  left_out(Step::kOutside, [](CreditFact& f) { f.day = day("2026-07-01"); });
}

TEST(Credit, DisputedAndUnconfirmedHoursCountWhereThePolicySaysSo) {
  CreditRules rules = shippedRules("kz_social_student_credit");
  CreditFact assisted = fact(1200, "2026-03-01");
  assisted.unconfirmed = true;
  EXPECT_EQ(creditOf(rules, {assisted}, "2026-06-30").credits, 2U);
  rules.confirmed_only = true;
  EXPECT_NE(stepOf(creditOf(rules, {assisted}, "2026-06-30"), CreditStepKind::kUnconfirmed), nullptr);
  CreditFact disputed = fact(1200, "2026-03-01");
  disputed.state = HoursState::kDisputed;
  rules.disputed_too = true;
  EXPECT_EQ(creditOf(rules, {disputed}, "2026-06-30").credits, 2U);
}

TEST(Credit, HoursAtUnverifiedOrganisationsCountWhereThePolicyDoesNotAsk) {
  CreditRules rules = shippedRules("kz_social_student_credit");
  CreditFact unverified = fact(1200, "2026-03-01");
  unverified.unverified = true;
  const CreditFact verified = fact(1199, "2026-03-02");
  EXPECT_EQ(creditOf(rules, {unverified, verified}, "2026-06-30").counted, Minutes{1199});
  rules.verified_only = false;
  EXPECT_EQ(creditOf(rules, {unverified, verified}, "2026-06-30").counted, Minutes{2399});
}

TEST(Credit, NssAsksForACampAndCapsWorkOnCampus) {
  const CreditRules rules = shippedRules("example_nss");
  const auto of = [&](std::int64_t work, std::int64_t campus, std::int64_t camp) {
    CreditFact on_campus = fact(campus, "2026-02-01", 2);
    on_campus.role = "campus";
    CreditFact in_camp = fact(camp, "2026-02-02", 3);
    in_camp.role = "camp";
    return creditOf(rules, {fact(work, "2025-02-01", 1), on_campus, in_camp}, "2026-06-30");
  };
  EXPECT_EQ(of(12'540, 1800, 60).credits, 1U);
  EXPECT_EQ(of(12'540, 1801, 60).credits, 1U);
  EXPECT_EQ(of(12'539, 1801, 60).credits, 0U) << "of campus work 30 h count";
  EXPECT_EQ(of(14'400, 1800, 0).credits, 0U) << "no camp";
  EXPECT_EQ(stepOf(of(14'400, 1800, 0), CreditStepKind::kCategoryLeast)->name, "camp");
}

TEST(Credit, PvsaHasTiersByAge) {
  const CreditRules rules = shippedRules("example_pvsa");
  const auto of = [&](std::int64_t hours, AgeBand age) {
    return creditOf(rules, {fact(hours * 60, "2026-02-01")}, "2026-06-30", age).credits;
  };
  EXPECT_EQ(of(49, AgeBand::kUnder14), 0U);
  EXPECT_EQ(of(50, AgeBand::kUnder14), 1U);
  EXPECT_EQ(of(100, AgeBand::kUnder14), 3U);
  EXPECT_EQ(of(99, AgeBand::kFrom16to17), 0U);
  EXPECT_EQ(of(175, AgeBand::kFrom16to17), 2U);
  EXPECT_EQ(of(249, AgeBand::kFrom36to59), 1U);
  EXPECT_EQ(of(500, AgeBand::kFrom36to59), 3U);
  EXPECT_EQ(of(500, AgeBand::kUnknown), 0U);
  EXPECT_EQ(creditOf(rules, {fact(6000, "2025-07-01")}, "2026-06-30").credits, 1U);
  EXPECT_EQ(creditOf(rules, {fact(6000, "2025-06-30")}, "2026-06-30").credits, 0U) << "a day too early";
}

TEST(Credit, NyaaAsksForHoursSpreadOverMonths) {
  const CreditRules rules = shippedRules("example_nyaa");
  std::vector<CreditFact> facts = {fact(1100, "2026-01-05", 1), fact(50, "2026-02-05", 2), fact(50, "2026-03-05", 3)};
  const auto early = creditOf(rules, facts, "2026-06-30");
  EXPECT_EQ(early.credits, 0U);
  EXPECT_EQ(early.steps.back(), (CreditStep{CreditStepKind::kMonthsLeast, "", {3, 4}}));
  facts.push_back(fact(1, "2026-04-05", 4));
  EXPECT_EQ(creditOf(rules, facts, "2026-06-30").credits, 1U);
}

TEST(Credit, ALookBackEndsBeforeItsGap) {
  const CreditRules rules = shippedRules("example_look_back");
  const auto of = [&](const char* when) { return creditOf(rules, {fact(6000, when)}, "2026-07-31").credits; };
  EXPECT_EQ(of("2022-07-30"), 0U);
  EXPECT_EQ(of("2022-07-31"), 1U);
  EXPECT_EQ(of("2026-04-30"), 1U) << "three months before 31 July";
  EXPECT_EQ(of("2026-05-01"), 0U);
}

TEST(Credit, AnAcademicYearBeginsInItsMonth) {
  CreditRules rules = shippedRules("kz_social_student_credit");
  rules.window = CreditWindow::kAcademicYear;
  rules.starts_month = 9;
  EXPECT_EQ(creditWindow(rules, day("2026-08-31")).from, day("2025-09-01"));
  EXPECT_EQ(creditWindow(rules, day("2026-09-01")).from, day("2026-09-01"));
}

TEST(Credit, WholeHoursAreCountedOneByOneUpToTheCap) {
  CreditRules rules = shippedRules("kz_social_student_credit");
  rules.rounding = CreditRounding::kWholeHours;
  rules.tiers.clear();
  EXPECT_EQ(creditOf(rules, {fact(119, "2026-03-01")}, "2026-06-30").credits, 1U);
  const auto capped = creditOf(rules, {fact(600, "2026-03-01")}, "2026-06-30");
  EXPECT_EQ(capped.credits, 7U);
  EXPECT_EQ(stepOf(capped, CreditStepKind::kCreditsMost)->figures, (std::vector<std::int64_t>{10, 7}));
}

std::int64_t below(std::mt19937& random, std::int64_t bound) {
  return static_cast<std::int64_t>(random()) % bound;
}

// Random facts about nine months, in random order.
std::vector<CreditFact> randomFacts(std::mt19937& random) {
  std::vector<CreditFact> facts(random() % 40);
  Position entry = 0;
  for (CreditFact& one : facts) {
    one = fact(1 + below(random, 900), "2026-01-01", ++entry);
    one.day += static_cast<CivilDay>(below(random, 280));
    static constexpr const char* kRoles[] = {"helper", "campus", "camp", "training"};
    one.role = kRoles[random() % 4];
    if (random() % 10 == 0) one.state = HoursState::kImported;
  }
  return facts;
}

TEST(Credit, TheOrderOfFactsDoesNotMatterAndMoreHoursNeverGiveLess) {
  std::mt19937 random(tests::seedOr(20'260'615));
  for (const auto* name :
       {"kz_social_student_credit", "example_nss", "example_pvsa", "example_nyaa", "example_look_back"}) {
    const CreditRules rules = shippedRules(name);
    for (int round = 0; round < 300; ++round) {
      std::vector<CreditFact> facts = randomFacts(random);
      const auto result = creditOf(rules, facts, "2026-10-31");
      std::ranges::shuffle(facts, random);
      EXPECT_EQ(creditOf(rules, facts, "2026-10-31"), result) << name << " round " << round;
      CreditFact more = fact(1 + below(random, 900), "2026-01-01", 99);
      more.day += static_cast<CivilDay>(below(random, 280));
      facts.push_back(more);
      const auto greater = creditOf(rules, facts, "2026-10-31");
      EXPECT_GE(greater.credits, result.credits) << name << " round " << round;
      EXPECT_GE(voucherOf(greater), voucherOf(result)) << name << " round " << round;
      EXPECT_GE(greater.counted, result.counted) << name << " round " << round;
    }
  }
}

}  // namespace
}  // namespace ledger
