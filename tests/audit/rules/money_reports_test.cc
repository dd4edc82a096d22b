// E20, E21, E22, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

class ReportWorld : public RulesWorld {
 public:
  SubjectId owe(const SubjectId& granted, CivilDay due, ReportKind kind = ReportKind::kFinancial) {
    const SubjectId made = subject();
    say(*funder_one, ObligationCreate{made, grantee, funder, granted, kind, due, now()}, kPublicClass);
    return made;
  }
  void submitReport(const SubjectId& obligation, std::vector<Figure> figures = {}) {
    say(*officer, ReportSubmit{obligation, digest(), std::move(figures), now()}, kPublicClass);
  }
};

TEST(LateReports, TheDayAfterIsLate) {
  for (const auto& [days, raised] : {std::pair{5, 0U}, std::pair{6, 1U}}) {
    ReportWorld world;
    const SubjectId owed = world.owe(world.paid(), world.today() + 5);
    world.wait(days * kDay);
    world.pass();
    EXPECT_EQ(world.raised("E20"), raised) << days;
    world.submitReport(owed);
    const Outcome outcome = world.look("E20");
    EXPECT_EQ(outcome.raised, raised) << days;
    if (raised != 0) {
      EXPECT_EQ(outcome.findings.at(0).severity, audit::RuleSeverity::kMedium);
    }
  }
}

TEST(LateReports, ThatWereWaivedOrGivenMoreTimeAreNone) {
  ReportWorld world;
  const SubjectId grant = world.paid();
  const SubjectId waived = world.owe(grant, world.today() + 5);
  const SubjectId extended = world.owe(grant, world.today() + 5);
  world.agree(*world.funder_one, *world.funder_two, ObligationWaive{waived, world.digest(), world.now()}, kPublicClass);
  world.say(*world.funder_one, ObligationExtend{extended, world.today() + 6, world.digest(), world.now()},
            kPublicClass);
  world.wait(6 * kDay);
  world.pass();
  EXPECT_EQ(world.raised("E20"), 0U);
}

TEST(LateReports, TwoOfOneOrganisationWeighMore) {
  ReportWorld world;
  const SubjectId grant = world.paid();
  world.owe(grant, world.today() + 5);
  world.owe(grant, world.today() + 5, ReportKind::kNarrative);
  world.wait(6 * kDay);
  world.pass();
  const Outcome outcome = world.look("E20");
  ASSERT_EQ(outcome.raised, 2U);
  EXPECT_EQ(outcome.findings.at(0).severity, audit::RuleSeverity::kHigh);
}

TEST(ReportedFigures, OneTiynOffIsRaised) {
  ReportWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000);
  world.submitReport(world.owe(grant, world.today()), {{"disbursed", 100'000'000}, {"spent", 700'000}});
  EXPECT_EQ(world.raised("E21"), 0U);
  world.submitReport(world.owe(grant, world.today()), {{"spent", 699'999}});
  const Outcome outcome = world.look("E21");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 1);
}

TEST(ReportedFigures, AreThoseOfTheDayOfTheReport) {
  ReportWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000);
  world.submitReport(world.owe(grant, world.today()), {{"spent", 700'000}});
  world.spend(grant, 300'000);
  EXPECT_EQ(world.raised("E21"), 0U);
}

TEST(ReportedFigures, ThatTheLedgerHasNotAreNotChecked) {
  ReportWorld world;
  const SubjectId grant = world.paid();
  world.submitReport(world.owe(grant, world.today()), {{"disbursed", 100'000'000}, {"trees", 7}, {"benches", 2}});
  const Outcome outcome = world.look("E21");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
  ASSERT_EQ(outcome.missing.size(), 1U);
  EXPECT_EQ(outcome.missing.at(0).values.at(0).text, "2");
  world.submitReport(world.owe(grant, world.today()), {{"trees", 7}});
  EXPECT_EQ(world.look("E21").missing.size(), 2U);
}

TEST(Tranches, PaidWhileAReportIsOverdueAreRaised) {
  for (const auto& [days, raised] : {std::pair{5, 0U}, std::pair{6, 1U}}) {
    ReportWorld world;
    const SubjectId grant = world.agreed(world.awarding());
    world.owe(grant, world.today() + 5);
    world.agree(*world.funder_one, *world.funder_two, TrancheApprove{grant, 1, world.now()}, kPublicClass);
    world.wait(days * kDay);
    world.say(*world.payer, world.disbursing(grant, 100'000'000), kPublicClass);
    EXPECT_EQ(world.raised("E22"), raised) << days;
  }
}

TEST(Tranches, PaidWithoutApprovalAreRaised) {
  ReportWorld world;
  const SubjectId grant = world.agreed(world.awarding());
  EXPECT_EQ(world.raised("E22", act(*world.payer, world.disbursing(grant, 1))), 1U);
}

}  // namespace
}  // namespace audit::tests
