#include "projections/release/release_tables.h"

#include <gtest/gtest.h>

#include "projections/oversight/releases.h"
#include "projections/release/release_files.h"
#include "projections/render/release_text.h"
#include "tests/projections/plain_text.h"
#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

class ReleaseTablesTest : public ::testing::Test {
 protected:
  void follow() {
    const auto reached = catchUp(database_, log_, log_.goal());
    ASSERT_TRUE(reached.ok()) << reached.error().message;
  }
  // So many people, two hours each on that day.
  void serve(std::uint8_t first, std::uint8_t count, const std::string& day) {
    for (int i = first; i < first + count; ++i) {
      const auto number = static_cast<std::uint8_t>(i);
      log_.submit(tests::person(number));
      log_.add(tests::claimOf(number, tests::person(number), day, 120));
      log_.submit(tests::sample::kAttestor);
      log_.add(tests::attestOf(number, day, 120));
    }
  }
  ReleaseTables made(const char* period, ledger::Position size = 0) {
    follow();
    auto tables = makeReleaseTables(database_, {*parseReleasePeriod(period), size == 0 ? log_.size() : size,
                                                SuppressionRule{}, *readReleases(database_)});
    EXPECT_TRUE(tables) << tables.error().message;
    return *std::move(tables);
  }
  void publish(const char* name) {
    const ReleasePeriod period = *parseReleasePeriod(name);
    const ledger::SubjectId release = tests::subject(published_++);
    log_.byTwo(ledger::ReleasePublish{release,
                                      period.span,
                                      period.from,
                                      period.to,
                                      {},
                                      log_.size(),
                                      tests::digest(1),
                                      10,
                                      20,
                                      {{"national.csv", tests::digest(2)}},
                                      tests::on("2026-12-01")});
  }
  static std::string csv(const ReleaseTables& tables, std::string_view name) {
    for (const ReleaseFile& file : tableFiles(tables)) {
      if (file.name == name) return file.bytes;
    }
    return "none";
  }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
  std::uint8_t published_ = 200;
};

TEST_F(ReleaseTablesTest, HidesTheFewOfTheSample) {
  const ReleaseTables tables = made("2026-03");
  EXPECT_EQ(csv(tables, "national.csv"), "period,volunteers,hours,status\r\n2026-03,,,hidden\r\n");
  EXPECT_EQ(csv(tables, "national.json"),
            "[\n{\"period\":\"2026-03\",\"volunteers\":null,\"hours\":null,\"status\":\"hidden\"}\n]\n");
  EXPECT_EQ(csv(made("2026-08"), "regions.csv"), "period,region,volunteers,hours,status\r\n") << "nothing happened";
}

TEST_F(ReleaseTablesTest, RoundsAfterEverythingIsDecided) {
  serve(100, 12, "2026-04-10");
  const ReleaseTables tables = made("2026-04");
  EXPECT_EQ(csv(tables, "regions.csv"), "period,region,volunteers,hours,status\r\n2026-04,KZ-71,10,20,published\r\n");
  EXPECT_EQ(csv(tables, "activities.csv"),
            "period,activity,volunteers,hours,status\r\n2026-04,event,10,20,published\r\n");
}

TEST_F(ReleaseTablesTest, KnowsWhatAnEarlierSizeKnew) {
  serve(100, 12, "2026-04-10");
  const ledger::Position size = log_.size();
  serve(112, 20, "2026-04-11");
  EXPECT_NE(csv(made("2026-04"), "national.csv").find("30,60"), std::string::npos);
  EXPECT_NE(csv(made("2026-04", size), "national.csv").find("10,20"), std::string::npos);
}

TEST_F(ReleaseTablesTest, OrganisationsComeFromTheMonthsAsTheyWereReleased) {
  serve(100, 12, "2026-04-10");
  follow();
  const auto early = makeReleaseTables(database_, {*parseReleasePeriod("2026-Q2"), log_.size(), {}, {}});
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().reason, "MONTHS_MISSING");
  for (const char* month : {"2026-04", "2026-05", "2026-06"}) publish(month);
  serve(112, 20, "2026-04-11");  // late: for the revision
  const std::string organisations = csv(made("2026-Q2"), "organisations.csv");
  EXPECT_NE(organisations.find("2026-Q2,KZ-71,"), std::string::npos);
  EXPECT_NE(organisations.find(",Green Garden Fund,10,20,published"), std::string::npos) << organisations;
}

TEST_F(ReleaseTablesTest, AYearTellsAnewWhatEnoughPeopleChanged) {
  const auto early = (follow(), makeReleaseTables(database_, {*parseReleasePeriod("2026"), log_.size(), {}, {}}));
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().reason, "NOTHING_TO_REVISE");
  serve(100, 12, "2026-04-10");
  serve(150, 12, "2026-05-10");
  for (const char* month : {"2026-04", "2026-05", "2026-06"}) publish(month);
  publish("2026-Q2");
  serve(112, 20, "2026-04-11");
  serve(170, 9, "2026-05-11");
  const ReleaseTables year = made("2026");
  EXPECT_EQ(csv(year, "national.csv"),
            "period,volunteers,hours,status\r\n2026-04,30,60,revised\r\n2026-05,10,20,published\r\n");
  const std::string text = tests::plain(releaseText(year, {}, ledger::Language::kEnglish));
  EXPECT_NE(text.find("revised"), std::string::npos);
}

TEST_F(ReleaseTablesTest, SaysWhyInEveryLanguage) {
  const ReleaseTables tables = made("2026-03");
  EXPECT_NE(releaseText(tables, {}, ledger::Language::kEnglish).find("too few people"), std::string::npos);
  EXPECT_NE(releaseText(tables, {}, ledger::Language::kRussian).find("мало людей"), std::string::npos);
  EXPECT_NE(releaseText(tables, {}, ledger::Language::kKazakh).find("адам саны аз"), std::string::npos);
  EXPECT_NE(releaseText(made("2026-08"), {}, ledger::Language::kKazakh).find("сағат жоқ"), std::string::npos);
}

TEST_F(ReleaseTablesTest, MergedProfilesAreOnePerson) {
  serve(100, 10, "2026-04-10");
  EXPECT_NE(csv(made("2026-04"), "national.csv").find("published"), std::string::npos);
  for (const int profile : {100, 101}) {
    const auto number = static_cast<std::uint8_t>(profile);
    log_.submit(tests::person(10));
    log_.add(ledger::PersonRegister{tests::person(number),
                                    tests::sample::kOffice,
                                    "KZ-71",
                                    ledger::AgeBand::kFrom18to35,
                                    ledger::AgeBasis::kDeclared,
                                    {}});
  }
  log_.submit(tests::person(201));
  log_.addJudged(
      3, ledger::ProfilesMerge{tests::person(100), tests::person(101), tests::digest(61), tests::on("2026-05-01")});
  EXPECT_NE(csv(made("2026-04"), "national.csv").find("hidden"), std::string::npos);
}

}  // namespace
}  // namespace projections
