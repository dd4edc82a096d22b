#include "projections/report/roadmap_report.h"

#include <limits>

#include "tests/projections/report/roadmap_log.h"

namespace projections {
namespace {

namespace r = tests::roadmap;

class RoadmapReports : public tests::RoadmapRegister {
 protected:
  RoadmapReport read(const RoadmapQuestion& question = {"RM-2", {}}) {
    auto report = readRoadmapReport(database_, question);
    EXPECT_TRUE(report.ok()) << report.error().message;
    return report.ok() ? *std::move(report) : RoadmapReport{};
  }
  // Of the second road map.
  RoadmapIndicator indicator(const ledger::SubjectId& id) {
    const RoadmapReport report = read();
    for (const RoadmapIndicator& one : report.roadmaps.at(0).indicators) {
      if (one.record.subject.subject == id) return one;
    }
    ADD_FAILURE() << "no indicator " << id.text();
    return {};
  }
};

TEST_F(RoadmapReports, MeasuresStandWhereTheyAre) {
  const RoadmapEntry entry = read().roadmaps.at(0);
  EXPECT_EQ(entry.office.subject, tests::sample::kOffice);
  ASSERT_EQ(entry.measures.size(), 2U);
  EXPECT_EQ(entry.measures[0].subject.number, "1.1");
  EXPECT_EQ(entry.measures[0].standing.state, "completed");
  EXPECT_EQ(entry.measures[0].standing.since_day, tests::day("2026-05-20"));
  EXPECT_EQ(entry.measures[0].standing.due, tests::day("2026-09-01"));
  EXPECT_EQ(entry.measures[0].organisation.subject, tests::sample::kOrganisation);
  EXPECT_EQ(entry.measures[1].standing.state, "defined");
}

TEST_F(RoadmapReports, ADerivedActualStandsBesideWhatIsDerivedNow) {
  const RoadmapFigure service = indicator(r::kService).years.at(0);
  EXPECT_EQ(service.target, 1200);
  ASSERT_TRUE(service.actual && service.query);
  EXPECT_EQ(service.actual->entry, played_.second_actual);
  EXPECT_EQ(service.beyondTarget(), 130);
  EXPECT_EQ(service.query->text(), "attestedMinutes 2026-01-01..2026-05-21");
  EXPECT_EQ(service.now, 1330);
  EXPECT_EQ(service.difference(), 0);
  ASSERT_EQ(service.earlier.size(), 1U);
  EXPECT_EQ(service.earlier[0].value, 780);
}

TEST_F(RoadmapReports, ALateFactChangesNowAndNotThen) {
  played_.addLateService();
  follow();
  const RoadmapFigure service = indicator(r::kService).years.at(0);
  EXPECT_EQ(service.actual->value, 1330);
  EXPECT_EQ(service.now, 1375);
  EXPECT_EQ(service.difference(), 45);
}

TEST_F(RoadmapReports, AYearWithoutAnActualIsDerivedOnceTheLogReachesIt) {
  const auto years = indicator(r::kVolunteers).years;
  ASSERT_EQ(years.size(), 2U);
  EXPECT_FALSE(years[0].actual || years[0].difference() || years[0].beyondTarget());
  EXPECT_EQ(years[0].now, 2);
  EXPECT_EQ(years[1].year, 2027);
  EXPECT_EQ(years[1].target, 5);
  EXPECT_FALSE(years[1].now || years[1].query) << "nothing of that year is recorded yet";
}

TEST_F(RoadmapReports, WhatIsNoQueryIsDerivedByNothing) {
  const RoadmapFigure effort = indicator(r::kHours).years.at(0);
  EXPECT_EQ(effort.actual->source, "our own list");
  EXPECT_FALSE(effort.query || effort.now || effort.difference());
  const RoadmapFigure trust = indicator(r::kSurvey).years.at(0);
  EXPECT_EQ(trust.beyondTarget(), -6);
  EXPECT_FALSE(trust.query || trust.now) << "reported";
  const RoadmapFigure spent = indicator(r::kSpent).years.at(0);
  EXPECT_EQ(spent.query->text(), "amountSpent/KZ-71 2026-01-01..2026-12-31") << "typed by hand, without days";
  EXPECT_EQ(spent.now, 145'000) << "with what was disallowed in April";
}

TEST_F(RoadmapReports, AreOfOneRoadMapOrYear) {
  EXPECT_EQ(read({"", {}}).roadmaps.size(), 2U);
  EXPECT_EQ(read({r::kRoadmap.text(), {}}).roadmaps.at(0).roadmap.number, "RM-2");
  const RoadmapReport next = read({"RM-2", 2027});
  EXPECT_EQ(next.year, 2027);
  EXPECT_EQ(next.roadmaps.at(0).indicators.at(0).years.size(), 1U);
  EXPECT_EQ(next.roadmaps.at(0).indicators.at(1).years.size(), 0U);
  EXPECT_EQ(readRoadmapReport(database_, {"RM-3", {}}).error().reason, "ROADMAP_UNKNOWN");
  EXPECT_EQ(readRoadmapReport(database_, {"RM-2", 1}).error().reason, "BAD_YEAR");
}

TEST(RoadmapDifference, IsNoneWhereItPassesWhatIsCounted) {
  RoadmapFigure figure;
  figure.actual = IndicatorActual{0, 2026, std::numeric_limits<std::int64_t>::min(), "", 0};
  figure.target = 1;
  figure.now = 1;
  EXPECT_FALSE(figure.beyondTarget() || figure.difference());
}

}  // namespace
}  // namespace projections
