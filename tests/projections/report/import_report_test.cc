#include "projections/report/import_report.h"

#include "tests/projections/oversight/exchange_log.h"

namespace projections {
namespace {

class ImportReports : public tests::ExchangeRegister {
 protected:
  static std::string textOf(const ImportEntry& entry) {
    std::string text;
    for (const ImportedKind& kind : entry.kinds) {
      text += kind.event + " " + std::to_string(kind.count) + " " + std::to_string(kind.minutes) + " " +
              std::to_string(kind.people);
      for (const auto& [currency, minor] : kind.amounts) text += " " + std::to_string(minor) + " " + currency;
      text += "\n";
    }
    return text;
  }
};

TEST_F(ImportReports, TellWhatCameWithEachBatch) {
  const auto report = readImportReport(database_, "");
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->entries.size(), 2U);
  EXPECT_EQ(textOf(report->entries[0]), "AttendanceSummarised 1 1440 12\nHoursClaimed 1 55 0\n");
  EXPECT_EQ(textOf(report->entries[1]),
            "AttendanceSummarised 1 300 5\nExpenditureRecorded 1 0 0 200000 KZT\n"
            "ExpenditureReversed 2 0 0 550000 KZT\nHoursClaimed 1 77 0\n");
  EXPECT_EQ(report->entries[0].batch.voided_index, 0U);
  EXPECT_NE(report->entries[1].batch.voided_index, 0U);
}

TEST_F(ImportReports, NameTheSystemABatchCameFrom) {
  played_.log.submit(tests::person(15), ledger::Assurance::kImported);
  played_.log.add(
      ledger::ImportRecord{tests::subject(130), 0, tests::digest(1), tests::digest(2), 0, 1, tests::exchange::kSystem});
  follow();
  const auto report = readImportReport(database_, "");
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->entries.size(), 3U);
  EXPECT_EQ(report->entries[1].system_code, "");
  EXPECT_EQ(report->entries[2].system_code, "sample-portal");
}

TEST_F(ImportReports, AreOfOneBatchOrOfThoseBegunOnTheDays) {
  EXPECT_EQ(readImportReport(database_, tests::sample::kBatch.text())->entries.size(), 1U);
  EXPECT_EQ(readImportReport(database_, tests::subject(99).text()).error().reason, "BATCH_UNKNOWN");
  EXPECT_FALSE(readImportReport(database_, "batch").ok());
  EXPECT_EQ(readImportReport(database_, "", *parsePeriod("2026-03-01..2026-03-01"))->entries.size(), 2U);
  EXPECT_EQ(readImportReport(database_, "", *parsePeriod("2026-03-02..2026-12-31"))->entries.size(), 0U);
}

}  // namespace
}  // namespace projections
