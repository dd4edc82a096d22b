#include "projections/oversight/exchange.h"

#include "tests/projections/oversight/exchange_log.h"

namespace projections {
namespace {

using tests::answer;

class ExchangeTables : public tests::ExchangeRegister {};

TEST_F(ExchangeTables, ABatchKeepsItsHashesAndWhetherItIsVoid) {
  EXPECT_EQ(answer(database_,
                   "select parts, first_row, last_row, voided_day, voided_index = 0 from import_batches "
                   "order by since"),
            "1 0 1 null 1|1 0 2 '2026-04-07' 0");
  EXPECT_EQ(answer(database_, "select count(*) from import_batches where importer = x'" +
                                  ledger::toHex(tests::person(15).view()) + "' and mapping_hash = x'" +
                                  tests::digest(2).hex() + "'"),
            "2");
}

TEST_F(ExchangeTables, PartsOfABatchCoverTheirRowsOnce) {
  played_.log.submit(tests::person(15), ledger::Assurance::kImported);
  played_.log.add(ledger::ImportRecord{tests::subject(130), 0, tests::digest(1), tests::digest(2), 4, 3});
  played_.log.submit(tests::person(15), ledger::Assurance::kImported);
  played_.log.add(ledger::ImportRecord{tests::subject(130), 1, tests::digest(1), tests::digest(2), 2, 3});
  follow();
  EXPECT_EQ(answer(database_,
                   "select parts, first_row, last_row, changed - since from import_batches "
                   "order by since desc limit 1"),
            "2 2 6 2");
}

TEST_F(ExchangeTables, ABatchKeepsTheSystemItCameFrom) {
  played_.log.submit(tests::person(15), ledger::Assurance::kImported);
  played_.log.add(
      ledger::ImportRecord{tests::subject(130), 0, tests::digest(1), tests::digest(2), 0, 1, tests::exchange::kSystem});
  follow();
  EXPECT_EQ(answer(database_, "select count(*), count(system), max(system) = x'" +
                                  ledger::toHex(tests::exchange::kSystem.view()) + "' from import_batches"),
            "3 1 1");
}

TEST_F(ExchangeTables, ALinkNamesASubjectOfAnyKind) {
  EXPECT_EQ(answer(database_, "select external_id, day, subject = x'" + ledger::toHex(tests::subject(20).view()) +
                                  "' from external_links order by since"),
            "'ORG-77' '2026-05-05' 0|'H-1' '2026-05-05' 1");
}

TEST_F(ExchangeTables, AReconciliationKeepsItsFiguresInTheirOrder) {
  EXPECT_EQ(answer(database_, "select from_day, to_day, day from reconciliations"),
            "'2026-03-01' '2026-03-31' '2026-05-10'");
  EXPECT_EQ(answer(database_, "select place, category, reported, derived from reconciled_figures order by place"),
            "0 'attestedMinutes' 1400 1330|1 'amountSpent/KZ-71' 16000050 15500000|2 'projects' 5 0|3 'beyond' 2 1");
}

TEST(ExchangeFold, ABatchThatNothingRecordedIsNotVoided) {
  tests::MadeLog log;
  log.submit(tests::person(1), ledger::Assurance::kImported);
  log.add(ledger::ImportVoid{tests::subject(9), tests::on("2026-04-07")});
  Database database = tests::memoryDatabase();
  EXPECT_EQ(catchUp(database, log, log.goal()).error().reason, "FACT_WITHOUT_SUBJECT");
}

}  // namespace
}  // namespace projections
