#include "ledger/base/limits.h"
#include "ledger/rules/draw.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Accountability : public RulesWorld {
 protected:
  SubjectId obligation(const SubjectId& grant, const char* due) {
    const SubjectId made = id();
    EXPECT_EQ(send(funder_, ObligationCreate{made, grantee_, fund_, grant, ReportKind::kFinancial, day(due), kEarlier}),
              "");
    return made;
  }
  SubjectId audit(const SubjectId& grant = {}) {
    const SubjectId made = id();
    EXPECT_EQ(send(auditor_, AuditOpen{made, grantee_, grant, day("2026-01-01"), day("2026-06-30"), paper_, kEarlier}),
              "");
    return made;
  }
  FindingRaise finding(const SubjectId& audit, Severity severity = Severity::kHigh) {
    return {id(), audit, "E-05", severity, {}, paper_, kEarlier};
  }
  const Digest paper_ = sha256(asBytes("paper"));
};

TEST_F(Accountability, AFindingIsDismissedForAReasonAndAsksForNothingThen) {
  const SubjectId grant = agreedGrant(), opened = audit(grant);
  const FindingRaise raised = finding(opened);
  ASSERT_EQ(send(auditor_, raised), "");
  EXPECT_EQ(send(auditor_, AuditReport{opened, Opinion::kClean, paper_, kLater}), "FINDING_OPEN");
  FindingDismiss dismissal{raised.finding, DismissalReason::kNone, paper_, kLater};
  EXPECT_EQ(send(auditor_, dismissal), "REASON_MISSING");
  dismissal.reason = DismissalReason::kFalseAlarm;
  EXPECT_EQ(send(grantees_officer_, dismissal), "ROLE_MISSING");
  EXPECT_EQ(send(auditor_, dismissal), "");
  EXPECT_EQ(send(auditor_, dismissal), "WRONG_STATE");
  EXPECT_EQ(send(grantees_officer_, FindingRespond{raised.finding, true, 0, paper_, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(auditor_, FindingReopen{raised.finding, paper_, kLater}), "");
  EXPECT_EQ(send(auditor_, dismissal), "") << "and once more";
  EXPECT_EQ(send(auditor_, AuditReport{opened, Opinion::kClean, paper_, kLater}), "");
}

TEST_F(Accountability, AFindingNamesEntriesThatAreThereInTheirOrder) {
  const SubjectId opened = audit();
  const auto raise = [&](std::vector<EvidenceEntry> entries) {
    FindingRaise raised = finding(opened, Severity::kLow);
    raised.rule_version = 2;
    raised.entries = std::move(entries);
    return send(auditor_, raised);
  };
  EXPECT_EQ(raise({}), "");
  EXPECT_EQ(raise({{0}}), "");
  EXPECT_EQ(raise({{1}, {3}, {next_ - 1}}), "");
  EXPECT_EQ(raise({{next_}}), "BAD_EVIDENCE") << "its own";
  EXPECT_EQ(raise({{1}, {next_ + 7}}), "BAD_EVIDENCE");
  EXPECT_EQ(raise({{3}, {1}}), "BAD_EVIDENCE");
  EXPECT_EQ(raise({{3}, {3}}), "BAD_EVIDENCE");
  std::vector<EvidenceEntry> many;
  for (Position index = 0; index <= limits::kEvidenceEntriesMax; ++index) many.push_back({index});
  next_ += 2 * many.size();
  EXPECT_EQ(raise(many), "BAD_EVIDENCE");
  many.pop_back();
  EXPECT_EQ(raise(many), "");
}

TEST_F(Accountability, MinutesAtRiskAreNotBelowZero) {
  FindingRaise raised = finding(audit(), Severity::kLow);
  raised.minutes_at_risk = Minutes{-1};
  EXPECT_EQ(send(auditor_, raised), "COUNT_ZERO");
  raised.minutes_at_risk = Minutes{90};
  EXPECT_EQ(send(auditor_, raised), "");
}

TEST_F(Accountability, AReportGoesThereAndBackUntilItIsAccepted) {
  const SubjectId owed = obligation({}, "2026-07-01");
  EXPECT_EQ(send(funder_, ReportAccept{owed, kLater}), "WRONG_STATE");
  EXPECT_EQ(send(officer_, ReportSubmit{owed, paper_, {{"spent", 100}}, kLater}), "ROLE_MISSING");
  ASSERT_EQ(send(grantees_officer_, ReportSubmit{owed, paper_, {{"spent", 100}}, kLater}), "");
  ASSERT_EQ(send(funder_, ReportReturn{owed, paper_, kLater}), "");
  ASSERT_EQ(send(grantees_officer_, ReportSubmit{owed, paper_, {}, kLater}), "");
  ASSERT_EQ(send(funder_, ReportAccept{owed, kLater}), "");
  EXPECT_EQ(send(funder_, ObligationWaive{owed, paper_, kLater}), "WRONG_STATE");
}

TEST_F(Accountability, AnObligationIsOfItsGrantAndExtendedForward) {
  const SubjectId grant = agreedGrant();
  EXPECT_EQ(send(funder_,
                 ObligationCreate{id(), organisation_, fund_, grant, ReportKind::kFinal, day("2026-07-01"), kEarlier}),
            "NOT_OF_GRANT");
  const SubjectId owed = obligation(grant, "2026-07-01");
  EXPECT_EQ(send(funder_, ObligationExtend{owed, day("2026-07-01"), paper_, kLater}), "BAD_PERIOD");
  EXPECT_EQ(send(funder_, ObligationExtend{owed, day("2026-07-02"), paper_, kLater}), "");
}

TEST_F(Accountability, NoTrancheIsApprovedWhileAReportIsOverdue) {
  const SubjectId grant = agreedGrant();
  const SubjectId owed = obligation(grant, "2026-06-10");
  EXPECT_EQ(send(funder_, TrancheApprove{grant, 1, kLater}), "REPORT_OVERDUE");
  ASSERT_EQ(send(grantees_officer_, ReportSubmit{owed, paper_, {}, kLater}), "");
  EXPECT_EQ(send(funder_, TrancheApprove{grant, 1, kLater}), "");
}

TEST_F(Accountability, AReportIsOverdueByTheRecordedDay) {
  const SubjectId grant = agreedGrant();
  obligation(grant, "2026-06-10");
  const TrancheApprove said_in_time{grant, 1, at("2026-06-10T23:59:59+05:00")};
  EXPECT_EQ(sendOn("2026-06-11T00:00:00+05:00", funder_, said_in_time), "REPORT_OVERDUE");
  // On its last day it is not overdue yet, whatever the clock of the signer says.
  const TrancheApprove said_too_late{grant, 1, at("2026-06-11T00:00:30+05:00")};
  ASSERT_EQ(sendOn("2026-06-10T23:59:59+05:00", funder_, said_too_late), "");
  EXPECT_EQ(endorse(second_funder_), "REPORT_OVERDUE") << "recorded on 15 June, and judged again";
  // 20:00 at +00:00 is the next day at +05:00.
  const TrancheApprove elsewhere{grant, 1, at("2026-06-10T20:00:00+00:00")};
  EXPECT_EQ(sendOn("2026-06-11T01:00:00+05:00", funder_, elsewhere), "") << "the offset is that of occurredAt";
  rules_ = 2;
  EXPECT_EQ(send(funder_, said_in_time), "");
  EXPECT_EQ(send(funder_, said_too_late), "REPORT_OVERDUE");
}

TEST_F(Accountability, WhatWasApprovedInTimeIsPaidLater) {
  const SubjectId grant = agreedGrant();
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 1, kEarlier}), "");
  obligation(grant, "2026-06-10");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'000), "PAY-1", kLater}), "") << "a payment is a fact";
}

