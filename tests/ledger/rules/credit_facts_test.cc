#include "ledger/rules/credit_facts.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class CreditFacts : public RulesWorld {};

TEST_F(CreditFacts, AreTheEntriesOfAPersonAsTheyStand) {
  const SubjectId hours = attested(90);
  ASSERT_EQ(send(volunteer_, claim(60, "2026-06-11T10:00:00+05:00")), "");
  const auto facts = creditFactsOf(state_, volunteer_);
  ASSERT_EQ(facts.size(), 2U);
  EXPECT_TRUE(creditFactsOf(state_, officer_).empty());
  const auto fact = creditFactOf(state_, hours);
  ASSERT_TRUE(fact.has_value());
  EXPECT_EQ(fact->minutes, Minutes{90});
  EXPECT_EQ(fact->day, day("2026-06-10"));
  EXPECT_EQ(fact->state, HoursState::kAttested);
  EXPECT_EQ(fact->activity, ActivityKind::kEvent);
  EXPECT_EQ(fact->age_band, AgeBand::kFrom18to35);
  EXPECT_EQ(fact->role, claim(1).role);
  EXPECT_NE(fact->entry, 0U);
  EXPECT_FALSE(fact->unconfirmed);
  EXPECT_FALSE(creditFactOf(state_, id()).has_value());
}

TEST_F(CreditFacts, AnAssistedClaimIsUnconfirmedUntilTheVolunteerSaysSo) {
  const HoursClaim assisted = claim(60);
  ASSERT_EQ(send(clerk_, assisted, Assurance::kAssisted), "");
  EXPECT_TRUE(creditFactOf(state_, assisted.hours)->unconfirmed);
  ASSERT_EQ(send(volunteer_, HoursConfirm{assisted.hours, at("2026-06-12T10:00:00+05:00")}), "");
  EXPECT_FALSE(creditFactOf(state_, assisted.hours)->unconfirmed);
}

TEST_F(CreditFacts, KeepTheAgeBandOfTheClaim) {
  const SubjectId before = attested(60);
  ASSERT_EQ(
      send(clerk_, AgeBandSet{volunteer_, AgeBand::kFrom36to59, AgeBasis::kDeclared, at("2026-06-15T10:00:00+05:00")}),
      "");
  const SubjectId after = attested(60, "2026-06-11T10:00:00+05:00");
  EXPECT_EQ(creditFactOf(state_, before)->age_band, AgeBand::kFrom18to35);
  EXPECT_EQ(creditFactOf(state_, after)->age_band, AgeBand::kFrom36to59);
}

}  // namespace
}  // namespace ledger
