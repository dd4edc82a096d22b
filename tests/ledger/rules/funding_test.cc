#include "ledger/rules/funding.h"

#include "tests/ledger/rules/funding_world.h"

namespace ledger {
namespace {

class Funding : public FundingWorld {
 protected:
  AppropriationRecord appropriation(const SubjectId& grant, std::uint16_t year, std::int64_t minor) {
    return {id(), grant, year, tenge(minor), document_, when_};
  }
  TrancheApprove approval(const SubjectId& grant, std::uint16_t tranche = 1) { return {grant, tranche, when_}; }
  GrantSuspend suspension(const SubjectId& grant) { return {grant, StopReason::kMisuse, document_, when_}; }
  GrantResume resumption(const SubjectId& grant) { return {grant, document_, when_}; }
  GrantTerminate termination(const SubjectId& grant) { return {grant, StopReason::kNoMoney, document_, when_}; }
  RecoveryOpen recovery(const SubjectId& grant, const SubjectId& finding) { return {grant, finding, document_, when_}; }
  RefundDemand demand(const SubjectId& grant, std::int64_t minor) {
    return {id(), grant, tenge(minor), day("2026-07-01"), document_, when_};
  }
  RefundWaive waiver(const SubjectId& demanded) { return {demanded, document_, when_}; }
  // A report of the grant, accepted.
  void report(const SubjectId& grant, ReportKind kind) {
    const SubjectId obligation = id();
    EXPECT_EQ(send(funder_, ObligationCreate{obligation, grantee_, fund_, grant, kind, day("2026-12-01"), when_}), "");
    EXPECT_EQ(send(grantees_officer_, ReportSubmit{obligation, document_, {}, when_}), "");
    EXPECT_EQ(send(funder_, ReportAccept{obligation, when_}), "");
  }
};

TEST_F(Funding, OnlyLongGrantsHaveAppropriationsOneForAYearAndWithinTheAward) {
  const SubjectId grant = agreed(GrantClass::kLong);
  EXPECT_EQ(byFunders(appropriation(agreed(), 2026, 1)), "NOT_LONG_TERM");
  ASSERT_EQ(byFunders(appropriation(grant, 2026, 60'000)), "");
  EXPECT_EQ(byFunders(appropriation(grant, 2026, 1)), "APPROPRIATION_TAKEN");
  EXPECT_EQ(byFunders(appropriation(grant, 1999, 1)), "APPROPRIATION_TAKEN");
  EXPECT_EQ(byFunders(appropriation(grant, 2101, 1)), "APPROPRIATION_TAKEN");
  EXPECT_EQ(byFunders(appropriation(grant, 2027, 40'001)), "OVER_AWARD");
  EXPECT_EQ(byFunders(appropriation(grant, 2000, 39'999)), "");
  EXPECT_EQ(byFunders(appropriation(grant, 2100, 1)), "");
  const GrantAward award = awardOf(GrantClass::kLong);
  ASSERT_EQ(byFunders(award), "");
  EXPECT_EQ(byFunders(appropriation(award.grant, 2026, 1)), "NO_AGREEMENT");
}

TEST_F(Funding, TranchesOfALongGrantStayWithinTheYearsThatHaveBegun) {
  const SubjectId grant = agreed(GrantClass::kLong);
  ASSERT_EQ(byFunders(appropriation(grant, 2027, 30'000)), "");
  ASSERT_EQ(byFunders(appropriation(grant, 2025, 59'999)), "");
  EXPECT_EQ(byFunders(approval(grant)), "NOT_APPROPRIATED");
  ASSERT_EQ(byFunders(appropriation(grant, 2026, 1)), "");
  EXPECT_EQ(byFunders(approval(grant)), "");
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'000), "P", when_}), "");
  EXPECT_EQ(byFunders(approval(grant, 2)), "NOT_APPROPRIATED") << "the first tranche counts, too";
  EXPECT_EQ(byFunders(approval(agreed())), "") << "short grants wait for no year";
}

TEST_F(Funding, TheYearsThatHaveBegunAreThoseOfTheRecordedDay) {
  const SubjectId grant = agreed(GrantClass::kLong, "2025-12-30T10:00:00+05:00");
  ASSERT_EQ(byFunders(appropriation(grant, 2026, 60'000)), "");
  TrancheApprove early = approval(grant);
  early.occurred_at = at("2026-01-01T00:00:30+05:00");
  EXPECT_EQ(sendOn("2025-12-31T23:59:59+05:00", funder_, early), "NOT_APPROPRIATED") << "by a fast clock";
  report(grant, ReportKind::kAnnual);
  early.occurred_at = at("2025-12-31T23:59:59+05:00");
  EXPECT_EQ(sendOn("2026-01-01T00:00:00+05:00", funder_, early), "");
  rules_ = 2;
  EXPECT_EQ(send(funder_, early), "");
}

TEST_F(Funding, ATrancheWaitsForAnAnnualReportOfEachYearBegun) {
  const SubjectId grant = agreed(GrantClass::kLong, "2025-12-31T23:59:59+05:00");
  ASSERT_EQ(byFunders(appropriation(grant, 2025, 100'000)), "");
  TrancheApprove old_year = approval(grant);
  EXPECT_EQ(byFunders(approval(grant)), "REPORT_GATE");
  report(grant, ReportKind::kNarrative);
  EXPECT_EQ(byFunders(approval(grant)), "REPORT_GATE") << "not an annual report";
  old_year.occurred_at = at("2025-12-31T23:59:59+05:00");
  EXPECT_EQ(byFunders(old_year), "REPORT_GATE") << "the recorded day counts";
  const UtcMs later = now_;
  now_ = old_year.occurred_at.utc_ms + 1000;
  EXPECT_EQ(byFunders(old_year), "REPORT_GATE") << "a new year has begun";
  now_ -= 1000;
  ASSERT_EQ(byFunders(old_year), "") << "in the year of the agreement none is due";
  now_ = later;
  ASSERT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'000), "P", when_}), "");
  EXPECT_EQ(byFunders(approval(grant, 2)), "REPORT_GATE");
  report(grant, ReportKind::kAnnual);
  EXPECT_EQ(byFunders(approval(grant, 2)), "");
}

TEST_F(Funding, OfASuspendedGrantNothingIsApprovedOrPaidUntilItIsResumed) {
  const SubjectId grant = paid();
  EXPECT_EQ(byFunders(resumption(grant)), "WRONG_STATE");
  ASSERT_EQ(byFunders(suspension(grant)), "");
  EXPECT_EQ(byFunders(suspension(grant)), "WRONG_STATE");
  EXPECT_EQ(byFunders(approval(grant, 2)), "WRONG_STATE");
  EXPECT_EQ(send(grantees_officer_, spent(grant, 1)), "") << "what was received may be spent";
  ASSERT_EQ(byFunders(resumption(grant)), "");
  ASSERT_EQ(byFunders(approval(grant, 2)), "");
  ASSERT_EQ(byFunders(suspension(grant)), "");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 2, tenge(1), "P", when_}), "WRONG_STATE");
}

TEST_F(Funding, SuspensionAndTerminationStandInTheGrantsLife) {
  const GrantAward award = awardOf();
  ASSERT_EQ(byFunders(award), "");
  EXPECT_EQ(byFunders(suspension(award.grant)), "NO_AGREEMENT");
  EXPECT_EQ(byFunders(termination(award.grant)), "NO_AGREEMENT");
  EXPECT_EQ(byFunders(termination(closed())), "GRANT_CLOSED");
  const SubjectId grant = paid();
  ASSERT_EQ(send(funder_, termination(grant)), "");
  EXPECT_EQ(endorse(grantees_officer_), "ROLE_MISSING");
  ASSERT_EQ(endorse(second_funder_), "");
  EXPECT_EQ(byFunders(termination(grant)), "WRONG_STATE");
  EXPECT_EQ(send(grantees_officer_, spent(grant, 1)), "WRONG_STATE");
  EXPECT_EQ(amend(amendment(grant)), "WRONG_STATE");
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(60'000), "R", when_}), "");
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(60'000), when_}), "");
  close(grant);
}

TEST_F(Funding, DemandsAreNoMoreThanIsOnHand) {
  const SubjectId grant = paid();
  ASSERT_EQ(send(funder_, demand(grant, 20'000)), "");
  EXPECT_EQ(send(funder_, demand(grant, 40'001)), "OVER_ON_HAND");
  EXPECT_EQ(send(funder_, demand(grant, 40'000)), "");
  EXPECT_EQ(send(funder_, demand(grant, 1)), "OVER_ON_HAND");
  EXPECT_EQ(send(funder_, demand(closed(), 1)), "GRANT_CLOSED");
  EXPECT_EQ(send(payer_, demand(paid(), 1)), "ROLE_MISSING");
}

TEST_F(Funding, AGrantClosesWithNoMoreOnHandThanWasWaived) {
  const SubjectId grant = paid();
  ASSERT_EQ(send(grantees_officer_, spent(grant, 40'000)), "");
  const RefundDemand waived = demand(grant, 5'000);
  ASSERT_EQ(send(funder_, waived), "");
  ASSERT_EQ(byFunders(waiver(waived.demand)), "");
  EXPECT_EQ(byFunders(waiver(waived.demand)), "WRONG_STATE");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "MONEY_ON_HAND");
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(14'999), "R", when_}), "");
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(14'999), when_}), "");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "MONEY_ON_HAND") << "5,001 are on hand";
  ASSERT_EQ(send(grantees_officer_, spent(grant, 1, "transport")), "");
  ASSERT_EQ(held(grant), 5'000);
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "");
}

TEST_F(Funding, AnOpenDemandHoldsAGrantOpenWhileMoneyIsOnHand) {
  const SubjectId grant = paid();
  ASSERT_EQ(send(grantees_officer_, spent(grant, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(grant, 15'000, "transport")), "");
  const RefundDemand waived = demand(grant, 4'999), open = demand(grant, 1);
  ASSERT_EQ(send(funder_, waived), "");
  ASSERT_EQ(send(funder_, open), "");
  ASSERT_EQ(byFunders(waiver(waived.demand)), "");
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(1), "R", when_}), "");
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(1), when_}), "");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "MONEY_ON_HAND") << "4,999 are held, as waived, but a demand is open";
  ASSERT_EQ(send(grantees_officer_, spent(grant, 4'999, "transport")), "");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "") << "nothing is on hand";
}

TEST_F(Funding, OnlyAnOpenDemandIsWaived) {
  const SubjectId grant = paid();
  const RefundDemand demanded = demand(grant, 60'000);
  ASSERT_EQ(send(funder_, demanded), "");
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(60'000), "R", when_}), "");
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(60'000), when_}), "");
  const RefundDemand other = demand(paid(), 1);
  ASSERT_EQ(send(funder_, other), "");
  close(grant);
  EXPECT_EQ(byFunders(waiver(demanded.demand)), "WRONG_STATE") << "the closing settled it";
  EXPECT_EQ(byFunders(waiver(other.demand)), "");
  EXPECT_EQ(byFunders(waiver(id())), "UNKNOWN_SUBJECT");
}

TEST_F(Funding, AFindingOfItsAuditOpensAClosedGrantAgain) {
  const SubjectId running = paid();
  EXPECT_EQ(byFunders(recovery(running, findingOf(running))), "WRONG_STATE");
  const SubjectId grant = paid();
  const ExpenditureRecord bought = spent(grant, 40'000);
  ASSERT_EQ(send(grantees_officer_, bought), "");
  ASSERT_EQ(send(grantees_officer_, spent(grant, 20'000, "transport")), "");
  close(grant);
  EXPECT_EQ(byFunders(recovery(grant, findingOf(running))), "NOT_OF_GRANT");
  EXPECT_EQ(byFunders(recovery(grant, id())), "UNKNOWN_SUBJECT");
  const SubjectId finding = findingOf(grant);
  ASSERT_EQ(byFunders(recovery(grant, finding)), "");
  EXPECT_EQ(byFunders(recovery(grant, finding)), "WRONG_STATE") << "it is not closed any more";
  EXPECT_EQ(byFunders(approval(grant, 2)), "WRONG_STATE") << "money only comes back";
  ASSERT_EQ(send(verifier_, ExpenditureDisallow{grant, bought.expenditure, tenge(3'000),
                                                ExpenditureReason::kProhibitedCost, when_}),
            "");
  const RefundDemand demanded = demand(grant, 3'000);
  ASSERT_EQ(send(funder_, demanded), "");
  EXPECT_EQ(send(funder_, demand(grant, 1)), "OVER_ON_HAND");
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(3'000), "R", when_}), "");
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(3'000), when_}), "");
  close(grant);
  ASSERT_EQ(byFunders(recovery(grant, finding)), "") << "and once more, while the finding is not closed";
  EXPECT_EQ(byFunders(waiver(demanded.demand)), "WRONG_STATE") << "the closing settled it";
  ASSERT_EQ(send(verifier_,
                 ExpenditureDisallow{grant, bought.expenditure, tenge(500), ExpenditureReason::kProhibitedCost, when_}),
            "");
  EXPECT_EQ(send(funder_, demand(grant, 501)), "OVER_ON_HAND");
  EXPECT_EQ(send(funder_, demand(grant, 500)), "") << "and does not count any more";
}

TEST_F(Funding, AClosedFindingOpensNothing) {
  const SubjectId grant = closed();
  const SubjectId finding = findingOf(grant);
  ASSERT_EQ(send(grantees_officer_, FindingRespond{finding, true, day("2026-07-01"), document_, when_}), "");
  ASSERT_EQ(send(grantees_officer_, FindingCorrect{finding, document_, when_}), "");
  ASSERT_EQ(send(auditor_, FindingClose{finding, document_, when_}), "");
  EXPECT_EQ(byFunders(recovery(grant, finding)), "WRONG_STATE");
}

TEST_F(Funding, AGrantThatWasClosedWhileSuspendedIsOpenedAgain) {
  const SubjectId grant = paid();
  ASSERT_EQ(send(grantees_officer_, spent(grant, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(grant, 20'000, "transport")), "");
  ASSERT_EQ(byFunders(suspension(grant)), "");
  const SubjectId finding = findingOf(grant);
  EXPECT_EQ(byFunders(recovery(grant, finding)), "WRONG_STATE") << "it is not closed yet";
  close(grant);
  ASSERT_EQ(byFunders(recovery(grant, finding)), "");
  EXPECT_EQ(byFunders(resumption(grant)), "WRONG_STATE") << "it is in recovery now";
}

TEST_F(Funding, AWaiverDoesNotGoPastWhatIsOnHand) {
  const SubjectId grant = paid();
  const RefundDemand all = demand(grant, 60'000);
  ASSERT_EQ(send(funder_, all), "");
  ASSERT_EQ(send(grantees_officer_, spent(grant, 40'000)), "");
  ASSERT_EQ(send(grantees_officer_, spent(grant, 19'000, "transport")), "");
  ASSERT_EQ(byFunders(waiver(all.demand)), "");
  EXPECT_EQ(state_.grants.find(grant)->waived, 1'000);
  ASSERT_EQ(send(grantees_officer_, InterestRecord{grant, tenge(1), sha256(asBytes("interest")), when_}), "");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "MONEY_ON_HAND") << "1,001 are on hand";
  ASSERT_EQ(send(grantees_officer_, spent(grant, 1, "transport")), "");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "");
}

TEST_F(Funding, AWaiverDoesNotOutlastTheClosing) {
  const SubjectId grant = paid();
  const ExpenditureRecord bought = spent(grant, 40'000);
  ASSERT_EQ(send(grantees_officer_, bought), "");
  ASSERT_EQ(send(grantees_officer_, spent(grant, 15'000, "transport")), "");
  const RefundDemand rest = demand(grant, 5'000);
  ASSERT_EQ(send(funder_, rest), "");
  ASSERT_EQ(byFunders(waiver(rest.demand)), "");
  ASSERT_EQ(send(grantees_officer_, spent(grant, 2'000, "transport")), "");
  close(grant);
  EXPECT_EQ(state_.grants.find(grant)->waived, 3'000);
  ASSERT_EQ(byFunders(recovery(grant, findingOf(grant))), "");
  ASSERT_EQ(send(verifier_,
                 ExpenditureDisallow{grant, bought.expenditure, tenge(1), ExpenditureReason::kProhibitedCost, when_}),
            "");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "MONEY_ON_HAND") << "3,001 are on hand, and not 5,000 waived";
  const SubjectId refund = id();
  ASSERT_EQ(send(grantees_officer_, RefundSend{grant, refund, tenge(1), "R", when_}), "");
  ASSERT_EQ(send(payer_, RefundReceive{grant, refund, tenge(1), when_}), "");
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "");
}

}  // namespace
}  // namespace ledger