TEST_F(Accountability, AGrantClosesWhenEverythingIsAnswered) {
  const SubjectId grant = agreedGrant();
  const GrantClose close{grant, kLater};
  const SubjectId owed = obligation(grant, "2026-12-31");
  EXPECT_EQ(send(funder_, close), "REPORT_OPEN");
  ASSERT_EQ(sendByTwo(funder_, second_funder_, ObligationWaive{owed, paper_, kLater}), "");
  const FindingRaise raised = finding(audit(grant));
  ASSERT_EQ(send(auditor_, raised), "");
  ASSERT_EQ(send(auditor_, finding(audit(grant), Severity::kMedium)), "");
  EXPECT_EQ(send(funder_, close), "FINDING_OPEN");
  ASSERT_EQ(send(grantees_officer_, FindingRespond{raised.finding, true, day("2026-07-01"), paper_, kLater}), "");
  ASSERT_EQ(send(grantees_officer_, FindingCorrect{raised.finding, paper_, kLater}), "");
  ASSERT_EQ(send(auditor_, FindingClose{raised.finding, paper_, kLater}), "");
  EXPECT_EQ(send(funder_, close), "");
}

TEST_F(Accountability, AHighFindingOfTheWholeOrganisationHoldsItsGrantsOpen) {
  const SubjectId grant = agreedGrant();
  const GrantClose close{grant, kLater};
  ASSERT_EQ(send(auditor_, finding(audit(), Severity::kMedium)), "");
  EXPECT_EQ(send(funder_, close), "") << "not high";
  AuditOpen of_other{id(), fund_, {}, day("2026-01-01"), day("2026-06-30"), paper_, kEarlier};
  ASSERT_EQ(send(auditor_, of_other), "");
  ASSERT_EQ(send(auditor_, finding(of_other.audit)), "");
  EXPECT_EQ(send(funder_, close), "") << "of another organisation, though it is the funder";
  const FindingRaise raised = finding(audit());
  ASSERT_EQ(send(auditor_, raised), "");
  EXPECT_EQ(endorse(second_funder_), "FINDING_OPEN");
  EXPECT_EQ(send(funder_, close), "FINDING_OPEN");
  rules_ = 2;
  EXPECT_EQ(send(funder_, close), "");
  rules_ = kRulesVersion;
  ASSERT_EQ(send(grantees_officer_, FindingRespond{raised.finding, true, day("2026-07-01"), paper_, kLater}), "");
  ASSERT_EQ(send(grantees_officer_, FindingCorrect{raised.finding, paper_, kLater}), "");
  EXPECT_EQ(send(funder_, close), "FINDING_OPEN") << "corrected is not closed";
  ASSERT_EQ(send(auditor_, FindingClose{raised.finding, paper_, kLater}), "");
  const FindingRaise critical = finding(audit(), Severity::kCritical);
  ASSERT_EQ(send(auditor_, critical), "");
  EXPECT_EQ(send(funder_, close), "FINDING_OPEN") << "critical is more than high";
  ASSERT_EQ(send(auditor_, FindingDismiss{critical.finding, DismissalReason::kExplained, paper_, kLater}), "");
  EXPECT_EQ(sendByTwo(funder_, second_funder_, close), "");
}

