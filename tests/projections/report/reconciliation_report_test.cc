#include "projections/report/reconciliation_report.h"

#include <limits>

#include "tests/projections/oversight/exchange_log.h"

namespace projections {
namespace {

class ReconciliationReports : public tests::ExchangeRegister {
 protected:
  ReconciliationReport read(const std::string& system = "", const std::optional<Period>& period = {}) {
    auto report = readReconciliationReport(database_, system, period);
    EXPECT_TRUE(report.ok()) << report.error().message;
    return report.ok() ? *std::move(report) : ReconciliationReport{};
  }
};

TEST_F(ReconciliationReports, StandsBesideWhatIsDerivedNow) {
  const ReconciliationReport report = read();
  ASSERT_EQ(report.entries.size(), 1U);
  const auto& figures = report.entries[0].figures;
  ASSERT_EQ(figures.size(), 4U);
  EXPECT_EQ(report.entries[0].system.code, "sample-portal");
  EXPECT_EQ(report.currency.code(), "KZT");
  EXPECT_EQ(figures[0].now, 1330);
  EXPECT_EQ(figures[1].now, 15'500'000);
  EXPECT_EQ(figures[2].now, 0);
  EXPECT_EQ(figures[3].now, std::nullopt) << "recorded under a name of which this program knows nothing";
}

TEST_F(ReconciliationReports, ALateFactChangesNowAndNotThen) {
  played_.addLateService();
  follow();
  const ReconciliationReport report = read();
  const auto& figure = report.entries.at(0).figures.at(0);
  EXPECT_EQ(figure.recorded.derived, 1330);
  EXPECT_EQ(figure.now, 1330 + 45);
}

TEST_F(ReconciliationReports, OneIsReadAsItWasRecorded) {
  played_.addLateService();
  follow();
  const auto recorded = readRecordedReconciliation(database_, tests::exchange::kReconciliation);
  ASSERT_TRUE(recorded.ok() && *recorded);
  EXPECT_EQ((*recorded)->entry, played_.reconciled);
  ASSERT_EQ((*recorded)->figures.size(), 4U);
  EXPECT_EQ((*recorded)->figures[0].derived, 1330);
  EXPECT_EQ((*recorded)->figures[3].category, "beyond");
  const auto none = readRecordedReconciliation(database_, tests::subject(96));
  ASSERT_TRUE(none.ok());
  EXPECT_FALSE(*none);
}

TEST_F(ReconciliationReports, AreOfOneSystemByCodeOrId) {
  EXPECT_EQ(read("sample-portal").entries.size(), 1U);
  EXPECT_EQ(read(tests::exchange::kSystem.text()).entries.size(), 1U);
  EXPECT_EQ(read("sample-yearbook").entries.size(), 0U);
  const auto unknown = readReconciliationReport(database_, "portal");
  EXPECT_EQ(unknown.error().reason, "SYSTEM_UNKNOWN");
}

TEST_F(ReconciliationReports, OfAPeriodAreThoseRecordedInIt) {
  EXPECT_EQ(read("", *parsePeriod("2026-05-10..2026-05-10")).entries.size(), 1U);
  EXPECT_EQ(read("", *parsePeriod("2026-03-01..2026-03-31")).entries.size(), 0U);
}

TEST(ReconciledDifference, IsWhatTheOtherSideSaysBeyond) {
  EXPECT_EQ(differenceOf(56, 54), 2);
  EXPECT_EQ(differenceOf(54, 56), -2);
  EXPECT_EQ(differenceOf(std::numeric_limits<std::int64_t>::min(), 1), std::nullopt);
}

}  // namespace
}  // namespace projections
