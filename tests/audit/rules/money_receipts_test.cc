// E36, with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// It begins on Thursday, 1 January 2026: ten working days later is the 15th.
class ReceiptWorld : public RulesWorld {
 public:
  void deadlines(std::vector<NamedDeadline> named, std::vector<DayChange> calendar = {}) {
    PolicyPublish policy;
    policy.policy = subject();
    policy.kind = PolicyKind::kDeadlines;
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = today() - 9;
    policy.deadlines = Deadlines{std::move(named), std::move(calendar)};
    agree(first, second, policy, kPublicClass);
  }
  void pay() {
    paid_grant = agreed(awarding());
    agree(*funder_one, *funder_two, TrancheApprove{paid_grant, 1, now()}, kPublicClass);
    const TrancheDisburse paying = disbursing(paid_grant, 100'000'000);
    payment = paying.disbursement;
    say(*payer, paying, kPublicClass);
  }
  void confirm() { say(*officer, DisbursementConfirm{paid_grant, payment, now()}, kPublicClass); }
  std::uint64_t raisedAfter(std::int64_t days) {
    wait(days * kDay);
    pass();
    return raised("E36");
  }

  SubjectId paid_grant, payment;
};

std::vector<NamedDeadline> others() {
  return {{"refund", 3, DayCount::kWorking, 0, 0}};
}

TEST(Unconfirmed, OnTheDayAfterTenWorkingDaysIsRaised) {
  for (const auto& [days, raised] : {std::pair{14, 0U}, std::pair{15, 1U}}) {
    ReceiptWorld world;
    world.deadlines(others());
    world.pay();
    EXPECT_EQ(world.raisedAfter(days), raised) << days;
  }
}

TEST(Unconfirmed, TellsWhatStandsAndWhoseItIs) {
  ReceiptWorld world;
  world.deadlines(others());
  world.pay();
  world.say(*world.payer, DisbursementReverse{world.paid_grant, world.payment, kzt(40'000'000), "B-1", world.now()},
            kPublicClass);
  world.wait(15 * kDay);
  world.pass();
  const Outcome outcome = world.look("E36");
  EXPECT_EQ(outcome.checked, Checked::kWhole);
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 60'000'000);
  EXPECT_EQ(outcome.findings.at(0).subjects.at(0).kind, "grant");
  EXPECT_EQ(outcome.findings.at(0).subjects.at(1).kind, "disbursement");
}

TEST(Unconfirmed, DaysOffAreNotCounted) {
  for (const auto& [days, raised] : {std::pair{15, 0U}, std::pair{16, 1U}}) {
    ReceiptWorld world;
    world.deadlines(others(), {{world.today() + 1, false}});
    world.pay();
    EXPECT_EQ(world.raisedAfter(days), raised) << days;
  }
}

TEST(Unconfirmed, GoesByTheDeadlineOfThatName) {
  for (const auto& [days, raised] : {std::pair{5, 0U}, std::pair{6, 1U}}) {
    ReceiptWorld world;
    world.deadlines({{"disbursement-confirmation", 5, DayCount::kCalendar, 0, 0}});
    world.pay();
    EXPECT_EQ(world.raisedAfter(days), raised) << days;
  }
}

TEST(Unconfirmed, GoesByTheThresholdWhereNoDeadlineHasThatName) {
  for (const auto& [days, raised] : {std::pair{1, 0U}, std::pair{2, 1U}}) {
    ReceiptWorld world;
    world.deadlines(others());
    world.threshold("E36", 1);
    world.pay();
    EXPECT_EQ(world.raisedAfter(days), raised) << days;
  }
}

TEST(Confirmed, OnTheLastDayIsNoneAndTheDayAfterIsLate) {
  for (const auto& [days, raised] : {std::pair{14, 0U}, std::pair{15, 1U}}) {
    ReceiptWorld world;
    world.deadlines(others());
    world.pay();
    world.wait(days * kDay);
    world.confirm();
    world.wait(30 * kDay);
    world.pass();
    const Outcome outcome = world.look("E36");
    ASSERT_EQ(outcome.raised, raised) << days;
    if (raised == 0) continue;
    EXPECT_FALSE(outcome.findings.at(0).amount.has_value());
    EXPECT_EQ(outcome.findings.at(0).evidence.size(), 2U);
  }
}

TEST(Unconfirmed, WhatWasTakenBackAsAWholeIsNone) {
  ReceiptWorld world;
  world.deadlines(others());
  world.pay();
  world.say(*world.payer, DisbursementReverse{world.paid_grant, world.payment, kzt(100'000'000), "B-1", world.now()},
            kPublicClass);
  EXPECT_EQ(world.raisedAfter(15), 0U);
}

TEST(Unconfirmed, IsNotJudgedWithoutDeadlinesNorOfAnImport) {
  ReceiptWorld world;
  world.pay();
  world.importedGrant(world.funder, world.grantee);
  world.wait(60 * kDay);
  world.pass();
  const Outcome outcome = world.look("E36");
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.looked, 0U);
  EXPECT_EQ(outcome.checked, Checked::kPart);
  EXPECT_EQ(outcome.missing.size(), 2U);
}

}  // namespace
}  // namespace audit::tests
