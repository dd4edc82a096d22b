#include "projections/oversight/corrections.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class CorrectionTable : public tests::AccountRegister {};

TEST_F(CorrectionTable, HoldsTheFigureThatStoodAndTheOneThatStands) {
  EXPECT_EQ(tests::answer(database_, "select event, unit, before, after from corrections where correction_index >= " +
                                         std::to_string(played_.corrected) + " order by correction_index"),
            "'ExpenditureCorrected' 'KZT' 500000 400000|'ExpenditureVoided' 'KZT' 300000 0");
  EXPECT_EQ(tests::answer(database_,
                          "select event, visibility, unit, before, after from corrections where event like "
                          "'Hours%' order by correction_index"),
            "'HoursVoided' 'private' 'minutes' 90 0|'HoursCorrected' 'private' 'minutes' 100 110");
}

// 120,000 less 20,000 that came back; then 30,000 of which 10,000 was refused.
TEST_F(CorrectionTable, TakesReversalsAndDisallowancesOffWhatStoodThen) {
  EXPECT_EQ(tests::answer(database_,
                          "select event, before, after from corrections where event in "
                          "('ExpenditureReversed', 'ExpenditureDisallowed', 'DisbursementReversed') and "
                          "batch is null order by correction_index"),
            "'ExpenditureReversed' 12000000 10000000|'ExpenditureDisallowed' 3000000 2000000|"
            "'DisbursementReversed' 20000000 19500000");
}

TEST_F(CorrectionTable, HoldsNoRefundOfAVendor) {
  EXPECT_EQ(tests::answer(database_,
                          "select count(*) from corrections where original is null and event = "
                          "'ExpenditureReversed'"),
            "0");
  EXPECT_EQ(tests::answer(database_, "select unit, before from corrections where event = 'ImportVoided'"), "'' null");
}

// By its kind an import would be public.
TEST_F(CorrectionTable, HidesTheVoidingOfAnImportThatIsPrivate) {
  tests::MadeLog& log = played_.log;
  log.submit(tests::person(15), ledger::Assurance::kImported, ledger::Visibility::kPrivate);
  log.add(ledger::ImportRecord{tests::subject(230), 0, tests::digest(1), tests::digest(2), 0, 2});
  log.submit(tests::person(15), ledger::Assurance::kImported, ledger::Visibility::kPrivate);
  const ledger::Position hidden = log.add(ledger::ImportVoid{tests::subject(230), tests::on("2026-05-12")});
  follow();
  EXPECT_EQ(
      tests::answer(database_, "select visibility from corrections where correction_index = " + std::to_string(hidden)),
      "'private'");
  EXPECT_EQ(tests::answer(database_,
                          "select distinct visibility from corrections where event = 'ImportVoided' and "
                          "correction_index < " +
                              std::to_string(hidden)),
            "'public'");
}

// What is folded in two runs is what is folded in one.
TEST_F(CorrectionTable, GoesOnAfterARestart) {
  Database other = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(other, played_.log, played_.log.goalAt(played_.corrected)).ok());
  ASSERT_TRUE(catchUp(other, played_.log, played_.log.goal()).ok());
  const std::string all = "select * from corrections order by correction_index";
  EXPECT_EQ(tests::answer(other, all), tests::answer(database_, all));
}

}  // namespace
}  // namespace projections
