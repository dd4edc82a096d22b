#include "tests/reference/grant_model.h"

namespace reference {

using namespace ledger;  // the commands

namespace {

// Judges the commands about one grant; members are what all of them ask.
class Judge {
 public:
  Judge(const World& world, const Asking& asking, Verdict& verdict)
      : world_(world), asking_(asking), verdict_(verdict) {}

  void judge(const GrantAward& award);
  void judge(const AgreementSign& agreement);
  void judge(const TrancheApprove& approval);
  void judge(const TrancheDisburse& payment);
  void judge(const DisbursementConfirm& confirmation);
  void judge(const DisbursementReverse& reversal);
  void judge(const ExpenditureRecord& cost);
  void judge(const ExpenditureVerify& check);
  void judge(const ExpenditureQuery& query);
  void judge(const ExpenditureDisallow& refusal);
  void judge(const ExpenditureReverse& reversal);
  void judge(const InterestRecord& interest);
  void judge(const RefundSend& refund);
  void judge(const RefundReceive& receipt);
  void judge(const GrantClose& close);

 private:
  void refuseIf(bool broken, const char* name) { verdict_.refuseIf(broken, name); }
  bool has(const PersonId& person, Role role, const SubjectId& scope) const {
    return holds(world_, person, role, scope, asking_.recorded_at);
  }
  bool isGranteesOfficer(const PersonId& person) const { return has(person, Role::kOfficer, grant_->award->grantee); }

  // The grant that a command is about, in state agreed; false where there is none.
  template <class About>
  bool find(const About& about) {
    refuseIf(isFuture(about.occurred_at.utc_ms, asking_), "IN_FUTURE");
    grant_ = grantOf(world_, about.grant);
    refuseIf(!grant_, "UNKNOWN_SUBJECT");
    return grant_.has_value();
  }
  template <class About>
  bool findAgreed(const About& about) {
    if (!find(about)) return false;
    refuseIf(grant_->agreement == nullptr, "NO_AGREEMENT");
    refuseIf(grant_->closed, "GRANT_CLOSED");
    return true;
  }

  void byFunder(Role role) {
    refuseIf(!has(asking_.person, role, grant_->award->funder), "ROLE_MISSING");
    separate(asking_.person);
  }
  void byGrantee() { refuseIf(!has(asking_.person, Role::kOfficer, grant_->award->grantee), "ROLE_MISSING"); }
  void byTwoFunders() {
    byFunder(Role::kFunder);
    verdict_.needs_second = true;
    if (!asking_.endorser) return;
    refuseIf(!has(*asking_.endorser, Role::kFunder, grant_->award->funder), "ROLE_MISSING");
    separate(*asking_.endorser);
  }
  // Who speaks for the grantee does nothing on the funder's side.
  void separate(const PersonId& person) {
    refuseIf(world_.rules >= 3 && isGranteesOfficer(person), "CONFLICT_OF_INTEREST");
  }
  void money(const Money& amount) {
    refuseIf(amount.minor <= 0, "AMOUNT_NOT_POSITIVE");
    refuseIf(amount.currency != grant_->award->amount.currency, "CURRENCY_MISMATCH");
  }
  void notBefore(const Instant& at, UtcMs original) { refuseIf(at.utc_ms < original, "BEFORE_ORIGINAL"); }
  void onHand(const Instant& at, std::int64_t change) {
    refuseIf(isMissing(world_, *grant_, {at.utc_ms, asking_.index, change}), "NOT_ENOUGH_MONEY");
  }
  void tenfold(std::int64_t sum) { refuseIf(sum > 10 * grant_->award->amount.minor, "MONEY_OVERFLOW"); }
  void newDocument(const Digest& document);
  void payer() {
    byFunder(Role::kPayer);
    refuseIf(grant_->approvers.contains(asking_.person), "PAYER_APPROVED");
    refuseIf(grant_->checkers.contains(asking_.person), "VERIFIER_PAID");
  }
  void comesIn(const Instant& at);
  const Cost* checker(const SubjectId& expenditure, const Instant& at);