TEST_F(Accountability, WhoTookPartDoesNotAudit) {
  const SubjectId grant = paidGrant();
  const AuditOpen opened{id(), grantee_, grant, day("2026-01-01"), day("2026-06-30"), paper_, kEarlier};
  for (const PersonId& person : {funder_, payer_, grantees_officer_}) {
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, Role::kAuditor, {}, 0}), "");
    EXPECT_EQ(send(person, opened), "AUDITOR_INVOLVED");
  }
  EXPECT_EQ(send(auditor_, opened), "");
}

TEST_F(Accountability, AnAuditorHasNoPartInTheOrganisationNorInItsOffice) {
  AuditOpen opened{id(), organisation_, {}, day("2026-01-01"), day("2026-05-31"), paper_, kLater};
  const PersonId everywhere = newPerson(Role::kClerk);
  for (const PersonId& person : {clerk_, everywhere, coordinator_, attestor_}) {
    ASSERT_EQ(sendByTwo(authority_, second_authority_, RoleGrant{person, Role::kAuditor, {}, 0}), "");
    EXPECT_EQ(send(person, opened), "AUDITOR_INVOLVED");
  }
  rules_ = 2;
  EXPECT_EQ(send(coordinator_, opened), "") << "earlier versions minded officers and the grant alone";
  rules_ = kRulesVersion;
  EXPECT_EQ(send(coordinator_, finding(opened.audit)), "AUDITOR_INVOLVED");
  opened.audit = id(), opened.organisation = grantee_;
  EXPECT_EQ(send(coordinator_, opened), "") << "of another organisation she is none";
}

