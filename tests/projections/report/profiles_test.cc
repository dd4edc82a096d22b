#include "projections/report/profiles.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using ledger::PersonId;

constexpr std::uint8_t kNumbers[] = {60, 61, 62};

class ProfilesTest : public ::testing::Test {
 protected:
  ProfilesTest() {
    for (const std::uint8_t number : kNumbers) {
      log_.submit(tests::person(10));
      log_.add(ledger::PersonRegister{tests::person(number),
                                      tests::sample::kOffice,
                                      "KZ-71",
                                      ledger::AgeBand::kFrom18to35,
                                      ledger::AgeBasis::kDeclared,
                                      {}});
    }
    first_ = merge(61, 62);
    second_ = merge(60, 61);
    EXPECT_TRUE(catchUp(database_, log_, log_.goal()).ok());
  }
  ledger::Position merge(std::uint8_t person, std::uint8_t absorbed) {
    log_.submit(tests::person(201));
    return log_.addJudged(3, ledger::ProfilesMerge{tests::person(person), tests::person(absorbed), tests::digest(61),
                                                   tests::on("2026-05-01")});
  }
  std::vector<PersonId> profiles(std::uint8_t number, ledger::Position size) {
    return *readProfiles(database_, tests::person(number), size);
  }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
  ledger::Position first_ = 0, second_ = 0;
};

TEST_F(ProfilesTest, AreAllThatOnePersonAbsorbed) {
  const std::vector<PersonId> all = {tests::person(60), tests::person(61), tests::person(62)};
  for (const std::uint8_t number : kNumbers) EXPECT_EQ(profiles(number, log_.size()), all);
  EXPECT_EQ(profiles(1, log_.size()), std::vector<PersonId>{tests::person(1)});
}

TEST_F(ProfilesTest, AreThoseOfTheSizeAskedFor) {
  EXPECT_EQ(profiles(60, second_), std::vector<PersonId>{tests::person(60)});
  EXPECT_EQ(profiles(61, second_), (std::vector<PersonId>{tests::person(61), tests::person(62)}));
  EXPECT_EQ(profiles(62, first_), std::vector<PersonId>{tests::person(62)});
  EXPECT_EQ(profiles(62, first_ + 1).front(), tests::person(61));
}

TEST_F(ProfilesTest, HaveOneSurvivor) {
  const auto survivors = *readSurvivors(database_);
  EXPECT_EQ(survivors.size(), 2U);
  EXPECT_EQ(survivors.at(tests::person(61)), tests::person(60));
  EXPECT_EQ(survivors.at(tests::person(62)), tests::person(60));
}

}  // namespace
}  // namespace projections