  const World& world_;
  const Asking& asking_;
  Verdict& verdict_;
  std::optional<Grant> grant_;
};

void Judge::newDocument(const Digest& document) {
  bool taken = false;
  each<ExpenditureRecord>(world_, [&](const Fact&, const auto& one) { taken |= one.document_hash == document; });
  each<ExpenditureReverse>(world_, [&](const Fact&, const auto& one) { taken |= one.document_hash == document; });
  each<InterestRecord>(world_, [&](const Fact&, const auto& one) { taken |= one.document_hash == document; });
  refuseIf(taken, "DOCUMENT_TAKEN");
}

void Judge::judge(const GrantAward& award) {
  verdict_.needs_second = true;
  refuseIf(isFuture(award.occurred_at.utc_ms, asking_), "IN_FUTURE");
  refuseIf(isTaken(world_, award.grant), "ID_TAKEN");
  refuseIf(!world_.scene.organisations.contains(award.funder) || !world_.scene.organisations.contains(award.grantee) ||
               !world_.scene.programmes.contains(award.programme),
           "UNKNOWN_SUBJECT");
  refuseIf(award.amount.minor <= 0, "AMOUNT_NOT_POSITIVE");
  refuseIf(award.funder == award.grantee, "SAME_ORGANISATION");
  std::int64_t awarded = award.amount.minor;
  each<GrantAward>(world_, [&](const Fact&, const GrantAward& other) {
    refuseIf(other.number == award.number, "NUMBER_TAKEN");
    if (other.amount.currency == award.amount.currency) awarded += other.amount.minor;
  });
  refuseIf(awarded > 100'000'000'000'000'000, "MONEY_OVERFLOW");
  for (const auto& person : {std::optional(asking_.person), asking_.endorser}) {
    if (!person) continue;
    refuseIf(!has(*person, Role::kFunder, award.funder), "ROLE_MISSING");
    refuseIf(has(*person, Role::kOfficer, award.grantee), "CONFLICT_OF_INTEREST");
  }
}

void Judge::judge(const AgreementSign& agreement) {
  verdict_.needs_second = true;
  if (!find(agreement)) return;
  refuseIf(grant_->agreement != nullptr, "WRONG_STATE");
  byFunder(Role::kFunder);
  refuseIf(asking_.endorser && !isGranteesOfficer(*asking_.endorser), "ROLE_MISSING");
  notBefore(agreement.occurred_at, grant_->award->occurred_at.utc_ms);
  refuseIf(agreement.eligible_from > agreement.eligible_to, "BAD_PERIOD");
  std::int64_t lines = 0;
  for (const BudgetLine& line : agreement.lines) {
    refuseIf(line.amount <= 0, "AMOUNT_NOT_POSITIVE");
    lines += line.amount;
  }
  refuseIf(lines > grant_->award->amount.minor, "LINES_OVER_AWARD");
  std::int64_t tranches = 0;
  for (const Tranche& tranche : agreement.tranches) {
    refuseIf(tranche.amount <= 0, "AMOUNT_NOT_POSITIVE");
    tranches += tranche.amount;
  }
  refuseIf(tranches > grant_->award->amount.minor, "TRANCHES_OVER_AWARD");
}

void Judge::judge(const TrancheApprove& approval) {
  verdict_.needs_second = true;
  if (!findAgreed(approval)) return;
  byTwoFunders();
  refuseIf(grant_->tranche(approval.tranche) == nullptr, "UNKNOWN_SUBJECT");
  refuseIf(grant_->approved.contains(approval.tranche), "WRONG_STATE");
  // These histories record no appropriation.
  refuseIf(world_.rules >= 3 && grant_->award->grant_class == GrantClass::kLong, "NOT_APPROPRIATED");
  for (const auto& [number, at] : grant_->approved) {
    const bool awaits = grant_->paidOf(number) < grant_->tranche(number)->amount;
    refuseIf(number != approval.tranche && awaits, "TRANCHE_OPEN");
  }
  if (grant_->agreement != nullptr) notBefore(approval.occurred_at, grant_->agreement->occurred_at.utc_ms);
  for (const auto& person : {std::optional(asking_.person), asking_.endorser}) {
    const bool paid = person && grant_->payers.contains(*person);
    refuseIf(paid && !world_.isTold(Fault::kPayerMayApprove), "PAYER_APPROVED");
  }
}

void Judge::judge(const TrancheDisburse& payment) {
  refuseIf(isTaken(world_, payment.disbursement), "ID_TAKEN");
  if (!findAgreed(payment)) return;
  payer();
  money(payment.amount);
  const Tranche* tranche = grant_->tranche(payment.tranche);
  refuseIf(tranche == nullptr, "UNKNOWN_SUBJECT");
  const auto approved = grant_->approved.find(payment.tranche);
  refuseIf(approved == grant_->approved.end(), "WRONG_STATE");
  if (approved != grant_->approved.end()) notBefore(payment.occurred_at, approved->second);
  if (tranche != nullptr) {
    refuseIf(grant_->paidOf(payment.tranche) + payment.amount.minor > tranche->amount, "OVER_TRANCHE");
  }
  tenfold(grant_->paid + payment.amount.minor);
}

void Judge::judge(const DisbursementConfirm& confirmation) {
  if (!findAgreed(confirmation)) return;
  byGrantee();
  const Payment* payment = grant_->payment(confirmation.disbursement);
  refuseIf(payment == nullptr, "UNKNOWN_SUBJECT");
  if (payment == nullptr) return;
  refuseIf(payment->confirmed, "WRONG_STATE");
  notBefore(confirmation.occurred_at, payment->command->occurred_at.utc_ms);
}

void Judge::judge(const DisbursementReverse& reversal) {
  if (!findAgreed(reversal)) return;
  payer();
  money(reversal.amount);
  const Payment* payment = grant_->payment(reversal.disbursement);
  refuseIf(payment == nullptr, "UNKNOWN_SUBJECT");
  if (payment == nullptr) return;
  refuseIf(reversal.amount.minor > payment->left, "OVER_ORIGINAL");
  notBefore(reversal.occurred_at, payment->command->occurred_at.utc_ms);
  onHand(reversal.occurred_at, -reversal.amount.minor);
}

void Judge::judge(const ExpenditureRecord& cost) {
  refuseIf(isTaken(world_, cost.expenditure), "ID_TAKEN");
  newDocument(cost.document_hash);
  each<ExpenditureRecord>(world_, [&](const Fact&, const ExpenditureRecord& other) {
    refuseIf(
        other.vendor == cost.vendor && other.document_number == cost.document_number && other.amount == cost.amount,
        "INVOICE_TAKEN");
  });
  if (!findAgreed(cost)) return;
  byGrantee();
  money(cost.amount);
  const BudgetLine* line = grant_->line(cost.line);
  refuseIf(line == nullptr, "LINE_UNKNOWN");
  if (line != nullptr) {
    const bool over = grant_->spentOn(cost.line) + cost.amount.minor > line->amount;
    refuseIf(over && !world_.isTold(Fault::kLineUnbounded), "LINE_OVER_BUDGET");
    // No grant of these histories has a sub-award whose payment could be named.
    const bool regrants = line->cost_type == CostType::kRegrant || !cost.disbursement.isNone();
    refuseIf(world_.rules >= 3 && regrants, "REGRANT_MISMATCH");
    const bool unknown = !cost.disbursement.isNone() && !isTaken(world_, cost.disbursement);
    refuseIf(world_.rules >= 3 && unknown, "UNKNOWN_SUBJECT");
  }
  if (grant_->agreement != nullptr) {
    for (const CivilDay day : {cost.document_date, cost.occurred_at.civilDay()}) {
      refuseIf(day < grant_->agreement->eligible_from || day > grant_->agreement->eligible_to, "OUTSIDE_PERIOD");
    }
  }
  onHand(cost.occurred_at, -cost.amount.minor);
}

// Who verifies, queries or disallows; none where there is no such expenditure.
const Cost* Judge::checker(const SubjectId& expenditure, const Instant& at) {
  byFunder(Role::kVerifier);
  refuseIf(grant_->payers.contains(asking_.person), "VERIFIER_PAID");
  const Cost* cost = grant_->cost(expenditure);
  refuseIf(cost == nullptr, "UNKNOWN_SUBJECT");
  if (cost == nullptr) return cost;
  refuseIf(cost->fact->signer == asking_.person, "SAME_PERSON");
  notBefore(at, cost->command->occurred_at.utc_ms);
  return cost;
}

void Judge::judge(const ExpenditureVerify& check) {
  if (!findAgreed(check)) return;
  const Cost* cost = checker(check.expenditure, check.occurred_at);
  const bool waits = cost != nullptr && (cost->stage == CostStage::kRecorded || cost->stage == CostStage::kQueried);
  refuseIf(cost != nullptr && !waits, "WRONG_STATE");
}

void Judge::judge(const ExpenditureQuery& query) {
  refuseIf(query.reason == ExpenditureReason::kNone, "REASON_MISSING");
  if (!findAgreed(query)) return;
  const Cost* cost = checker(query.expenditure, query.occurred_at);
  refuseIf(cost != nullptr && cost->stage != CostStage::kRecorded, "WRONG_STATE");
}

void Judge::judge(const ExpenditureDisallow& refusal) {
  if (!findAgreed(refusal)) return;
  money(refusal.amount);
  refuseIf(refusal.reason == ExpenditureReason::kNone, "REASON_MISSING");
  const Cost* cost = checker(refusal.expenditure, refusal.occurred_at);
  if (cost == nullptr) return;
  refuseIf(refusal.amount.minor > cost->standing, "OVER_ORIGINAL");
  onHand(refusal.occurred_at, refusal.amount.minor);
}

// Money from elsewhere, interest or a vendor's.
void Judge::comesIn(const Instant& at) {
  std::int64_t disbursed = 0;
  std::optional<UtcMs> first;
  for (const Payment& one : grant_->payments) {
    disbursed += one.left;
    first = std::min(first.value_or(one.command->occurred_at.utc_ms), one.command->occurred_at.utc_ms);
  }
  refuseIf(disbursed <= 0 || !first || at.utc_ms < *first, "NOTHING_DISBURSED");
}

void Judge::judge(const ExpenditureReverse& reversal) {
  refuseIf(isTaken(world_, reversal.reversal), "ID_TAKEN");
  newDocument(reversal.document_hash);
  if (!findAgreed(reversal)) return;
  byGrantee();
  money(reversal.amount);
  if (reversal.original.isNone()) {
    refuseIf(reversal.reason == ExpenditureReason::kNone, "REASON_MISSING");
    comesIn(reversal.occurred_at);
    tenfold(grant_->vendor_refunds + reversal.amount.minor);
    return;
  }
  const Cost* cost = grant_->cost(reversal.original);
  refuseIf(cost == nullptr, "UNKNOWN_SUBJECT");
  if (cost == nullptr) return;
  refuseIf(reversal.amount.minor > cost->standing, "OVER_ORIGINAL");
  notBefore(reversal.occurred_at, cost->command->occurred_at.utc_ms);
}

void Judge::judge(const InterestRecord& interest) {
  newDocument(interest.document_hash);
  if (!findAgreed(interest)) return;
  byGrantee();
  money(interest.amount);
  comesIn(interest.occurred_at);
  tenfold(grant_->interest + interest.amount.minor);
}

void Judge::judge(const RefundSend& refund) {
  refuseIf(isTaken(world_, refund.refund), "ID_TAKEN");
  if (!findAgreed(refund)) return;
  byGrantee();
  money(refund.amount);
  onHand(refund.occurred_at, -refund.amount.minor);
}

void Judge::judge(const RefundReceive& receipt) {
  if (!findAgreed(receipt)) return;
  payer();
  money(receipt.amount);
  const Refund* refund = grant_->refund(receipt.refund);
  refuseIf(refund == nullptr, "UNKNOWN_SUBJECT");
  if (refund == nullptr) return;
  refuseIf(refund->received, "WRONG_STATE");
  refuseIf(receipt.amount.minor != refund->command->amount.minor, "AMOUNT_DIFFERS");
  notBefore(receipt.occurred_at, refund->command->occurred_at.utc_ms);
}

void Judge::judge(const GrantClose& close) {
  verdict_.needs_second = true;
  if (!findAgreed(close)) return;
  byTwoFunders();
  refuseIf(figuresOf(*grant_).on_hand != 0, "MONEY_ON_HAND");
  for (const Refund& refund : grant_->refunds) refuseIf(!refund.received, "REFUND_UNCONFIRMED");
  for (const Cost& cost : grant_->costs) refuseIf(cost.stage == CostStage::kQueried, "EXPENDITURE_QUERIED");
}

template <class... Bodies>
bool judgeOne(Judge& judge, const CommandBody& body) {
  const auto one = [&]<class Body>(const Body* command) {
    if (command == nullptr) return false;
    judge.judge(*command);
    return true;
  };
  return (one(body.as<Bodies>()) || ...);
}

}  // namespace

bool judgeGrants(const World& world, const CommandBody& body, const Asking& asking, Verdict& verdict) {
  Judge judge(world, asking, verdict);
  return judgeOne<GrantAward, AgreementSign, TrancheApprove, TrancheDisburse, DisbursementConfirm, DisbursementReverse,
                  ExpenditureRecord, ExpenditureVerify, ExpenditureQuery, ExpenditureDisallow, ExpenditureReverse,
                  InterestRecord, RefundSend, RefundReceive, GrantClose>(judge, body);
}

}  // namespace reference
