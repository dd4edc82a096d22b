#include "projections/report/indicator_record.h"

#include "tests/projections/report/roadmap_log.h"

namespace projections {
namespace {

namespace r = tests::roadmap;

class Indicators : public tests::RoadmapRegister {
 protected:
  IndicatorRecord find(const std::string& id_or_code) {
    auto found = findIndicator(database_, id_or_code);
    EXPECT_TRUE(found.ok()) << found.error().message;
    return found.ok() ? *std::move(found) : IndicatorRecord{};
  }
};

TEST_F(Indicators, HoldWhatTheLogSaysOfThem) {
  const IndicatorRecord service = find("service");
  EXPECT_EQ(service.subject.subject, r::kService);
  EXPECT_EQ(service.roadmap, r::kRoadmap);
  EXPECT_EQ(service.unit, "minutes");
  EXPECT_EQ(service.basis, ledger::FigureBasis::kDerived);
  EXPECT_EQ(service.baseline, 50);
  EXPECT_EQ(service.targets, (std::map<std::int64_t, std::int64_t>{{2026, 1200}}));
  ASSERT_EQ(service.actuals.size(), 2U);
  EXPECT_EQ(service.actuals[0].entry, played_.first_actual);
  EXPECT_EQ(service.actuals[0].source, "attestedMinutes 2026-01-01..2026-03-02");
  EXPECT_EQ(service.actuals[0].day, tests::day("2026-05-21"));
}

TEST_F(Indicators, TheLastActualOfAYearCounts) {
  const IndicatorRecord service = find("service");
  ASSERT_NE(service.actualOf(2026), nullptr);
  EXPECT_EQ(service.actualOf(2026)->entry, played_.second_actual);
  EXPECT_EQ(service.actualOf(2025), nullptr);
}

TEST_F(Indicators, AreDerivedAsTheyWereLastOrAsTheirCodeSays) {
  EXPECT_EQ(find("service").usualCategory(), "attestedMinutes");
  EXPECT_EQ(find(r::kVolunteers.text()).usualCategory(), "volunteers");
  EXPECT_EQ(find("spent").usualCategory(), "amountSpent/KZ-71");
  EXPECT_EQ(find("effort").usualCategory(), "") << "its actual has words that are no query";
}

TEST_F(Indicators, AreFoundByIdOrByTheirOnlyCode) {
  EXPECT_EQ(find("trust").subject.subject, r::kSurvey);
  const auto unknown = findIndicator(database_, "beyond");
  EXPECT_EQ(unknown.error().reason, "INDICATOR_UNKNOWN");
  EXPECT_NE(unknown.error().message.find("service"), std::string::npos) << unknown.error().message;
  const auto both = findIndicator(database_, "volunteers");
  EXPECT_EQ(both.error().reason, "INDICATOR_AMBIGUOUS") << "one of each road map";
  EXPECT_NE(both.error().message.find(r::kVolunteers.text()), std::string::npos) << both.error().message;
}

TEST_F(Indicators, StandInTheOrderInWhichTheyWereDefined) {
  const auto all = readIndicators(database_);
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->size(), 6U);
  EXPECT_EQ(all->front().subject.subject, tests::campaign::kIndicator);
  EXPECT_EQ(all->front().basis, ledger::FigureBasis::kReported);
  EXPECT_EQ(all->back().subject.subject, r::kSpent);
}

}  // namespace
}  // namespace projections
