#include "projections/report/credit_report.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/projections/credit_sample.h"
#include "tests/projections/sample_database.h"

namespace projections {
namespace {

using ledger::Minutes;

class CreditReportTest : public ::testing::Test {
 protected:
  ledger::Result<CreditReport> read(const CreditAsk& ask) {
    const auto reached = catchUp(database_, made_.log, made_.log.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
    return readCreditReport(database_, ask);
  }
  CreditReport report() {
    auto read_now = read(made_.ask());
    EXPECT_TRUE(read_now.ok()) << read_now.error().message;
    return read_now.ok() ? *std::move(read_now) : CreditReport{};
  }

  tests::CreditLog made_;
  Database database_ = tests::memoryDatabase();
};

TEST_F(CreditReportTest, SaysWhatWasGrantedAndWhatIsLeft) {
  made_.grant(2, 20'000, made_.serve(1200));
  made_.serve(1800, "2026-04");
  const CreditReport now = report();
  EXPECT_EQ(now.result.counted, Minutes{3000});
  EXPECT_EQ(now.result.credits, 5U);
  ASSERT_EQ(now.granted.size(), 1U);
  EXPECT_EQ(now.granted[0].organisation.en, "Green Garden Fund");
  EXPECT_EQ(now.left_credits, 3U);
  EXPECT_EQ(now.left_voucher, tests::tenge(30'000));
  EXPECT_EQ(now.policy.document, made_.document);
  EXPECT_EQ(now.entries.size(), 9U);
  EXPECT_EQ(now.entries[0].organisation.en, "Green Garden Fund");
}

TEST_F(CreditReportTest, AReversedCreditTakesNothingOff) {
  const auto granted = made_.grant(2, 20'000, made_.serve(1200));
  EXPECT_EQ(report().left_credits, 0U);
  EXPECT_EQ(report().left_voucher, std::nullopt);
  made_.log.submit(tests::person(11));
  made_.log.add(ledger::CreditReverse{granted.credit, ledger::ReversalReason::kError, {}, tests::on("2026-06-03")});
  EXPECT_TRUE(report().granted.empty());
  EXPECT_EQ(report().left_credits, 2U);
}

TEST_F(CreditReportTest, ACreditIsTakenOffByTheServiceItUsed) {
  made_.grant(2, 20'000, made_.serve(1200));
  CreditAsk ask = made_.ask();
  ask.day = *ledger::parseDay("2026-03-30");
  const auto before = read(ask);
  ASSERT_TRUE(before.ok());
  EXPECT_EQ(before->granted.size(), 1U) << "it was granted for the day after, from the same service";
  EXPECT_EQ(before->left_credits, 0U);
  ask.day = *ledger::parseDay("2027-01-01");
  const auto next_year = read(ask);
  ASSERT_TRUE(next_year.ok());
  EXPECT_TRUE(next_year->granted.empty());
  EXPECT_EQ(next_year->result.credits, 0U);
}

TEST_F(CreditReportTest, WhatAnotherPolicyOfTheSameNameUsedIsLeftOut) {
  made_.grant(2, 20'000, made_.serve(1200));
  made_.serve(60, "2026-04");
  ledger::PolicyPublish twin = made_.student;
  twin.policy = tests::subject(99);
  made_.log.byTwo(twin);
  CreditAsk ask = made_.ask();
  ask.policy = twin.policy;
  const auto other = read(ask);
  ASSERT_TRUE(other.ok()) << other.error().message;
  EXPECT_EQ(other->elsewhere.entries, 4);
  EXPECT_EQ(other->elsewhere.minutes, Minutes{1200});
  EXPECT_EQ(other->result.counted, Minutes{60});
  twin.policy = tests::subject(98);
  twin.credit_rules->double_use = "stipend";
  made_.log.byTwo(twin);
  ask.policy = twin.policy;
  EXPECT_EQ(read(ask)->elsewhere.entries, 0);
}

TEST_F(CreditReportTest, AnswersForEverySizeTheLogHad) {
  made_.serve(1199);
  const ledger::Position then = made_.log.size();
  made_.serve(1, "2026-04");
  CreditAsk ask = made_.ask();
  EXPECT_EQ(report().result.credits, 2U);
  ask.size = then;
  const auto before = read(ask);
  ASSERT_TRUE(before.ok()) << before.error().message;
  EXPECT_EQ(before->result.credits, 0U);
  EXPECT_EQ(before->result.counted, Minutes{1199});
  ask.size = made_.document + 1;
  EXPECT_EQ(read(ask).error().reason, "PERSON_UNKNOWN");
  ask.size = made_.log.size() + 1;
  EXPECT_EQ(read(ask).error().reason, "SIZE_AHEAD");
}

TEST_F(CreditReportTest, APolicyAppliesWhileItIsValidAndNotRepealed) {
  CreditAsk ask = made_.ask();
  ask.day = made_.student.valid_from - 1;
  EXPECT_EQ(read(ask).error().reason, "POLICY_UNKNOWN");
  ask = made_.ask();
  ask.policy = tests::subject(99);
  EXPECT_EQ(read(ask).error().reason, "POLICY_UNKNOWN");
  ledger::PolicyPublish repeal = made_.student;
  repeal.status = ledger::LegalStatus::kRepealed;
  repeal.valid_from = *ledger::parseDay("2026-06-30");
  made_.log.byTwo(repeal);
  EXPECT_EQ(read(made_.ask()).error().reason, "POLICY_UNKNOWN");
  ask = made_.ask();
  --ask.day;
  EXPECT_TRUE(read(ask).ok()) << "the day before is not covered by the repeal";
  ledger::PolicyPublish again = made_.student;
  again.version = "2026-07";
  made_.log.byTwo(again);
  EXPECT_EQ(report().policy.version, "2026-07");
}

TEST_F(CreditReportTest, LeavesOutWhatWasServedBeforeTheOrganisationWasVerified) {
  made_.serve(made_.claim("2026-02-28", 60));
  made_.serve(1200);
  const CreditReport now = report();
  EXPECT_EQ(now.result.counted, Minutes{1200}) << "verified on 1 March";
  const auto step = std::ranges::find(now.result.steps, ledger::CreditStepKind::kUnverified, &ledger::CreditStep::kind);
  ASSERT_NE(step, now.result.steps.end());
  EXPECT_EQ(step->figures, (std::vector<std::int64_t>{1, 60}));
  made_.log.submit(tests::person(10));
  made_.log.add(ledger::OrganisationVerify{tests::sample::kOrganisation, "sample-register", tests::digest(62),
                                           tests::on("2026-02-28")});
  const ledger::Position then = made_.log.size() - 1;
  EXPECT_EQ(report().result.counted, Minutes{1260});
  CreditAsk ask = made_.ask();
  ask.size = then;
  EXPECT_EQ(read(ask)->result.counted, Minutes{1200}) << "as was known then";
}

TEST_F(CreditReportTest, ReckonsWithEveryProfileOfThePerson) {
  made_.serve(600);
  ledger::HoursClaim twins = made_.claim("2026-04-01", 600);
  twins.volunteer = tests::person(61);
  made_.log.submit(tests::person(10));
  made_.log.add(ledger::PersonRegister{tests::person(61),
                                       tests::sample::kOffice,
                                       "KZ-71",
                                       ledger::AgeBand::kFrom18to35,
                                       ledger::AgeBasis::kDeclared,
                                       {}});
  made_.serve(twins);
  EXPECT_EQ(report().result.credits, 0U);
  made_.log.submit(tests::person(201));
  made_.log.addJudged(
      3, ledger::ProfilesMerge{tests::kStudent, tests::person(61), tests::digest(62), tests::on("2026-06-03")});
  EXPECT_EQ(report().result.counted, Minutes{1200});
  EXPECT_EQ(report().result.credits, 2U);
  CreditAsk of_twin = made_.ask();
  of_twin.person = tests::person(61);
  EXPECT_EQ(read(of_twin)->result.credits, 2U);
  CreditAsk before = made_.ask();
  before.size = made_.log.size() - 1;
  EXPECT_EQ(read(before)->result.credits, 0U) << "as the log stood before";
}

TEST_F(CreditReportTest, NamesEveryStep) {
  for (int i = 0; i <= static_cast<int>(ledger::CreditStepKind::kCreditsMost); ++i)
    EXPECT_FALSE(nameOf(static_cast<ledger::CreditStepKind>(i)).empty()) << i;
}

}  // namespace
}  // namespace projections
