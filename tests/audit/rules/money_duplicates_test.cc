// E05–E08, each with what just is none.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

TEST(DuplicateDocuments, AreRaisedWithWhatIsClaimedTwice) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const auto first = world.spending(grant, 700'000);
  world.say(*world.officer, first, kPublicClass);
  const Outcome outcome = world.look("E05", {act(*world.officer, world.spending(grant, 300'000, [&](auto& one) {
                                       one.document_hash = first.document_hash;
                                     }))});
  ASSERT_EQ(outcome.raised, 1U);
  const Raised& raised = outcome.findings.at(0);
  EXPECT_EQ(raised.subjects.size(), 2U);
  EXPECT_EQ(raised.evidence.size(), 2U);
  EXPECT_TRUE(raised.amount->minor == 300'000);
  EXPECT_EQ(raised.amount->currency, "KZT");
  EXPECT_EQ(raised.severity, RuleSeverity::kCritical);
}

TEST(DuplicateDocuments, OfAnActOfAcceptanceAreRaisedToo) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const Digest document = world.digest();
  world.spend(grant, 700'000, [&](auto& one) { one.document_hash = document; });
  const SubjectId contract = world.contracted();
  EXPECT_EQ(world.raised("E05"), 0U);
  EXPECT_EQ(world.raised("E05", act(*world.funder_one,
                                    DeliverableAccept{world.subject(), contract, kzt(700'000), document, world.now()})),
            1U);
}

TEST(DuplicateDocuments, OtherDocumentsAndVoidedOnesAreNone) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  const Digest document = world.digest();
  const SubjectId first = world.spend(grant, 700'000, [&](auto& one) { one.document_hash = document; });
  world.spend(grant, 700'000);
  world.say(*world.officer, ExpenditureVoid{grant, first, ExpenditureReason::kDuplicate, world.now()}, kPublicClass);
  world.spend(grant, 700'000, [&](auto& one) { one.document_hash = document; });
  EXPECT_EQ(world.raised("E05"), 0U);
}

RulesWorld::Change numbered(const char* number, const std::string& vendor = binOf(9)) {
  return [number, vendor](ExpenditureRecord& one) {
    one.document_number = number;
    one.vendor = vendor;
  };
}

TEST(DuplicateInvoices, AreOneInWhateverSpelling) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000, numbered("INV-001/7"));
  world.spend(grant, 700'001, numbered("inv1-7"));
  const Outcome outcome = world.look("E06");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 700'000);
  EXPECT_EQ(world.raised("E08"), 0U);
}

TEST(DuplicateInvoices, AreOneInWhateverSpellingOfTheVendor) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  std::string small = binOf(9);
  std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c; });
  world.spend(grant, 700'000, numbered("INV-1"));
  world.spend(grant, 700'001, numbered("INV-1", small));
  world.spend(grant, 700'002, numbered("INV-1", binOf(9).substr(7)));
  const Outcome outcome = world.look("E06");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.findings.at(0).subjects.size(), 3U);
}

TEST(DuplicateInvoices, OfOtherNumbersVendorsOrNobodyAreNone) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000, numbered("INV-1"));
  world.spend(grant, 700'001, numbered("INV-11"));
  world.spend(grant, 700'002, numbered("INV-1", binOf(8)));
  world.spend(grant, 700'003, numbered("R-1", "individual"));
  world.spend(grant, 700'004, numbered("R-1", "individual"));
  EXPECT_EQ(world.raised("E06"), 0U);
}

TEST(DuplicateInvoices, WithoutANumberAreToldAndNotPassed) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000, numbered("-"));
  world.spend(grant, 700'001, numbered("."));
  world.spend(grant, 700'002, numbered("-", "individual"));
  for (const char* rule : {"E06", "E08"}) {
    const Outcome outcome = world.look(rule);
    EXPECT_EQ(outcome.raised, 0U);
    EXPECT_EQ(outcome.checked, Checked::kPart);
    ASSERT_EQ(outcome.missing.size(), 1U);
    EXPECT_EQ(outcome.missing.at(0).values.at(0).text, "2");
  }
}

TEST(DuplicateInvoices, OfTwoFundersAreRaisedAsThat) {
  RulesWorld world;
  const SubjectId other = world.importedGrant(world.organisation(5), world.grantee);
  const SubjectId same = world.importedGrant(world.funder, world.grantee);
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000, numbered("INV-1"));
  world.spend(same, 700'001, numbered("INV-1"));
  EXPECT_EQ(world.raised("E08"), 0U);
  world.spend(other, 700'002, numbered("INV-1"));
  const Outcome outcome = world.look("E08");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 1'400'001);
}

TEST(NearDuplicates, LieAtMostThreeDaysApart) {
  for (const auto& [days, raised] : {std::pair{3, 1U}, std::pair{4, 0U}}) {
    RulesWorld world;
    const SubjectId grant = world.paid();
    world.spend(grant, 700'000);
    world.wait(days * kDay);
    world.spend(grant, 700'000);
    EXPECT_EQ(world.raised("E07"), raised) << days;
  }
}

TEST(NearDuplicates, AreOfOneVendorInWhateverSpelling) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000, numbered("INV-1"));
  world.spend(grant, 700'000, numbered("INV-2", binOf(9).substr(7)));
  EXPECT_EQ(world.raised("E07"), 1U);
}

TEST(NearDuplicates, OfOtherAmountsVendorsOrOneNumberAreNone) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000, numbered("INV-1"));
  world.spend(grant, 700'001, numbered("INV-2"));
  world.spend(grant, 700'000, numbered("INV-3", binOf(8)));
  world.spend(grant, 700'000, numbered("INV-4", "individual"));
  world.spend(grant, 700'000, numbered("INV-5", "individual"));
  EXPECT_EQ(world.raised("E07"), 0U);
}

TEST(NearDuplicates, MayHaveNoNumbers) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000, numbered("-"));
  world.spend(grant, 700'000, numbered("."));
  EXPECT_EQ(world.raised("E07"), 1U);
}

TEST(NearDuplicates, ThePolicyDecidesOnDaysAndSeverity) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  world.spend(grant, 700'000);
  world.wait(4 * kDay);
  world.spend(grant, 700'000);
  world.threshold("E07", 4, ledger::RuleSeverity::kLow);
  const Outcome outcome = world.look("E07");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.findings.at(0).severity, audit::RuleSeverity::kLow);
}

TEST(NearDuplicates, ARowOfEqualPaymentsIsOneFinding) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  for (int i = 0; i < 4; ++i) {
    world.spend(grant, 700'000);
    world.wait(2 * kDay);
  }
  const Outcome outcome = world.look("E07");
  ASSERT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.findings.at(0).evidence.size(), 4U);
  EXPECT_TRUE(outcome.findings.at(0).amount->minor == 2'100'000);
}

}  // namespace
}  // namespace audit::tests
