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

// In the night to 1 March 2024 clocks in Almaty went from 24:00 at +06:00 back to 23:00 at +05:00; those of Aqtobe, at
// +05:00, did not move. (The zone database of IANA, release 2024a, has the change.) The stored offset says the month.
class MonthOf25Hours : public NationalPeriods {
 protected:
  MonthOf25Hours() {
    almaty_ = place(80, "KZ-75");
    aqtobe_ = place(82, "KZ-15");
  }
  ledger::SubjectId place(std::uint8_t number, const std::string& region) {
    log_.submit(tests::person(11));
    log_.add(ledger::ProjectStart{tests::subject(number),
                                  tests::sample::kProgramme,
                                  tests::sample::kOrganisation,
                                  region,
                                  *ledger::parseDay("2024-02-01"),
                                  *ledger::parseDay("2024-03-31"),
                                  {"Ж", "П", "P"}});
    const auto activity = tests::subject(static_cast<std::uint8_t>(number + 1));
    log_.add(ledger::ActivitySchedule{activity, tests::subject(number), ledger::ActivityKind::kEvent, "",
                                      *ledger::Instant::parse("2024-02-29T23:00:00+05:00"),
                                      *ledger::Instant::parse("2024-03-01T02:00:00+05:00")});
    return activity;
  }
  void serve(ledger::SubjectId activity, const std::string& at, int minutes) {
    const std::uint8_t number = next_++;
    auto claim = tests::claimOf(number, tests::person(number), "2024-03-01", minutes);
    claim.activity = activity;
    claim.occurred_at = *ledger::Instant::parse(at);
    log_.submit(tests::person(number));
    log_.add(claim);
    log_.submit(tests::sample::kAttestor);
    log_.add(tests::attestOf(number, "2024-03-02", minutes));
  }
  // Attested minutes of both places.
  std::string minutes(const std::string& from, const std::string& to) {
    EXPECT_TRUE(catchUp(database_, log_, log_.goal()).ok());
    const NationalReport report = in(from, to);
    std::string text;
    for (const HoursFigures& one : report.regions) {
      if (one.code != "KZ-71") text += one.code + " " + std::to_string(one.sums.attested.count()) + " ";
    }
    return text;
  }

  ledger::SubjectId almaty_, aqtobe_;
  std::uint8_t next_ = 100;
};

TEST_F(MonthOf25Hours, EndsForEachEntryByTheOffsetItWasSignedWith) {
  serve(almaty_, "2024-02-29T23:30:00+06:00", 1);
  serve(almaty_, "2024-02-29T23:30:00+05:00", 2);  // an hour later
  serve(almaty_, "2024-03-01T00:30:00+06:00", 4);  // that moment, by the clock that nobody had set back
  serve(almaty_, "2024-03-01T00:00:00+05:00", 8);
  serve(aqtobe_, "2024-02-29T23:59:59+05:00", 16);
  serve(aqtobe_, "2024-03-01T00:00:00+05:00", 32);
  EXPECT_EQ(minutes("2024-02-01", "2024-02-29"), "KZ-15 16 KZ-75 3 ");
  EXPECT_EQ(minutes("2024-03-01", "2024-03-31"), "KZ-15 32 KZ-75 12 ");
  EXPECT_EQ(minutes("2024-02-29", "2024-03-01"), "KZ-15 48 KZ-75 15 ") << "nothing twice, and nothing left out";
}

}  // namespace
}  // namespace projections
