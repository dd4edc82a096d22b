#include "projections/oversight/places.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using tests::answer;

TEST(Places, AnActivityTakesRegionFromItsProjectAndDirectionFromItsProgramme) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_EQ(answer(database, "select region, direction, starts_day from activities"),
            "'KZ-71' 'taza-alem' '2026-03-01'");
  EXPECT_EQ(answer(database, "select origin, currency, demo from ledger_identity"), "'demo.example/asar' 'KZT' 1");
  EXPECT_EQ(answer(database, "select ru from organisations order by organisation"),
            "'Фонд «Зелёный сад»'|'Образцовый центр'");
  EXPECT_EQ(answer(database, "select starts_day from shifts"), "'2026-03-01'");
  EXPECT_EQ(answer(database, "select kind, region from offices"), "'regional' 'KZ-71'");
}

TEST(Places, AnActivityWithoutProjectIsRefused) {
  tests::MadeLog log;
  log.submit(tests::person(1));
  log.add(ledger::ActivitySchedule{tests::subject(1), tests::subject(2), ledger::ActivityKind::kEvent, "",
                                   tests::on("2026-03-01"), tests::on("2026-03-02")});
  Database database = tests::memoryDatabase();
  EXPECT_EQ(catchUp(database, log, log.goal()).error().reason, "FACT_WITHOUT_SUBJECT");
}

}  // namespace
}  // namespace projections
