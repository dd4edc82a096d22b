// E01, E16, E17, E30, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

TEST(EligiblePeriod, ADayBeforeItIsRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const CivilDay first = world.today();
  world.spend(grant, 700'000, [&](auto& one) { one.document_date = first; });
  EXPECT_EQ(world.raised("E01"), 0U);
  EXPECT_EQ(world.raised("E01", act(*world.officer,
                                    world.spending(grant, 700'000, [&](auto& one) { one.document_date = first - 1; }))),
            1U);
}

TEST(EligiblePeriod, ADayAfterItIsRaised) {
  for (const auto& [days, raised] : {std::pair{99, 0U}, std::pair{100, 1U}}) {
    RulesWorld world;
    const SubjectId grant = world.paid();
    world.wait(days * kDay);
    EXPECT_EQ(world.raised("E01", act(*world.officer, world.spending(grant, 700'000))), raised) << days;
  }
}

// The world begins on a Thursday.
TEST(RestDays, ASaturdayIsRaisedAFridayNot) {
  for (const auto& [days, raised] : {std::pair{1, 0U}, std::pair{2, 1U}}) {
    RulesWorld world;
    const SubjectId grant = world.paid();
    world.wait(days * kDay);
    world.spend(grant, 700'000);
    const Outcome outcome = world.look("E16");
    EXPECT_EQ(outcome.raised, raised) << days;
    EXPECT_EQ(outcome.checked, Checked::kPart);  // no calendar of holidays
  }
}

TEST(RestDays, TenInTheEveningIsNightAMinuteBeforeNot) {
  RulesWorld world;  // 06:00 at +05:00
  const SubjectId grant = world.paid();
  world.wait(16 * 60 - 1);
  world.spend(grant, 700'000);
  EXPECT_EQ(world.raised("E16"), 0U);
  world.wait(1);
  world.spend(grant, 700'000);
  EXPECT_EQ(world.raised("E16"), 1U);
}

TEST(RestDays, MidnightIsADayWithoutATime) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.wait(18 * 60);
  world.spend(grant, 700'000);
  EXPECT_EQ(world.raised("E16"), 0U);
  world.wait(1);
  world.spend(grant, 700'000);
  EXPECT_EQ(world.raised("E16"), 1U);
}

TEST(RestDays, TheCalendarOfThePolicyDecides) {
  RulesWorld world;
  PolicyPublish policy;
  policy.policy = world.subject();
  policy.kind = PolicyKind::kDeadlines;
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "act";
  policy.valid_from = world.today() - 9;
  policy.deadlines = Deadlines{{{"refund", 10, DayCount::kWorking, 0, 0}}, {{world.today(), false}}};
  world.agree(world.first, world.second, policy, kPublicClass);
  world.spend(world.paid(), 700'000);
  const Outcome outcome = world.look("E16");
  EXPECT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.checked, Checked::kWhole);
}

// Of 1,000,000 so much in the last ten days of a hundred.
std::uint64_t spikes(std::int64_t late, std::int64_t days) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 1'000'000 - late);
  world.wait(90 * kDay);
  world.spend(grant, late);
  world.wait((days - 90) * kDay);
  world.pass();
  return world.raised("E17");
}

TEST(EndOfPeriod, MoreThanFourTenthsInTheLastTenthAreRaised) {
  EXPECT_EQ(spikes(400'000, 100), 0U);
  EXPECT_EQ(spikes(400'001 + 99, 100), 1U);
}

TEST(EndOfPeriod, BeforeItsEndNobodyKnows) {
  EXPECT_EQ(spikes(900'000, 99), 0U);
}

TEST(EndOfPeriod, ADayBeforeTheLastTenthIsNoSpike) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.wait(89 * kDay);
  world.spend(grant, 1'000'000);
  world.wait(11 * kDay);
  world.pass();
  EXPECT_EQ(world.raised("E17"), 0U);
}

TEST(DocumentDates, LaterThanTheEntryAreRaised) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000);
  EXPECT_EQ(world.raised("E30"), 0U);
  world.spend(grant, 700'001, [&](auto& one) { one.document_date = world.today() + 1; });
  EXPECT_EQ(world.raised("E30"), 1U);
}

TEST(DocumentDates, NinetyDaysOldAreNotRaisedNinetyOneAre) {
  for (const auto& [days, raised] : {std::pair{90, 0U}, std::pair{91, 1U}}) {
    RulesWorld world;
    const SubjectId grant = world.paid();
    const CivilDay day = world.today();
    world.wait(days * kDay);
    world.spend(grant, 700'000, [&](auto& one) { one.document_date = day; });
    EXPECT_EQ(world.raised("E30"), raised) << days;
  }
}

TEST(DocumentDates, OfImportsAreNotChecked) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const CivilDay day = world.today();
  world.wait(95 * kDay);
  world.importSpending({world.spending(grant, 700'000, [&](auto& one) { one.document_date = day; })});
  const Outcome outcome = world.look("E30");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
}

}  // namespace
}  // namespace audit::tests
