#include "tests/ledger/rules/funding_world.h"

#include "ledger/rules/grant_money.h"

namespace ledger {

FundingWorld::FundingWorld() {
  sub_funder_ = newPerson(Role::kFunder, grantee_);
  second_sub_funder_ = newPerson(Role::kFunder, grantee_);
  sub_payer_ = newPerson(Role::kPayer, grantee_);
}

GrantAward FundingWorld::awardOf(GrantClass grant_class) {
  return {id(),
          "G-" + std::to_string(++numbers_),
          "Sample",
          fund_,
          grantee_,
          programme_,
          "KZ-75",
          tenge(100'000),
          grant_class,
          FundSource::kState,
          at("2025-05-01T10:00:00+05:00"),
          {},
          {},
          {}};
}

AgreementSign FundingWorld::agreementOf(const SubjectId& grant, const char* when) {
  return {grant,
          "A-" + std::to_string(++numbers_),
          {{"materials", CostType::kMaterials, 40'000},
           {"transport", CostType::kTransport, 30'000},
           {"administration", CostType::kAdministration, 10'000},
           {"regrants", CostType::kRegrant, 20'000}},
          {{1, 60'000, day("2026-06-01")}, {2, 40'000, day("2026-07-01")}},
          day("2026-06-01"),
          day("2026-06-30"),
          at(when)};
}

SubjectId FundingWorld::agreed(GrantClass grant_class, const char* when) {
  const GrantAward award = awardOf(grant_class);
  EXPECT_EQ(byFunders(award), "");
  EXPECT_EQ(sendByTwo(funder_, grantees_officer_, agreementOf(award.grant, when)), "");
  return award.grant;
}

SubjectId FundingWorld::paid(GrantClass grant_class) {
  const SubjectId grant = agreed(grant_class);
  EXPECT_EQ(byFunders(TrancheApprove{grant, 1, at("2026-05-20T10:00:00+05:00")}), "");
  EXPECT_EQ(send(payer_, TrancheDisburse{grant, id(), 1, tenge(60'000), "PAY-1", at("2026-06-01T10:00:00+05:00")}), "");
  return grant;
}

void FundingWorld::close(const SubjectId& grant) {
  EXPECT_EQ(byFunders(GrantClose{grant, when_}), "");
}

SubjectId FundingWorld::closed() {
  const SubjectId grant = paid();
  EXPECT_EQ(send(grantees_officer_, spent(grant, 40'000)), "");
  EXPECT_EQ(send(grantees_officer_, spent(grant, 20'000, "transport")), "");
  close(grant);
  return grant;
}

AgreementAmend FundingWorld::amendment(const SubjectId& grant) {
  const AgreementSign signed_before = agreementOf(grant);
  return {
      grant, signed_before.number, signed_before.lines, signed_before.tranches, signed_before.eligible_to, document_,
      when_};
}

ExpenditureRecord FundingWorld::spent(const SubjectId& grant, std::int64_t minor, const char* line) {
  ExpenditureRecord made = expenditure(grant, minor);
  made.line = line;
  return made;
}

void FundingWorld::publish(PolicyPublish policy) {
  policy.policy = id();
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "Sample";
  if (policy.valid_from == 0) policy.valid_from = day("2026-01-01");
  EXPECT_EQ(sendByTwo(authority_, second_authority_, policy), "");
}

SubjectId FundingWorld::findingOf(const SubjectId& grant) {
  const SubjectId audit = id(), finding = id();
  EXPECT_EQ(send(auditor_, AuditOpen{audit, grantee_, grant, day("2026-06-01"), day("2026-06-30"), document_, when_}),
            "");
  EXPECT_EQ(send(auditor_, FindingRaise{finding, audit, "E-1", Severity::kLow, {}, document_, when_}), "");
  return finding;
}

GrantAward FundingWorld::subAwardOf(const SubjectId& parent, std::int64_t minor) {
  GrantAward award = awardOf(GrantClass::kSmall);
  award.funder = grantee_;
  award.grantee = organisation_;
  award.amount = tenge(minor);
  award.parent = parent;
  award.parent_line = "regrants";
  return award;
}

SubjectId FundingWorld::subAward(const SubjectId& parent, std::int64_t minor) {
  const GrantAward award = subAwardOf(parent, minor);
  EXPECT_EQ(bySubFunders(award), "");
  AgreementSign agreement = agreementOf(award.grant);
  agreement.lines = {{"materials", CostType::kMaterials, minor}};
  agreement.tranches = {{1, minor, day("2026-06-02")}};
  EXPECT_EQ(sendByTwo(sub_funder_, officer_, agreement), "");
  return award.grant;
}

SubjectId FundingWorld::paySubAward(const SubjectId& sub_award, std::int64_t minor) {
  const SubjectId disbursement = id();
  const Instant then = at("2026-06-02T10:00:00+05:00");
  EXPECT_EQ(bySubFunders(TrancheApprove{sub_award, 1, then}), "");
  EXPECT_EQ(send(sub_payer_, TrancheDisburse{sub_award, disbursement, 1, tenge(minor), "P", then}), "");
  return disbursement;
}

ExpenditureRecord FundingWorld::payingFor(const SubjectId& parent, const SubjectId& disbursement, std::int64_t minor) {
  ExpenditureRecord made = spent(parent, minor, "regrants");
  made.disbursement = disbursement;
  return made;
}

std::int64_t FundingWorld::held(const SubjectId& grant) {
  return onHand(state_.grants.find(grant)->sums);
}

}  // namespace ledger
