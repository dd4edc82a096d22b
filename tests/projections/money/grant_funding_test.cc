#include <gtest/gtest.h>

#include "projections/money/grant_statement.h"
#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using tests::answer;
using tests::digest;
using tests::on;
using tests::subject;
using tests::tenge;

constexpr const char* kLines = "select line, budget, spent from grant_lines order by ordinal";
constexpr const char* kSpent = "select spent, on_hand from grants";

// The sample grant: materials 200,000 of which 120,000 are spent, transport 100,000 of which 25,000 are.
class GrantFunding : public ::testing::Test {
 protected:
  void follow() {
    const auto reached = catchUp(database_, log_, log_.goal());
    ASSERT_TRUE(reached.ok()) << reached.error().message;
  }

  const ledger::SubjectId grant_ = tests::sample::kGrant;
  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

TEST_F(GrantFunding, FollowsAmendedLinesTranchesAndDays) {
  log_.byTwo(ledger::AgreementAmend{grant_,
                                    "A-147-1",
                                    {{"tents", ledger::CostType::kEquipment, 1'000'000},
                                     {"transport", ledger::CostType::kTransport, 9'000'000},
                                     {"materials", ledger::CostType::kMaterials, 20'000'000}},
                                    {{1, 20'000'000, *ledger::parseDay("2026-03-20")},
                                     {2, 6'000'000, *ledger::parseDay("2026-07-20")},
                                     {3, 4'000'000, *ledger::parseDay("2026-08-20")}},
                                    *ledger::parseDay("2026-10-31"),
                                    digest(60),
                                    on("2026-04-10")});
  follow();
  EXPECT_EQ(answer(database_, kLines), "'materials' 20000000 12000000|'transport' 9000000 2500000|'tents' 1000000 0");
  EXPECT_EQ(answer(database_,
                   "select number, amount, due, approved_index > 0, disbursed from grant_tranches "
                   "order by number"),
            "1 20000000 '2026-03-20' 1 19500000|2 6000000 '2026-07-20' 0 0|3 4000000 '2026-08-20' 0 0");
  EXPECT_EQ(answer(database_, "select eligible_to from grants"), "'2026-10-31'");
}

TEST_F(GrantFunding, FollowsVirementsWhoeverApprovedThem) {
  log_.submit(tests::person(13));
  log_.add(ledger::BudgetVire{grant_, "materials", "transport", tenge(1'000), digest(60), on("2026-04-10")});
  log_.byTwo(ledger::BudgetVire{grant_, "materials", "transport", tenge(20'000), digest(61), on("2026-04-11")});
  log_.propose(ledger::BudgetVire{grant_, "materials", "transport", tenge(40'000), digest(62), on("2026-04-12")});
  follow();
  EXPECT_EQ(answer(database_, kLines), "'materials' 17900000 12000000|'transport' 12100000 2500000");
}

TEST_F(GrantFunding, FollowsCorrectedExpenditures) {
  follow();
  ASSERT_EQ(answer(database_, kSpent), "14500000 4150000");
  log_.submit(tests::person(13));
  log_.add(ledger::ExpenditureCorrect{grant_, subject(33), "materials", tenge(26'000),
                                      ledger::ExpenditureReason::kWrongAmount, on("2026-04-10")});
  follow();
  EXPECT_EQ(answer(database_, kSpent), "14600000 4050000");
  EXPECT_EQ(answer(database_, kLines), "'materials' 20000000 14600000|'transport' 10000000 0");
  EXPECT_EQ(answer(database_, "select line, amount, state, reason from grant_expenditures where amount = 2600000"),
            "'materials' 2600000 'recorded' 'wrongAmount'");
}

TEST_F(GrantFunding, FollowsVoidedExpenditures) {
  log_.submit(tests::person(13));
  log_.add(ledger::ExpenditureVoid{grant_, subject(33), ledger::ExpenditureReason::kDuplicate, on("2026-04-10")});
  follow();
  EXPECT_EQ(answer(database_, kSpent), "12000000 6650000");
  EXPECT_EQ(answer(database_, "select state, reason from grant_expenditures where document_number = 'INV-33'"),
            "'voided' 'duplicate'");
}

TEST_F(GrantFunding, ShowsDemandsAndWhatWasWaivedOfThem) {
  log_.submit(tests::person(16));
  const ledger::CivilDay due = *ledger::parseDay("2026-05-01");
  log_.add(ledger::RefundDemand{subject(61), grant_, tenge(30'000), due, digest(61), on("2026-04-10")});
  log_.add(ledger::RefundDemand{subject(62), grant_, tenge(1'500), due, digest(62), on("2026-04-11")});
  log_.byTwo(ledger::RefundWaive{subject(62), digest(63), on("2026-04-12")});
  follow();
  EXPECT_EQ(answer(database_, "select demanded, waived, on_hand from grants"), "3000000 150000 4150000");
  EXPECT_EQ(answer(database_, "select amount, due, day, waived_index > 0 from grant_demands order by since"),
            "3000000 '2026-05-01' '2026-04-10' 0|150000 '2026-05-01' '2026-04-11' 1");
  log_.byTwo(ledger::RefundWaive{subject(69), digest(63), on("2026-04-12")});
  EXPECT_EQ(catchUp(database_, log_, log_.goal()).error().reason, "FACT_WITHOUT_SUBJECT");
}

TEST_F(GrantFunding, WaivesNoMoreThanIsOnHand) {
  log_.submit(tests::person(16));
  const ledger::CivilDay due = *ledger::parseDay("2026-05-01");
  log_.add(ledger::RefundDemand{subject(61), grant_, tenge(60'000), due, digest(61), on("2026-04-10")});
  log_.byTwo(ledger::RefundWaive{subject(61), digest(63), on("2026-04-12")});
  follow();
  EXPECT_EQ(answer(database_, "select demanded, waived, on_hand from grants"), "0 4150000 4150000");
}

TEST_F(GrantFunding, AClosedGrantHasWaivedWhatIsOnHand) {
  log_.byTwo(ledger::GrantClose{grant_, on("2026-04-13")});
  follow();
  EXPECT_EQ(answer(database_, "select demanded, waived, on_hand from grants"), "0 4150000 4150000");
}

TEST_F(GrantFunding, ShowsInWhichStateAGrantIs) {
  const auto state = [&] {
    follow();
    return answer(database_, "select state from grants");
  };
  log_.byTwo(ledger::GrantSuspend{grant_, ledger::StopReason::kMisuse, digest(60), on("2026-04-10")});
  EXPECT_EQ(state(), "'suspended'");
  log_.byTwo(ledger::GrantResume{grant_, digest(60), on("2026-04-11")});
  EXPECT_EQ(state(), "'agreed'");
  log_.byTwo(ledger::GrantTerminate{grant_, ledger::StopReason::kMisuse, digest(60), on("2026-04-12")});
  EXPECT_EQ(state(), "'terminated'");
  log_.byTwo(ledger::GrantClose{grant_, on("2026-04-13")});
  log_.byTwo(ledger::RecoveryOpen{grant_, subject(63), digest(60), on("2026-04-14")});
  EXPECT_EQ(state(), "'recovery'");
}

TEST_F(GrantFunding, NamesTheParentOfASubAwardAndLeavesItOutOfTheNationalSums) {
  follow();
  const std::string before = answer(database_, "select grants, awarded from national_money");
  ledger::GrantAward award;
  award.grant = subject(64);
  award.number = "SG-2026-0200";
  award.title = "Sub-award";
  award.funder = tests::sample::kOrganisation;
  award.grantee = tests::sample::kFunder;
  award.programme = tests::sample::kProgramme;
  award.region = "KZ-71";
  award.amount = tenge(40'000);
  award.occurred_at = on("2026-04-10");
  award.parent = grant_;
  award.parent_line = "regrants";
  log_.byTwo(award);
  follow();
  EXPECT_EQ(answer(database_, "select awarded, parent_line from grants where parent is not null"),
            "4000000 'regrants'");
  EXPECT_EQ(answer(database_, "select grants, awarded from national_money"), before);
}

}  // namespace
}  // namespace projections
