#include "projections/report/national_hiding.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using ledger::Minutes;

HoursFigures region(const char* code, std::int64_t people, std::int64_t minors = 0) {
  HoursFigures figures;
  figures.code = code;
  figures.organisations = 2;
  figures.activities = 3;
  figures.volunteers = people;
  figures.sums.entries = people;
  figures.sums.claimed = Minutes{70 * people};
  figures.sums.attested = Minutes{60 * people};
  figures.behind.attested = {people, minors, false};
  return figures;
}

NationalReport country(const std::vector<HoursFigures>& regions) {
  NationalReport report;
  report.regions = regions;
  for (const HoursFigures& one : regions) {
    report.total.volunteers += one.volunteers;
    report.total.sums += one.sums;
    report.total.behind.attested.people += one.behind.attested.people;
    report.total.behind.attested.minors += one.behind.attested.minors;
  }
  return report;
}

// Volunteers by region, "x" where they are hidden.
std::string told(NationalReport report) {
  hideSmallFigures(report, {});
  std::string text = report.total.hidden.attested ? "x" : std::to_string(report.total.volunteers);
  for (const HoursFigures& one : report.regions) {
    text += " " + (one.hidden.attested ? "x" : std::to_string(one.volunteers));
    EXPECT_EQ(one.hidden.attested, one.sums.attested == Minutes{0} && one.behind.attested.people == 0);
  }
  return text;
}

TEST(NationalHiding, NineAreHiddenAndTenAreTold) {
  EXPECT_EQ(told(country({region("KZ-10", 10), region("KZ-75", 30), region("KZ-79", 40)})), "80 10 30 40");
  EXPECT_EQ(told(country({region("KZ-10", 9), region("KZ-75", 30), region("KZ-79", 40)})), "79 x x 40");
}

TEST(NationalHiding, NineteenWithAMinorAreHiddenAndTwentyAreTold) {
  EXPECT_EQ(told(country({region("KZ-10", 20, 1), region("KZ-75", 30), region("KZ-79", 40)})), "90 20 30 40");
  EXPECT_EQ(told(country({region("KZ-10", 19, 1), region("KZ-75", 30), region("KZ-79", 40)})), "89 x x 40");
}

TEST(NationalHiding, NothingIsToldBelowAHiddenSum) {
  EXPECT_EQ(told(country({region("KZ-10", 5), region("KZ-75", 4)})), "x x x");
  EXPECT_EQ(told(country({region("KZ-10", 15), region("KZ-75", 4, 1)})), "x x x");
}

TEST(NationalHiding, WhatIsHiddenIsInTheReportNoMore) {
  NationalReport report = country({region("KZ-10", 9), region("KZ-75", 30), region("KZ-79", 40)});
  hideSmallFigures(report, {});
  const HoursFigures& small = report.regions[0];
  EXPECT_EQ(small.sums, HoursSums{});
  EXPECT_EQ(small.volunteers, 0);
  EXPECT_TRUE(small.hidden.claimed && small.hidden.entries && small.hidden.waiting && small.hidden.disputed);
  EXPECT_EQ(small.organisations, 2) << "organisations and activities are no people";
  EXPECT_EQ(small.activities, 3);
  ASSERT_TRUE(report.suppression);
}

TEST(NationalHiding, APartOfFewPeopleIsHiddenWhereTheWholeIsTold) {
  NationalReport report = country({region("KZ-10", 30), region("KZ-75", 30), region("KZ-79", 40)});
  report.regions[1].sums.disputed = report.total.sums.disputed = Minutes{60};
  report.regions[1].behind.disputed = report.total.behind.disputed = {1, 0, false};
  report.regions[2].sums.waiting = report.total.sums.waiting = Minutes{600};
  report.regions[2].behind.waiting = report.total.behind.waiting = {10, 0, false};
  hideSmallFigures(report, {});
  EXPECT_TRUE(report.total.hidden.disputed && report.regions[1].hidden.disputed);
  EXPECT_EQ(report.total.sums.disputed, Minutes{0});
  EXPECT_FALSE(report.total.hidden.attested || report.regions[1].hidden.attested);
  EXPECT_FALSE(report.regions[1].hidden.claimed);
  EXPECT_FALSE(report.regions[2].hidden.waiting);
  EXPECT_EQ(report.total.sums.waiting, Minutes{600});
}

