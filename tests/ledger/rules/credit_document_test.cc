#include <gtest/gtest.h>

#include "ledger/rules/policy_document.h"
#include "tests/ledger/policies/shipped_policies.h"

namespace ledger {
namespace {

// Whether the shipped rules for students still fit after the change.
template <class Change>
bool fitsAfter(Change change) {
  CreditRules rules = *tests::shippedPolicy("kz_social_student_credit").credit_rules;
  change(rules);
  return checkPolicy(rules).ok();
}

TEST(CreditDocument, CanaryTheShippedRulesFit) {
  EXPECT_TRUE(fitsAfter([](CreditRules&) {}));
}

TEST(CreditDocument, ListsAreInOrderAndNameNothingTwice) {
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.time_bases.clear(); }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.time_bases = {TimeBasis::kStipended, TimeBasis::kUnpaid}; }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { std::swap(r.age_bands[0], r.age_bands[1]); }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.roles_excluded.push_back(r.roles_excluded[0]); }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.tiers[1].name = r.tiers[0].name; }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { std::swap(r.tiers[0], r.tiers[1]); }));
}

TEST(CreditDocument, AWindowHasWhatItNeedsAndNothingElse) {
  EXPECT_TRUE(fitsAfter([](CreditRules& r) { r.starts_month = 12; }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.starts_month = 13; }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.window_months = 1; }));
  const auto last = [](CreditRules& r, std::uint16_t months, std::uint16_t gap) {
    r.window = gap == 0 ? CreditWindow::kLastMonths : CreditWindow::kLookBack;
    r.starts_month = 0;
    r.window_months = months;
    r.gap_months = gap;
  };
  EXPECT_TRUE(fitsAfter([&](CreditRules& r) { last(r, 600, 0); }));
  EXPECT_FALSE(fitsAfter([&](CreditRules& r) { last(r, 601, 0); }));
  EXPECT_FALSE(fitsAfter([&](CreditRules& r) { last(r, 0, 0); }));
  EXPECT_TRUE(fitsAfter([&](CreditRules& r) { last(r, 3, 3); }));
  EXPECT_FALSE(fitsAfter([&](CreditRules& r) { last(r, 3, 4); }));
}

TEST(CreditDocument, TiersAreFewEnoughAndOfOneCurrency) {
  const auto tiers = [](CreditRules& r, std::size_t count, bool combine) {
    r.combine = combine;
    r.tiers.clear();
    for (std::size_t i = 0; i < count; ++i) r.tiers.push_back({"t" + std::to_string(i), {}, Minutes{60}, 0, 1, {}});
  };
  EXPECT_FALSE(fitsAfter([&](CreditRules& r) { tiers(r, 0, false); }));
  EXPECT_TRUE(fitsAfter([&](CreditRules& r) { tiers(r, 8, true); }));
  EXPECT_FALSE(fitsAfter([&](CreditRules& r) { tiers(r, 9, true); }));
  EXPECT_TRUE(fitsAfter([&](CreditRules& r) { tiers(r, 64, false); }));
  EXPECT_FALSE(fitsAfter([&](CreditRules& r) { tiers(r, 65, false); }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.tiers[0].voucher->currency = *Currency::parse("USD"); }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.rounding = CreditRounding::kWholeHours; }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.tiers[0].minutes = Minutes{0}; }));
}

TEST(CreditDocument, ACategoryIsNotAskedForMoreThanCounts) {
  EXPECT_TRUE(fitsAfter([](CreditRules& r) { r.categories = {{"camp", Minutes{60}, Minutes{60}}}; }));
  EXPECT_FALSE(fitsAfter([](CreditRules& r) { r.categories = {{"camp", Minutes{60}, Minutes{61}}}; }));
  EXPECT_TRUE(fitsAfter([](CreditRules& r) { r.categories = {{"camp", Minutes{0}, Minutes{61}}}; }));
}

}  // namespace
}  // namespace ledger