TEST_F(Accountability, ASampleIsDrawnOnceAndWithinItsPopulation) {
  const Position opened_at = next_;
  const SubjectId opened = audit();
  const auto sample = [&](std::uint32_t of, std::uint32_t quantity) {
    return SampleDraw{opened, "expenditures", of, quantity, kLater};
  };
  EXPECT_EQ(send(auditor_, sample(10, 11)), "BAD_SAMPLE");
  EXPECT_EQ(send(auditor_, sample(1'000'001, 5)), "BAD_SAMPLE");
  EXPECT_EQ(send(auditor_, sample(10, 0)), "COUNT_ZERO");
  seen_ = opened_at;
  EXPECT_EQ(send(auditor_, sample(10, 10)), "SAMPLE_UNSEALED") << "the tree of that size lacks the entry";
  seen_ = opened_at + 1;
  EXPECT_EQ(send(auditor_, sample(10, 10)), "");
  EXPECT_EQ(send(auditor_, sample(10, 5)), "SAMPLE_TAKEN");
}

TEST_F(Accountability, EarlierRulesDrewASampleFromTheEntryThatOpenedTheAudit) {
  rules_ = 2;
  const SubjectId opened = audit();
  seen_ = 1;
  EXPECT_EQ(send(auditor_, SampleDraw{opened, "expenditures", 10, 1, kLater}), "");
}

TEST_F(Accountability, AnAuditReportsWhenItsFindingsAreAnswered) {
  const SubjectId opened = audit();
  const FindingRaise raised = finding(opened);
  ASSERT_EQ(send(auditor_, raised), "");
  EXPECT_EQ(send(auditor_, AuditReport{opened, Opinion::kQualified, paper_, kLater}), "FINDING_OPEN");
  ASSERT_EQ(send(grantees_officer_, FindingRespond{raised.finding, false, 0, paper_, kLater}), "");
  EXPECT_EQ(send(auditor_, AuditReport{opened, Opinion::kQualified, paper_, kLater}), "");
  EXPECT_EQ(send(auditor_, finding(opened)), "WRONG_STATE");
}

TEST_F(Accountability, FiguresOfARoadMapSayWhereTheyComeFrom) {
  const SubjectId roadmap = id(), indicator = id();
  ASSERT_EQ(
      sendByTwo(authority_, second_authority_,
                RoadmapAdopt{roadmap, office_, "ACT-7", {"а", "б", "c"}, day("2026-01-01"), day("2030-12-31"), paper_}),
      "");
  ASSERT_EQ(send(clerk_,
                 IndicatorDefine{
                     indicator, roadmap, "volunteers", "people", {"а", "б", "c"}, FigureBasis::kReported, 200'000}),
            "");
  EXPECT_EQ(send(clerk_, TargetSet{indicator, 2026, 300'000}), "");
  EXPECT_EQ(send(clerk_, TargetSet{indicator, 2026, 310'000}), "TARGET_TAKEN");
  ActualReport actual{indicator, 2026, 290'000, FigureBasis::kDerived, "a report", kLater};
  EXPECT_EQ(send(clerk_, actual), "BASIS_DIFFERS");
  actual.basis = FigureBasis::kReported;
  EXPECT_EQ(send(clerk_, actual), "");
  const SubjectId measure = id();
  ASSERT_EQ(send(clerk_, MeasureDefine{measure, roadmap, organisation_, "1.2", {"а", "б", "c"}, day("2026-12-31")}),
            "");
  const auto programme_of = [&](const SubjectId& served) {
    return send(authority_, ProgrammeDefine{id(), office_, "umit", {"к", "о", "o"}, served});
  };
  EXPECT_EQ(programme_of(measure), "");
  EXPECT_EQ(programme_of(indicator), "UNKNOWN_SUBJECT") << "it is no measure";
  EXPECT_EQ(send(clerk_, MeasureComplete{measure, paper_, kLater}), "");
  EXPECT_EQ(send(clerk_, MeasureComplete{measure, paper_, kLater}), "WRONG_STATE");
  EXPECT_EQ(programme_of(measure), "WRONG_STATE");
}

TEST(Draw, IsTheSameForEverybodyAndAnotherForEverySeed) {
  const Digest seed = sha256(asBytes("seed"));
  const auto sample = drawSample(seed, 1'000, 20);
  EXPECT_EQ(sample, drawSample(seed, 1'000, 20));
  EXPECT_NE(sample, drawSample(sha256(asBytes("another")), 1'000, 20));
  auto sorted = sample;
  std::ranges::sort(sorted);
  EXPECT_EQ(std::ranges::adjacent_find(sorted), sorted.end());
  EXPECT_LT(sorted.back(), 1'000U);
  EXPECT_EQ(drawSample(seed, 3, 3).size(), 3U);
}

}  // namespace
}  // namespace ledger
