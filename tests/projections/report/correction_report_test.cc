#include "projections/report/correction_report.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class CorrectionReports : public tests::AccountRegister {
 protected:
  CorrectionReport read(CorrectionQuestion question) {
    auto report = readCorrectionReport(database_, std::move(question));
    EXPECT_TRUE(report.ok());
    return *std::move(report);
  }
};

TEST_F(CorrectionReports, TellWhatChangedSinceAnEntry) {
  CorrectionQuestion since;
  since.since = played_.corrected;
  const CorrectionReport report = read(since);
  ASSERT_EQ(report.entries.size(), 2U);
  EXPECT_EQ(report.entries[0].row.event, "ExpenditureCorrected");
  EXPECT_EQ(report.entries[0].row.reason, "wrongAmount");
  EXPECT_EQ(report.entries[0].row.before, 500'000);
  EXPECT_EQ(report.entries[0].row.after, 400'000);
  EXPECT_EQ(report.entries[0].number, "RG-1");
  EXPECT_EQ(report.entries[0].organisation.en, "Green Garden Fund");
  ASSERT_EQ(report.sums.size(), 2U);
  EXPECT_EQ(report.sums[1].change, -300'000);
  since.since = played_.corrected + 1;
  EXPECT_EQ(read(since).entries.size(), 1U);
}

TEST_F(CorrectionReports, LeaveHoursToOffices) {
  for (const CorrectionEntry& entry : read({}).entries)
    EXPECT_EQ(entry.row.visibility, ledger::Visibility::kPublic) << entry.row.event;
  CorrectionQuestion exact;
  exact.exact = true;
  EXPECT_EQ(read(exact).entries.size(), read({}).entries.size() + 2);
}

TEST_F(CorrectionReports, AreOfDaysAndSubjects) {
  CorrectionQuestion question;
  question.period = *parsePeriod("2026-02-20..2026-02-20");
  EXPECT_EQ(read(question).entries.size(), 1U);
  question = {};
  question.since_day = tests::day("2026-03-02");
  EXPECT_EQ(read(question).entries.size(), 0U) << "all were recorded on the 1st";
  question.since_day = tests::day("2026-03-01");
  question.of = tests::account::kRegranted;
  EXPECT_EQ(read(question).entries.size(), 2U);
}

}  // namespace
}  // namespace projections
