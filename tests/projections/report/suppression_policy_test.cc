#include "projections/report/suppression_policy.h"

#include <gtest/gtest.h>

#include "tests/ledger/policies/shipped_policies.h"
#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

using ledger::LegalStatus;

// The entries of the log were recorded on 1 March 2026.
class SuppressionPolicyTest : public ::testing::Test {
 protected:
  ledger::Position publish(std::uint8_t id, std::uint16_t least, LegalStatus status,
                           const std::string& from = "2026-03-01", const std::string& to = "") {
    ledger::PolicyPublish policy = tests::shippedPolicy("suppression");
    policy.policy = tests::subject(id);
    policy.status = status;
    policy.valid_from = *ledger::parseDay(from);
    policy.valid_to = to.empty() ? 0 : *ledger::parseDay(to);
    policy.suppression = ledger::Suppression{least, 100};
    log_.submit(tests::person(201));
    const ledger::Position document = log_.propose(policy);
    log_.endorse(document, tests::person(202));
    return document;
  }
  SuppressionPolicy inForce() {
    EXPECT_TRUE(catchUp(database_, log_, log_.goal()).ok());
    const auto read = readSuppressionPolicy(database_);
    EXPECT_TRUE(read.ok());
    return *read;
  }

  tests::MadeLog log_ = tests::sampleLog();
  Database database_ = tests::memoryDatabase();
};

TEST_F(SuppressionPolicyTest, WithoutADocumentTenAndTwentyStand) {
  const SuppressionPolicy none = inForce();
  EXPECT_FALSE(none.document);
  EXPECT_EQ(none.rule.least, 10);
  EXPECT_EQ(none.rule.least_with_minors, 20);
}

TEST_F(SuppressionPolicyTest, TheShippedOneSaysTheSame) {
  const ledger::PolicyPublish shipped = tests::shippedPolicy("suppression");
  log_.byTwo(shipped);
  const SuppressionPolicy policy = inForce();
  ASSERT_TRUE(policy.document);
  EXPECT_EQ(policy.document->policy, shipped.policy);
  EXPECT_EQ(policy.document->status, LegalStatus::kUnverified);
  EXPECT_EQ(policy.rule.least, SuppressionRule{}.least);
  EXPECT_EQ(policy.rule.least_with_minors, SuppressionRule{}.least_with_minors);
}

TEST_F(SuppressionPolicyTest, TheLastEndorsedOneInForceDecides) {
  publish(90, 3, LegalStatus::kInForce);
  const ledger::Position document = publish(91, 4, LegalStatus::kUnverified);
  publish(92, 5, LegalStatus::kAnnounced);
  publish(93, 6, LegalStatus::kDraft);
  const SuppressionPolicy policy = inForce();
  ASSERT_TRUE(policy.document);
  EXPECT_EQ(policy.document->document, document);
  EXPECT_EQ(policy.rule.least, 4);
  EXPECT_EQ(policy.rule.least_with_minors, 100);
}

TEST_F(SuppressionPolicyTest, OnlyOnItsDays) {
  publish(90, 3, LegalStatus::kInForce, "2026-02-01", "2026-03-01");
  publish(91, 4, LegalStatus::kInForce, "2026-02-01", "2026-02-28");
  publish(92, 5, LegalStatus::kInForce, "2026-03-02");
  EXPECT_EQ(inForce().rule.least, 3);
}

TEST_F(SuppressionPolicyTest, ARepealEndsItsOwnEarlierVersionsAlone) {
  publish(90, 3, LegalStatus::kInForce);
  publish(91, 4, LegalStatus::kInForce);
  publish(91, 9, LegalStatus::kRepealed);
  EXPECT_EQ(inForce().rule.least, 3);
  publish(90, 9, LegalStatus::kRepealed);
  EXPECT_EQ(inForce().rule.least, 10);
  publish(90, 6, LegalStatus::kInForce);
  EXPECT_EQ(inForce().rule.least, 6);
}

TEST_F(SuppressionPolicyTest, AProposalIsNotInForce) {
  ledger::PolicyPublish policy = tests::shippedPolicy("suppression");
  log_.submit(tests::person(201));
  log_.propose(policy);
  EXPECT_FALSE(inForce().document);
}

}  // namespace
}  // namespace projections
