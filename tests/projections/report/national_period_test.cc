#include "projections/report/national_period.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

class NationalPeriods : public ::testing::Test {
 protected:
  NationalPeriods() {
    log_.submit(tests::person(11));
    log_.add(ledger::AwardNominate{tests::subject(70), tests::sample::kVolunteer, tests::sample::kOrganisation,
                                   "volunteer-of-the-year", tests::on("2026-05-01")});
    log_.byTwo(ledger::AwardConfer{tests::subject(70), "ACT-1", tests::on("2026-05-02")});
    EXPECT_TRUE(catchUp(database_, log_, log_.goal()).ok());
  }
  NationalReport in(const std::string& from, const std::string& to) {
    const auto report = readNationalReport(database_, *parsePeriod(from + ".." + to));
    EXPECT_TRUE(report.ok());
    return *report;
  }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

std::string textOf(const HoursFigures& figures) {
  const HoursSums& sums = figures.sums;
  std::string text = figures.code;
  for (const std::int64_t value :
       {figures.organisations, figures.volunteers, figures.activities, sums.entries, sums.claimed.count(),
        sums.waiting.count(), sums.attested.count(), sums.disputed.count(), sums.imported.count(),
        figures.attended_people, figures.attended.count()}) {
    text += " " + std::to_string(value);
  }
  return text;
}

std::string textOf(const MoneyFigures& figures) {
  std::string text = figures.code + " " + std::string(figures.currency.code());
  for (const std::int64_t value : {figures.sums.grants, figures.sums.awarded, figures.sums.disbursed,
                                   figures.sums.spent, figures.sums.returned, figures.sums.on_hand}) {
    text += " " + std::to_string(value);
  }
  return text;
}

template <class Figures>
std::string textOf(const std::vector<Figures>& all) {
  std::string text;
  for (const Figures& one : all) text += textOf(one) + "\n";
  return text;
}

TEST_F(NationalPeriods, OfAllDaysIsTheSummaryItself) {
  const auto whole = readNationalReport(database_);
  ASSERT_TRUE(whole.ok());
  const NationalReport period = in("2026-01-01", "2026-12-31");
  EXPECT_EQ(textOf(period.total), textOf(whole->total));
  EXPECT_EQ(textOf(period.regions), textOf(whole->regions));
  EXPECT_EQ(textOf(period.directions), textOf(whole->directions));
  EXPECT_EQ(textOf(period.money), textOf(whole->money));
  EXPECT_EQ(textOf(period.money_by_region), textOf(whole->money_by_region));
  EXPECT_EQ(textOf(period.money_by_direction), textOf(whole->money_by_direction));
  EXPECT_EQ(period.conferred, 1);
}

TEST_F(NationalPeriods, SideBySideSumUpToTheWhole) {
  const auto whole = readNationalReport(database_);
  ASSERT_TRUE(whole.ok());
  const auto sum = [&](std::int64_t MoneySums::*figure, const NationalReport& report) {
    return report.money.empty() ? 0 : report.money.front().sums.*figure;
  };
  for (const auto& [last, first] : {std::pair{"2026-03-01", "2026-03-02"}, std::pair{"2026-03-05", "2026-03-06"},
                                    std::pair{"2026-03-21", "2026-03-22"}, std::pair{"2026-04-01", "2026-04-02"},
                                    std::pair{"2026-05-01", "2026-05-02"}}) {
    const NationalReport early = in("2026-01-01", last);
    const NationalReport late = in(first, "2026-12-31");
    HoursSums hours = early.total.sums;
    hours += late.total.sums;
    EXPECT_EQ(hours, whole->total.sums) << last;
    EXPECT_EQ(early.total.activities + late.total.activities, whole->total.activities) << last;
    EXPECT_EQ(early.total.attended + late.total.attended, whole->total.attended) << last;
    EXPECT_EQ(early.conferred + late.conferred, whole->conferred) << last;
    for (const auto figure :
         {&MoneySums::grants, &MoneySums::awarded, &MoneySums::disbursed, &MoneySums::spent, &MoneySums::returned}) {
      EXPECT_EQ(sum(figure, early) + sum(figure, late), sum(figure, *whole)) << last;
    }
    EXPECT_EQ(sum(&MoneySums::on_hand, late), sum(&MoneySums::on_hand, *whole)) << "a stock is no flow: " << last;
  }
}

TEST_F(NationalPeriods, CountWhoServedInThem) {
  EXPECT_EQ(in("2026-03-01", "2026-03-01").total.volunteers, 2);
  EXPECT_EQ(in("2026-03-02", "2026-03-03").total.volunteers, 1);
  const NationalReport nobody = in("2026-03-04", "2026-03-05");
  EXPECT_EQ(nobody.total.volunteers, 0) << "one was rejected, one voided";
  EXPECT_EQ(nobody.total.sums.claimed, ledger::Minutes{60});
  EXPECT_TRUE(nobody.money.empty()) << "nothing was awarded yet";
  EXPECT_EQ(in("2026-03-16", "2026-03-19").money.front().sums.on_hand, 20'000'000);
}

}  // namespace
}  // namespace projections
