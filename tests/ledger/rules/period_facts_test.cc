// What of closed days needs a second person, beyond claims, attestations and spending.
#include "ledger/rules/period.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class PeriodFacts : public RulesWorld {
 protected:
  PeriodClose closing(const SubjectId& organisation, const char* from, const char* to) {
    return {id(), organisation, day(from), day(to), sha256(asBytes("report")), kWhen};
  }
  // 9 and 10 June.
  void close() { EXPECT_EQ(send(officer_, closing(organisation_, "2026-06-09", "2026-06-10")), ""); }
  bool proposed() const { return decision_.effect == Effect::kProposed; }
};

TEST_F(PeriodFacts, AResolutionThatChangesMinutesOfClosedDaysNeedsASecondPerson) {
  const SubjectId hours = attested(60), other = attested(60, "2026-06-11T10:00:00+05:00");
  close();
  for (const SubjectId& one : {hours, other})
    ASSERT_EQ(send(volunteer_, HoursDispute{one, HoursReason::kArithmetic, kWhen}), "");
  const auto resolution = [](const SubjectId& of) {
    return HoursResolve{of, DisputeOutcome::kCorrected, Minutes{59}, kWhen};
  };
  ASSERT_EQ(send(auditor_, resolution(other)), "");
  EXPECT_FALSE(proposed()) << "of an open day";
  ASSERT_EQ(send(auditor_, resolution(hours)), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(standing(hours), Minutes{60});
  EXPECT_EQ(endorse(clerk_), "ROLE_MISSING");
  EXPECT_EQ(endorse(attestor_), "SAME_PERSON") << "she attested them";
  EXPECT_EQ(endorse(second_attestor_), "");
  EXPECT_EQ(standing(hours), Minutes{59});
}

TEST_F(PeriodFacts, WorkAndGivingOfClosedDaysNeedASecondOfficer) {
  const PersonId second = newPerson(Role::kOfficer, organisation_);
  const SubjectId campaign = id();
  ASSERT_EQ(send(clerk_,
                 CampaignOpen{
                     campaign, office_, CampaignScale::kLocal, {"к", "о", "o"}, day("2026-06-01"), day("2026-06-30")}),
            "");
  const Instant closed_day = at("2026-06-10T23:59:59+05:00"), open_day = at("2026-06-11T00:00:00+05:00");
  close();
  const auto bodies = [&](const Instant& when) {
    const SubjectId pledged = id();
    EXPECT_EQ(send(officer_, DonationPledge{pledged,
                                            organisation_,
                                            {},
                                            DonorKind::kPerson,
                                            tenge(100),
                                            {},
                                            day("2026-06-30"),
                                            at("2026-06-02T10:00:00+05:00")}),
              "");
    const auto hash = [&] { return sha256(id().view()); };
    return std::vector<CommandBody>{
        OutputRecord{id(), project_, "garments", 5, {}, when},
        TrainingHold{id(), organisation_, TrainingKind::kCourse, "first-aid", Minutes{60}, 5, when},
        DeedRecord{id(), campaign, organisation_, "trees", 5, 5, {}, when},
        DonationRecord{id(), organisation_, {}, DonorKind::kAnonymous, tenge(100), {}, "P-1", hash(), when},
        DonationReceive{pledged, "P-2", hash(), tenge(100), when},
        GiftReceive{id(),
                    organisation_,
                    {},
                    DonorKind::kPerson,
                    "coats",
                    3,
                    tenge(100),
                    ValuationMethod::kMarketPrice,
                    hash(),
                    when}};
  };
  for (const CommandBody& body : bodies(open_day)) {
    ASSERT_EQ(send(officer_, body), "");
    EXPECT_FALSE(proposed()) << traitsOf(body.kind()).command;
  }
  for (const CommandBody& body : bodies(closed_day)) {
    ASSERT_EQ(send(officer_, body), "");
    EXPECT_TRUE(proposed()) << traitsOf(body.kind()).command;
    EXPECT_EQ(endorse(grantees_officer_), "ROLE_MISSING");
    EXPECT_EQ(endorse(second), "");
  }
  rules_ = 2;
  ASSERT_EQ(send(officer_, bodies(closed_day).front()), "");
  EXPECT_FALSE(proposed());
}

TEST_F(PeriodFacts, WhatADonationBecomesOnClosedDaysNeedsASecondOfficer) {
  const PersonId second = newPerson(Role::kOfficer, organisation_);
  const Instant before = at("2026-06-02T10:00:00+05:00");
  const auto donated = [&] {
    const DonationRecord made{id(),  organisation_,       {},    DonorKind::kAnonymous, tenge(100), {},
                              "P-1", sha256(id().view()), before};
    EXPECT_EQ(send(officer_, made), "");
    return made.donation;
  };
  const auto bodies = [&](const Instant& when) {
    return std::vector<CommandBody>{DonationAllocate{id(), project_, donated(), tenge(40), when},
                                    DonationReturn{donated(), "P-2", when}};
  };
  close();
  for (const CommandBody& body : bodies(at("2026-06-11T00:00:00+05:00"))) {
    ASSERT_EQ(send(officer_, body), "");
    EXPECT_FALSE(proposed()) << traitsOf(body.kind()).command;
  }
  for (const CommandBody& body : bodies(at("2026-06-10T23:59:59+05:00"))) {
    ASSERT_EQ(send(officer_, body), "");
    EXPECT_TRUE(proposed()) << traitsOf(body.kind()).command;
    EXPECT_EQ(endorse(grantees_officer_), "ROLE_MISSING");
    EXPECT_EQ(endorse(second), "");
  }
  rules_ = 2;
  ASSERT_EQ(send(officer_, bodies(at("2026-06-10T23:59:59+05:00")).front()), "");
  EXPECT_FALSE(proposed());
}

TEST_F(PeriodFacts, DisallowingAndReceivingOnClosedDaysOfTheGranteeNeedASecondPersonOfTheFunder) {
  const SubjectId grant = paidGrant();
  const PersonId second_verifier = newPerson(Role::kVerifier, fund_), second_payer = newPerson(Role::kPayer, fund_);
  const PersonId funds_officer = newPerson(Role::kOfficer, fund_);
  const Instant closed_day = at("2026-06-10T23:59:59+05:00"), open_day = at("2026-06-11T00:00:00+05:00");
  const auto refunded = [&] {
    const RefundSend sent{grant, id(), tenge(10), "R", at("2026-06-05T12:00:00+05:00")};
    EXPECT_EQ(send(grantees_officer_, sent), "");
    return sent.refund;
  };
  const auto disallowed = [&](const Instant& when) {
    const ExpenditureRecord spent = expenditure(grant, 1'000);
    EXPECT_EQ(send(grantees_officer_, spent), "");
    return ExpenditureDisallow{grant, spent.expenditure, tenge(100), ExpenditureReason::kProhibitedCost, when};
  };
  const ExpenditureDisallow open_cost = disallowed(open_day), closed_cost = disallowed(closed_day);
  const RefundReceive open_refund{grant, refunded(), tenge(10), open_day};
  const RefundReceive closed_refund{grant, refunded(), tenge(10), closed_day};
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-10", "2026-06-10")), "");
  ASSERT_EQ(send(funds_officer, closing(fund_, "2026-06-11", "2026-06-11")), "");
  ASSERT_EQ(send(verifier_, open_cost), "");
  EXPECT_FALSE(proposed()) << "closed by the funder alone";
  ASSERT_EQ(send(payer_, open_refund), "");
  EXPECT_FALSE(proposed());
  ASSERT_EQ(send(verifier_, closed_cost), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(grantees_officer_), "ROLE_MISSING");
  EXPECT_EQ(endorse(second_verifier), "");
  ASSERT_EQ(send(payer_, closed_refund), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(verifier_), "ROLE_MISSING");
  EXPECT_EQ(endorse(second_payer), "");
  EXPECT_EQ(state_.grants.find(grant)->verifiers.size(), 2U) << "both checked";
}

TEST_F(PeriodFacts, ACountOfAClosedShiftNeedsASecondAttestor) {
  const SubjectId of_closed = id(), of_open = id(), imported = id();
  const auto opened = [&](const SubjectId& shift, const char* starts, const char* ends) {
    EXPECT_EQ(send(coordinator_, ShiftOpen{shift, activity_, "helper", at(starts), at(ends), 0, 5}), "");
  };
  opened(of_closed, "2026-06-10T23:00:00+05:00", "2026-06-11T01:00:00+05:00");
  opened(of_open, "2026-06-11T00:00:00+05:00", "2026-06-11T01:00:00+05:00");
  opened(imported, "2026-06-10T10:00:00+05:00", "2026-06-10T11:00:00+05:00");
  const auto count = [](const SubjectId& shift) {
    return AttendanceSummarise{shift, AttendanceState::kCompleted, 2, Minutes{60}};
  };
  const SubjectId batch = id();
  ASSERT_EQ(import({count(imported)}, batch), "");
  close();
  ASSERT_EQ(send(coordinator_, count(of_open)), "");
  EXPECT_FALSE(proposed());
  EXPECT_EQ(import({count(of_closed)}), "PERIOD_CLOSED");
  ASSERT_EQ(send(coordinator_, count(of_closed)), "");
  EXPECT_TRUE(proposed());
  EXPECT_EQ(endorse(officer_), "ROLE_MISSING");
  EXPECT_EQ(endorse(attestor_), "");
  EXPECT_EQ(send(importer_, ImportVoid{batch, kWhen}, Assurance::kImported), "PERIOD_CLOSED");
}

TEST_F(PeriodFacts, PaymentsOfClosedDaysOfEitherSideNeedASecondPayer) {
  const SubjectId grant = agreedGrant();
  ASSERT_EQ(sendByTwo(funder_, second_funder_, TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")}), "");
  const PersonId funds_officer = newPerson(Role::kOfficer, fund_), second = newPerson(Role::kPayer, fund_);
  ASSERT_EQ(send(funds_officer, closing(fund_, "2026-06-05", "2026-06-05")), "");
  ASSERT_EQ(send(grantees_officer_, closing(grantee_, "2026-06-06", "2026-06-06")), "");
  const auto payment = [&](const char* when) { return TrancheDisburse{grant, id(), 1, tenge(100), "PAY-1", at(when)}; };
  const TrancheDisburse first = payment("2026-06-04T23:59:59+05:00");
  for (const TrancheDisburse& one : {first, payment("2026-06-07T00:00:00+05:00")}) {
    ASSERT_EQ(send(payer_, one), "");
    EXPECT_FALSE(proposed());
  }
  for (const char* when : {"2026-06-05T00:00:00+05:00", "2026-06-06T23:59:59+05:00"}) {
    ASSERT_EQ(send(payer_, payment(when)), "");
    EXPECT_TRUE(proposed());
    EXPECT_EQ(endorse(funder_), "ROLE_MISSING");
    EXPECT_EQ(endorse(second), "");
    ASSERT_EQ(send(payer_, DisbursementReverse{grant, first.disbursement, tenge(10), "PAY-2", at(when)}), "");
    EXPECT_TRUE(proposed());
    EXPECT_EQ(endorse(second), "");
  }
  ASSERT_EQ(
      send(payer_, DisbursementReverse{grant, first.disbursement, tenge(10), "PAY-3", at("2026-06-07T10:00:00+05:00")}),
      "");
  EXPECT_FALSE(proposed());
}

TEST_F(PeriodFacts, AnImportedPaymentOfClosedDaysIsRefusedAndKeepsItsBatch) {
  const auto bought = [&](const SubjectId& grant, const char* paid) {
    const std::string number = "IM-" + std::to_string(++numbers_);
    return std::vector<CommandBody>{
        GrantAward{grant, number, "Sample", fund_, grantee_, programme_, "KZ-75", tenge(100'000), GrantClass::kSmall,
                   FundSource::kState, at("2026-05-01T10:00:00+05:00")},
        AgreementSign{grant,
                      number,
                      {{"materials", CostType::kMaterials, 100'000}},
                      {{1, 60'000, day("2026-06-01")}},
                      day("2026-06-01"),
                      day("2026-06-30"),
                      at("2026-05-02T10:00:00+05:00")},
        TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")},
        TrancheDisburse{grant, id(), 1, tenge(100), "PAY-1", at(paid)}};
  };
  const PersonId funds_officer = newPerson(Role::kOfficer, fund_);
  const SubjectId batch = id();
  ASSERT_EQ(import(bought(id(), "2026-06-05T10:00:00+05:00"), batch), "");
  ASSERT_EQ(send(funds_officer, closing(fund_, "2026-06-05", "2026-06-05")), "");
  EXPECT_EQ(import(bought(id(), "2026-06-05T10:00:00+05:00")), "PERIOD_CLOSED");
  EXPECT_EQ(import(bought(id(), "2026-06-06T00:00:00+05:00")), "");
  EXPECT_EQ(send(importer_, ImportVoid{batch, kWhen}, Assurance::kImported), "PERIOD_CLOSED");
}

}  // namespace
}  // namespace ledger
