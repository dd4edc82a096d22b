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

// Volunteers of the country, "x" where they are hidden.
std::string told(NationalReport report) {
  hideSmallFigures(report, {});
  return report.total.hidden.attested ? "x" : std::to_string(report.total.volunteers);
}

TEST(NationalHiding, NineAreHiddenAndTenAreTold) {
  EXPECT_EQ(told(country({region("KZ-10", 6), region("KZ-75", 4)})), "10");
  EXPECT_EQ(told(country({region("KZ-10", 5), region("KZ-75", 4)})), "x");
}

TEST(NationalHiding, NineteenWithAMinorAreHiddenAndTwentyAreTold) {
  EXPECT_EQ(told(country({region("KZ-10", 15, 1), region("KZ-75", 5)})), "20");
  EXPECT_EQ(told(country({region("KZ-10", 15, 1), region("KZ-75", 4)})), "x");
}

// A region less an earlier day, a direction or a release would tell of few people: none is told.
TEST(NationalHiding, BelowTheCountryThereAreNoPeopleAndHours) {
  NationalReport report = country({region("KZ-10", 9), region("KZ-75", 300)});
  report.directions = {report.regions[1]};
  for (HoursFigures* one : {&report.regions[1], &report.directions[0]}) {
    one->attended_people = 50;
    one->attended = Minutes{600};
    one->sums.imported = Minutes{600};
  }
  hideSmallFigures(report, {});
  for (const HoursFigures& one : {report.regions[0], report.regions[1], report.directions[0]}) {
    EXPECT_EQ(one.sums, HoursSums{});
    EXPECT_EQ(one.volunteers + one.attended_people + one.attended.count(), 0);
    const HiddenFigures& hidden = one.hidden;
    EXPECT_TRUE(hidden.attested && hidden.waiting && hidden.disputed && hidden.imported && hidden.attended);
    EXPECT_EQ(one.organisations, 2) << "organisations and activities are no people";
    EXPECT_EQ(one.activities, 3);
  }
  EXPECT_EQ(report.total.volunteers, 309);
  ASSERT_TRUE(report.suppression);
}

TEST(NationalHiding, OfSomeDaysThereAreNeither) {
  NationalReport report = country({region("KZ-10", 300)});
  report.stamp.period = *parsePeriod("2026-03-01..2026-03-31");
  hideSmallFigures(report, {});
  EXPECT_EQ(report.total.sums, HoursSums{});
  EXPECT_TRUE(report.total.hidden.attested && report.total.hidden.attended);
  EXPECT_EQ(report.total.volunteers, 0);
}

TEST(NationalHiding, APartOfFewPeopleIsHiddenWhereTheWholeIsTold) {
  NationalReport report = country({region("KZ-10", 30), region("KZ-75", 70)});
  report.total.sums.disputed = Minutes{60};
  report.total.behind.disputed = {1, 0, false};
  report.total.sums.waiting = Minutes{600};
  report.total.behind.waiting = {10, 0, false};
  hideSmallFigures(report, {});
  EXPECT_TRUE(report.total.hidden.disputed);
  EXPECT_EQ(report.total.sums.disputed, Minutes{0});
  EXPECT_FALSE(report.total.hidden.attested);
  EXPECT_EQ(report.total.sums.waiting, Minutes{600});
}

// 1,000 minutes claimed, 400 attested and 300 waiting: the rest is what one claim had rejected.
TEST(NationalHiding, WhatWasRejectedIsNotReckonedFromWhatWasClaimed) {
  NationalReport report = country({region("KZ-10", 100)});
  hideSmallFigures(report, {});
  EXPECT_TRUE(report.total.hidden.claimed && report.total.hidden.entries);
  EXPECT_EQ(report.total.sums.claimed, Minutes{0});
  EXPECT_EQ(report.total.sums.entries, 0);
  EXPECT_FALSE(report.total.hidden.attested);
}

TEST(NationalHiding, PeopleWithoutNamesAndImportsAreJudgedByThemselves) {
  NationalReport report = country({region("KZ-10", 30), region("KZ-75", 30)});
  report.total.attended_people = 90;
  report.total.attended = Minutes{90};
  report.total.behind.attended = {9, 0, false};
  report.total.behind.imported = {10, 0, false};
  report.total.sums.imported = Minutes{100};
  hideSmallFigures(report, {});
  EXPECT_TRUE(report.total.hidden.attended) << "nine came ten times";
  EXPECT_EQ(report.total.attended_people, 0);
  EXPECT_EQ(report.total.attended, Minutes{0});
  EXPECT_FALSE(report.total.hidden.imported);
  EXPECT_EQ(report.total.sums.imported, Minutes{100});
}

// From the log to the hidden figure: volunteers, the first of them 15 years old.
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
  HoursFigures total() {
    EXPECT_TRUE(catchUp(database_, log_, log_.goal()).ok());
    auto report = readNationalReport(database_);
    EXPECT_TRUE(report.ok());
    hideSmallFigures(*report, {});
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
}

TEST_F(HidingInALog, WithAMinorTheTwentiethIs) {
  enrol(100, ledger::AgeBand::kFrom14to15);
  for (std::uint8_t number = 100; number < 117; ++number) serve(number);
  EXPECT_TRUE(total().hidden.attested);
  serve(117);
  EXPECT_EQ(total().volunteers, 20);
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
