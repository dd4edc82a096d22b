#include "ledger/rules/amending.h"

#include "tests/ledger/rules/funding_world.h"

namespace ledger {
namespace {

class Amending : public FundingWorld {
 protected:
  BudgetVire virement(const SubjectId& grant, std::int64_t minor, const char* from = "materials",
                      const char* to = "transport") {
    return {grant, from, to, tenge(minor), document_, when_};
  }
  // A tenth of a line moves without approval.
  void limitVirements() {
    PolicyPublish policy;
    policy.kind = PolicyKind::kVirementLimits;
    policy.virement_limits = VirementLimits{1000};
    publish(policy);
    limits_ = next_ - 2;
  }
  void ruleCosts() {
    PolicyPublish policy;
    policy.kind = PolicyKind::kCostRules;
    policy.cost_rules = CostRules{{{GrantClass::kShort, {CostType::kRent}, 1000, 2}}};
    publish(policy);
    costs_ = next_ - 2;
  }
  std::string vireByTwo(const BudgetVire& command) { return sendByTwo(grantees_officer_, funder_, command); }

  Position limits_ = 0, costs_ = 0;
};

TEST_F(Amending, EveryLineStaysWithItsCostType) {
  const SubjectId grant = agreed();
  AgreementAmend command = amendment(grant);
  command.lines.erase(command.lines.begin() + 1);
  EXPECT_EQ(amend(command), "LINE_MISSING");
  command = amendment(grant);
  command.lines[1].cost_type = CostType::kServices;
  EXPECT_EQ(amend(command), "LINE_MISSING");
  command = amendment(grant);
  std::swap(command.lines[0], command.lines[1]);
  command.lines[2].amount = 9'000;
  command.lines.push_back({"rent", CostType::kRent, 1'000});
  EXPECT_EQ(amend(command), "");
  EXPECT_EQ(line(grant, 0).line, "materials") << "expenditures know their line by its place";
  EXPECT_EQ(line(grant, 2).budget, 9'000);
  EXPECT_EQ(line(grant, 4).budget, 1'000);
}

TEST_F(Amending, LinesAndTranchesStayWithinTheAward) {
  const SubjectId grant = agreed();
  AgreementAmend command = amendment(grant);
  command.lines[0].amount += 1;
  EXPECT_EQ(amend(command), "LINES_OVER_AWARD");
  command = amendment(grant);
  command.tranches.push_back({3, 1, day("2026-08-01")});
  EXPECT_EQ(amend(command), "TRANCHES_OVER_AWARD");
  command.tranches[1].amount -= 1;
  EXPECT_EQ(amend(command), "");
}

TEST_F(Amending, ABudgetIsNotBelowWhatIsSpentOrAwardedToOthers) {
  const SubjectId grant = paid();
  ASSERT_EQ(send(grantees_officer_, spent(grant, 5'000)), "");
  ASSERT_EQ(bySubFunders(subAwardOf(grant, 7'000)), "");
  AgreementAmend command = amendment(grant);
  command.lines[0].amount = 4'999;
  EXPECT_EQ(amend(command), "LINE_OVER_BUDGET");
  command.lines[0].amount = 5'000;
  command.lines[3].amount = 6'999;
  EXPECT_EQ(amend(command), "LINE_OVER_BUDGET");
  command.lines[3].amount = 7'000;
  EXPECT_EQ(amend(command), "");
  EXPECT_EQ(send(grantees_officer_, spent(grant, 1)), "LINE_OVER_BUDGET");
}

TEST_F(Amending, ApprovedTranchesKeepTheirAmountsAndNoneIsTakenAway) {
  const SubjectId grant = paid();
  AgreementAmend command = amendment(grant);
  command.tranches[0].amount -= 1;
  EXPECT_EQ(amend(command), "TRANCHE_APPROVED");
  command = amendment(grant);
  command.tranches.pop_back();
  EXPECT_EQ(amend(command), "TRANCHE_APPROVED");
  command = amendment(grant);
  command.tranches = {{1, 60'000, day("2026-06-01")}, {2, 10'000, day("2026-07-01")}, {3, 30'000, day("2026-08-01")}};
  EXPECT_EQ(amend(command), "");
  EXPECT_EQ(state_.grants.find(grant)->tranches[0].disbursed, 60'000);
  EXPECT_EQ(state_.grants.find(grant)->tranches[2].amount, 30'000);
}

TEST_F(Amending, ThePeriodOnlyGrowsAndNothingIsAmendedBeforeTheAgreement) {
  const SubjectId grant = agreed();
  AgreementAmend command = amendment(grant);
  command.eligible_to = day("2026-06-29");
  EXPECT_EQ(amend(command), "BAD_PERIOD");
  command.eligible_to = day("2026-07-31");
  command.occurred_at = at("2026-05-02T09:59:59+05:00");
  EXPECT_EQ(amend(command), "BEFORE_ORIGINAL");
  command.occurred_at = at("2026-05-02T10:00:00+05:00");
  EXPECT_EQ(amend(command), "");
  EXPECT_EQ(state_.grants.find(grant)->eligible_to, day("2026-07-31"));
}

TEST_F(Amending, OnlyAnAgreedGrantIsAmendedByItsFunderAndTheGranteesOfficer) {
  const GrantAward award = awardOf();
  ASSERT_EQ(byFunders(award), "");
  EXPECT_EQ(amend(amendment(award.grant)), "NO_AGREEMENT");
  EXPECT_EQ(amend(amendment(closed())), "GRANT_CLOSED");
  const SubjectId grant = agreed();
  ASSERT_EQ(send(funder_, amendment(grant)), "");
  EXPECT_EQ(endorse(second_funder_), "ROLE_MISSING");
  EXPECT_EQ(endorse(grantees_officer_), "");
}

TEST_F(Amending, CostRulesHoldForAmendmentsWithMonthsFromTheAgreement) {
  const SubjectId grant = agreed();  // on 2 May
  ruleCosts();
  AgreementAmend command = amendment(grant);
  command.eligible_to = day("2026-07-03");
  EXPECT_EQ(amend(command), "PERIOD_OVER_RULE");
  command.eligible_to = day("2026-07-02");
  command.lines[2].amount = 10'001;
  command.lines[0].amount = 39'999;
  EXPECT_EQ(amend(command), "ADMIN_OVER_CAP");
  command.lines[2].amount = 9'000;
  command.lines.push_back({"hall", CostType::kRent, 1});
  EXPECT_EQ(amend(command), "COST_PROHIBITED");
  command.lines.pop_back();
  EXPECT_EQ(amend(command), "");
  EXPECT_EQ(decision_.policy, costs_);
}

// Short grants run one month to three; this one begins on 1 June 2026.
TEST_F(Amending, ThePeriodStaysAsLongAsGrantsOfTheClassRun) {
  const SubjectId grant = agreed();
  const GrantAward imported = awardOf();
  ASSERT_EQ(import({imported}), "");
  ASSERT_EQ(sendByTwo(funder_, grantees_officer_, agreementOf(imported.grant)), "");
  const auto ruleClasses = [&](std::uint16_t most, const char* from, CivilDay to) {
    PolicyPublish policy;
    policy.kind = PolicyKind::kGrantClasses;
    policy.grant_classes = GrantClasses{{{GrantClass::kShort, 1, 0, 1, most}}};
    policy.valid_from = day(from);
    policy.valid_to = to;
    publish(policy);
  };
  ruleClasses(2, "2026-05-02", day("2026-05-02"));  // on the day of the agreement
  ruleClasses(1, "2026-05-03", 0);
  AgreementAmend command = amendment(grant);
  command.eligible_to = day("2026-09-01");
  EXPECT_EQ(amend(command), "PERIOD_OVER_CLASS");
  rules_ = 2;
  EXPECT_EQ(send(funder_, command), "KIND_TOO_NEW") << "amendments came with version 3";
  rules_ = kRulesVersion;
  command.eligible_to = day("2026-08-31");
  EXPECT_EQ(amend(command), "");
  command = amendment(imported.grant);
  command.eligible_to = day("2026-12-31");
  EXPECT_EQ(amend(command), "") << "of a grant that was imported nothing is asked";
}

TEST_F(Amending, WithoutALimitEveryVirementNeedsTheFunder) {
  const SubjectId grant = agreed();
  ASSERT_EQ(send(grantees_officer_, virement(grant, 1)), "");
  EXPECT_EQ(decision_.effect, Effect::kProposed);
  EXPECT_EQ(decision_.policy, 0U);
  EXPECT_EQ(line(grant, 0).budget, 40'000);
  const PersonId second_officer = newPerson(Role::kOfficer, grantee_);
  ASSERT_EQ(send(grantees_officer_, virement(grant, 1)), "");
  EXPECT_EQ(endorse(second_officer), "ROLE_MISSING");
  EXPECT_EQ(endorse(funder_), "");
  EXPECT_EQ(line(grant, 0).budget, 39'999);
  EXPECT_EQ(line(grant, 1).budget, 30'001);
  EXPECT_EQ(send(funder_, virement(grant, 1)), "ROLE_MISSING");
}

TEST_F(Amending, AVirementUnderTheLimitNeedsNobodyUntilTheLimitIsUsedUp) {
  const SubjectId grant = agreed();
  limitVirements();
  ASSERT_EQ(send(grantees_officer_, virement(grant, 3'999)), "");
  EXPECT_EQ(decision_.effect, Effect::kEffective);
  EXPECT_EQ(decision_.policy, limits_);
  ASSERT_EQ(send(grantees_officer_, virement(grant, 2)), "");
  EXPECT_EQ(decision_.effect, Effect::kProposed) << "3,999 and 2 are more than a tenth of 40,000";
  ASSERT_EQ(endorse(funder_), "");
  EXPECT_EQ(decision_.policy, limits_);
  ASSERT_EQ(send(grantees_officer_, virement(grant, 1)), "");
  EXPECT_EQ(decision_.effect, Effect::kEffective) << "what the funder approved does not count";
  EXPECT_EQ(line(grant, 0).budget, 40'000 - 4'002);
  ASSERT_EQ(send(grantees_officer_, virement(grant, 1)), "");
  EXPECT_EQ(decision_.effect, Effect::kProposed);
  ASSERT_EQ(amend(amendment(grant)), "");
  EXPECT_EQ(endorse(funder_), "PROPOSAL_CLOSED") << "after the amendment nothing counts as vired yet";
  ASSERT_EQ(send(grantees_officer_, virement(grant, 4'000)), "");
  EXPECT_EQ(decision_.effect, Effect::kEffective);
}

TEST_F(Amending, AVirementMovesBetweenTwoLinesThatExist) {
  const SubjectId grant = agreed();
  EXPECT_EQ(vireByTwo(virement(grant, 1, "materials", "materials")), "NO_CHANGE");
  EXPECT_EQ(vireByTwo(virement(grant, 1, "materials", "rent")), "LINE_UNKNOWN");
  EXPECT_EQ(vireByTwo(virement(grant, 1, "rent", "materials")), "LINE_UNKNOWN");
  EXPECT_EQ(vireByTwo(virement(grant, 0)), "AMOUNT_NOT_POSITIVE");
  BudgetVire pounds = virement(grant, 1);
  pounds.amount.currency = *Currency::parse("GBP");
  EXPECT_EQ(vireByTwo(pounds), "CURRENCY_MISMATCH");
}

TEST_F(Amending, ALineKeepsWhatIsSpentOfItAndWhatIsAwardedFromIt) {
  const SubjectId grant = paid();
  ASSERT_EQ(send(grantees_officer_, spent(grant, 15'000)), "");
  EXPECT_EQ(vireByTwo(virement(grant, 25'001)), "LINE_OVER_BUDGET");
  EXPECT_EQ(vireByTwo(virement(grant, 25'000)), "");
  ASSERT_EQ(bySubFunders(subAwardOf(grant, 7'000)), "");
  EXPECT_EQ(vireByTwo(virement(grant, 13'001, "regrants")), "LINE_OVER_BUDGET");
  EXPECT_EQ(vireByTwo(virement(grant, 13'000, "regrants")), "");
}

TEST_F(Amending, AdministrationStaysUnderItsCap) {
  const SubjectId grant = agreed();
  ASSERT_EQ(vireByTwo(virement(grant, 1, "administration", "transport")), "");
  ruleCosts();
  EXPECT_EQ(vireByTwo(virement(grant, 2, "materials", "administration")), "ADMIN_OVER_CAP");
  EXPECT_EQ(vireByTwo(virement(grant, 1, "materials", "administration")), "");
}

TEST_F(Amending, NothingIsViredBeforeTheAgreementOrItsLastAmendment) {
  const SubjectId grant = agreed();
  BudgetVire early = virement(grant, 1);
  early.occurred_at = at("2026-05-02T09:59:59+05:00");
  EXPECT_EQ(vireByTwo(early), "BEFORE_ORIGINAL");
  early.occurred_at = at("2026-05-02T10:00:00+05:00");
  EXPECT_EQ(vireByTwo(early), "");
  ASSERT_EQ(send(grantees_officer_, early), "");
  const Digest waits = last_;
  AgreementAmend later = amendment(grant);
  later.occurred_at = at("2026-06-08T10:00:00+05:00");
  ASSERT_EQ(amend(later), "");
  EXPECT_EQ(send(funder_, Endorse{waits}), "BEFORE_ORIGINAL") << "it is judged again";
  early.occurred_at = at("2026-06-08T09:59:59+05:00");
  EXPECT_EQ(vireByTwo(early), "BEFORE_ORIGINAL");
  early.occurred_at = later.occurred_at;
  EXPECT_EQ(vireByTwo(early), "");
}

TEST_F(Amending, TheCapOnAdministrationIsAskedWhereSomethingMovesThere) {
  const SubjectId grant = agreed();
  AgreementAmend more = amendment(grant);
  more.lines[0].amount = 34'000;
  more.lines[2].amount = 15'000;
  more.lines.push_back({"office", CostType::kAdministration, 1'000});
  ASSERT_EQ(amend(more), "");
  ruleCosts();  // a tenth for administration, which has more already
  EXPECT_EQ(vireByTwo(virement(grant, 1)), "") << "it has no more by this";
  EXPECT_EQ(vireByTwo(virement(grant, 1, "administration", "office")), "");
  EXPECT_EQ(vireByTwo(virement(grant, 1, "administration", "transport")), "");
  EXPECT_EQ(vireByTwo(virement(grant, 1, "transport", "office")), "ADMIN_OVER_CAP");
}

}  // namespace
}  // namespace ledger