TEST(NationalHiding, WhatWaitsIsNotReckonedFromWhatWasClaimed) {
  NationalReport report = country({region("KZ-10", 30), region("KZ-75", 30)});
  report.regions[0].behind.waiting = report.total.behind.waiting = {9, 0, false};
  hideSmallFigures(report, {});
  EXPECT_TRUE(report.total.hidden.waiting && report.total.hidden.claimed && report.total.hidden.entries);
  EXPECT_FALSE(report.total.hidden.attested);
}

TEST(NationalHiding, PeopleWithoutNamesAndImportsAreJudgedByThemselves) {
  NationalReport report = country({region("KZ-10", 30), region("KZ-75", 30)});
  report.regions[0].attended_people = report.total.attended_people = 9;
  report.regions[0].attended = report.total.attended = Minutes{90};
  report.regions[1].behind.imported = report.total.behind.imported = {10, 0, false};
  report.regions[1].sums.imported = report.total.sums.imported = Minutes{100};
  hideSmallFigures(report, {});
  EXPECT_TRUE(report.total.hidden.attended);
  EXPECT_EQ(report.total.attended_people, 0);
  EXPECT_EQ(report.regions[0].attended, Minutes{0});
  EXPECT_FALSE(report.regions[1].hidden.imported);
  EXPECT_EQ(report.total.sums.imported, Minutes{100});
}

// From the log to the hidden cell: volunteers of one region, the first of them 15 years old.
class HidingInALog : public ::testing::Test {
 protected:
  void enrol(std::uint8_t number, ledger::AgeBand band) {
    log_.submit(tests::person(10));
    log_.add(ledger::PersonRegister{
        tests::person(number), tests::sample::kOffice, "KZ-71", band, ledger::AgeBasis::kDeclared, {}});
  }
  void serve(std::uint8_t number) {
    log_.submit(tests::person(number));
    log_.add(tests::claimOf(number, tests::person(number), "2026-03-11", 60));
    log_.submit(tests::sample::kAttestor);
    log_.add(tests::attestOf(number, "2026-03-12", 60));
  }
  HoursFigures total(const std::optional<Period>& period = {}) {
    EXPECT_TRUE(catchUp(database_, log_, log_.goal()).ok());
    auto report = readNationalReport(database_, period);
    EXPECT_TRUE(report.ok());
    hideSmallFigures(*report, {});
    EXPECT_EQ(report->regions[0].hidden.attested, report->total.hidden.attested);
    return report->total;
  }

  tests::MadeLog log_ = tests::sampleLog();  // two volunteers served before
  Database database_ = tests::memoryDatabase();
};

TEST_F(HidingInALog, TheTenthAdultIsTold) {
  for (std::uint8_t number = 100; number < 107; ++number) serve(number);
  EXPECT_TRUE(total().hidden.attested);
  serve(107);
  EXPECT_EQ(total().volunteers, 10);
  EXPECT_TRUE(total(*parsePeriod("2026-03-11..2026-03-11")).hidden.attested) << "eight on that day";
}

TEST_F(HidingInALog, WithAMinorTheTwentiethIs) {
  enrol(100, ledger::AgeBand::kFrom14to15);
  for (std::uint8_t number = 100; number < 117; ++number) serve(number);
  EXPECT_TRUE(total().hidden.attested);
  serve(117);
  EXPECT_EQ(total().volunteers, 20);
  const Period day = *parsePeriod("2026-03-11..2026-03-11");
  EXPECT_TRUE(total(day).hidden.attested) << "eighteen with a minor on that day";
  serve(118);
  serve(119);
  EXPECT_EQ(total(day).volunteers, 20);
}

TEST_F(HidingInALog, WhoCameOfAgeServedAsAMinorAllTheSame) {
  enrol(100, ledger::AgeBand::kFrom16to17);
  serve(100);
  log_.submit(tests::person(10));
  log_.add(ledger::AgeBandSet{tests::person(100), ledger::AgeBand::kFrom18to35, ledger::AgeBasis::kDeclared,
                              tests::on("2026-03-13")});
  for (std::uint8_t number = 101; number < 109; ++number) serve(number);
  EXPECT_TRUE(total().hidden.attested) << "eleven, one of them a minor then";
}

}  // namespace
}  // namespace projections
