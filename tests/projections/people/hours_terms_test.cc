#include "projections/people/hours_terms.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using tests::answer;

class HoursTermsTest : public ::testing::Test {
 protected:
  void follow() {
    const auto reached = catchUp(database_, log_, log_.goal());
    ASSERT_TRUE(reached.ok()) << reached.error().message;
  }
  void enrol(std::uint8_t number) {
    log_.submit(tests::person(10));
    log_.add(ledger::PersonRegister{tests::person(number),
                                    tests::sample::kOffice,
                                    "KZ-71",
                                    ledger::AgeBand::kFrom18to35,
                                    ledger::AgeBasis::kDeclared,
                                    {}});
  }
  void merge(std::uint8_t person, std::uint8_t absorbed, std::uint16_t rules = 3) {
    log_.submit(tests::person(201));
    log_.addJudged(rules, ledger::ProfilesMerge{tests::person(person), tests::person(absorbed), tests::digest(61),
                                                tests::on("2026-05-01")});
  }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

TEST_F(HoursTermsTest, AProfileIsStoodForByTheOneThatIsLeft) {
  enrol(60), enrol(61);
  merge(60, 61);
  follow();
  EXPECT_EQ(answer(database_, "select count(*) from merged_profiles where person = survivor"), "1");
  enrol(62);
  merge(62, 60);
  follow();
  EXPECT_EQ(answer(database_, "select count(*), count(distinct person), count(distinct survivor) from merged_profiles"),
            "2 2 1");
}

TEST_F(HoursTermsTest, EarlierRulesJoinedNobody) {
  enrol(60), enrol(61);
  merge(60, 61, 2);
  follow();
  EXPECT_EQ(answer(database_, "select count(*) from merged_profiles"), "0");
}

TEST_F(HoursTermsTest, KeepsTheLimitsThatWerePublished) {
  ledger::PolicyPublish policy;
  policy.policy = tests::subject(90);
  policy.version = "1";
  policy.status = ledger::LegalStatus::kUnverified;
  policy.source = "Sample";
  policy.valid_from = *ledger::parseDay("2026-01-01");
  policy.hours_limits = ledger::HoursLimits{{}, 30, 45, 0};
  log_.byTwo(policy);
  follow();
  EXPECT_EQ(answer(database_, "select status, valid_from, valid_to, attest_within_days from hours_policies"),
            "'unverified' '2026-01-01' null 45");
}

}  // namespace
}  // namespace projections
