#include "projections/people/credits.h"

#include <gtest/gtest.h>

#include "tests/projections/credit_sample.h"
#include "tests/projections/sample_database.h"

namespace projections {
namespace {

using tests::answer;

class CreditsTest : public ::testing::Test {
 protected:
  void follow() {
    const auto reached = catchUp(database_, made_.log, made_.log.goal());
    ASSERT_TRUE(reached.ok()) << reached.error().message;
  }
  std::string facts(const ledger::SubjectId& hours) {
    follow();
    return answer(database_, "select state, minutes, until = 0 from credit_facts where hours = x'" +
                                 ledger::toHex(hours.view()) + "' order by since");
  }

  tests::CreditLog made_;
  Database database_ = tests::memoryDatabase();
};

TEST_F(CreditsTest, EveryChangeOfAnEntryClosesARowAndOpensAnother) {
  const ledger::HoursClaim claim = made_.claim("2026-03-01", 120);
  made_.serve(claim);
  EXPECT_EQ(facts(claim.hours), "'claimed' 0 0|'attested' 120 1");
  made_.log.submit(tests::sample::kAttestor);
  made_.log.add(ledger::HoursCorrect{claim.hours, ledger::Minutes{100}, ledger::HoursReason::kArithmetic,
                                     tests::on("2026-06-03")});
  EXPECT_EQ(facts(claim.hours), "'claimed' 0 0|'attested' 120 0|'corrected' 100 1");
  EXPECT_EQ(answer(database_,
                   "select count(*) from credit_facts a join credit_facts b on b.hours = a.hours "
                   "and b.since = a.until where a.until <> 0"),
            answer(database_, "select count(*) from credit_facts where until <> 0"))
      << "each row begins where the one before it ends";
}

TEST_F(CreditsTest, WhatCreditDoesNotAskForOpensNoRow) {
  const ledger::HoursClaim claim = made_.claim("2026-03-01", 120);
  made_.log.submit(tests::person(10), ledger::Assurance::kAssisted);
  made_.log.add(claim);
  follow();
  EXPECT_EQ(answer(database_, "select unconfirmed, until from credit_facts order by since desc limit 1"), "1 0");
  made_.log.submit(tests::kStudent);
  made_.log.add(ledger::HoursConfirm{claim.hours, tests::on("2026-06-03")});
  follow();
  EXPECT_EQ(answer(database_, "select unconfirmed, until from credit_facts order by since desc limit 1"), "0 0");
}

TEST_F(CreditsTest, AnEntryKeepsTheAgeBandOfItsClaim) {
  made_.serve(120);
  made_.log.submit(tests::person(10));
  made_.log.add(ledger::AgeBandSet{tests::kStudent, ledger::AgeBand::kFrom36to59, ledger::AgeBasis::kDeclared,
                                   tests::on("2026-03-15")});
  made_.serve(60, "2026-04");
  follow();
  EXPECT_EQ(answer(database_,
                   "select distinct age_band, day from credit_facts where until = 0 and "
                   "volunteer = (select person from person_ages limit 1) order by day"),
            "'from18to35' '2026-03-01'|'from36to59' '2026-04-01'");
  EXPECT_EQ(answer(database_, "select age_band, until = 0 from person_ages order by since"),
            "'from18to35' 0|'from36to59' 1");
}

TEST_F(CreditsTest, AReversedCreditEndsAndItsUsesStay) {
  const auto granted = made_.grant(2, 20'000, made_.serve(1200));
  follow();
  EXPECT_EQ(answer(database_, "select credits, voucher, currency, double_use, until from credits"),
            "2 2000000 'KZT' 'student-2020' 0");
  EXPECT_EQ(answer(database_, "select count(*), sum(minutes) from credit_uses"), "4 1200");
  made_.log.submit(tests::person(11));
  const auto at =
      made_.log.add(ledger::CreditReverse{granted.credit, ledger::ReversalReason::kError, {}, tests::on("2026-06-03")});
  follow();
  EXPECT_EQ(answer(database_, "select until from credits"), std::to_string(at));
  EXPECT_EQ(answer(database_, "select count(*) from credit_uses"), "4");
}

TEST_F(CreditsTest, ARebuildGivesTheSameTables) {
  made_.grant(2, 20'000, made_.serve(1200));
  // In two steps, so that the second starts from what was loaded.
  Database stepped = tests::memoryDatabase();
  for (const ledger::Position size : {made_.log.size() - 7, made_.log.size()})
    ASSERT_TRUE(catchUp(stepped, made_.log, made_.log.goalAt(size)).ok());
  follow();
  EXPECT_EQ(tests::everything(stepped), tests::everything(database_));
}

TEST_F(CreditsTest, ACreditUnderRulesThatNobodyPublishedIsDamage) {
  made_.document = 1;
  made_.grant(2, 20'000, {});
  const auto reached = catchUp(database_, made_.log, made_.log.goal());
  ASSERT_FALSE(reached.ok());
  EXPECT_EQ(reached.error().reason, "FACT_WITHOUT_SUBJECT");
}

}  // namespace
}  // namespace projections
