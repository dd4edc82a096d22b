#include "ledger/rules/spending.h"

#include <algorithm>

#include "ledger/rules/acting.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/public_text.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/regrant.h"
#include "ledger/rules/separation.h"

namespace ledger {
namespace {

std::string invoiceOf(const ExpenditureRecord& command) {
  return command.vendor + '\n' + command.document_number;
}

Error wrongState(const ExpenditureRecordHeld& expenditure, const char* wish) {
  static constexpr const char* kNames[] = {"recorded", "verified", "queried", "disallowed", "voided"};
  return refuse("WRONG_STATE", std::string("the expenditure is ") +
                                   kNames[static_cast<std::size_t>(expenditure.state)] + " and cannot be " + wish);
}

Result<void> checkVerifier(const GrantRecord& grant, const ExpenditureRecordHeld& expenditure, const Context& context) {
  if (isAnyActing(context, grant.payers)) {
    return refuse("VERIFIER_PAID",
                  "person " + context.person.text() + " paid a disbursement of this grant: another person verifies");
  }
  if (isActing(context, expenditure.recorder) || isAnyActing(context, expenditure.correctors))
    return refuse("SAME_PERSON", "who recorded or corrected the expenditure does not check it");
  return {};
}

// Grant, expenditure and time are in order for a check of the expenditure.
struct Checked {
  const GrantRecord* grant;
  const ExpenditureRecordHeld* expenditure;
};
Result<Checked> checkable(const State& state, const SubjectId& grant_id, const SubjectId& expenditure_id,
                          const Instant& at, const Context& context) {
  const auto grant = activeGrant(state, grant_id);
  if (!grant) return grant.error();
  const auto expenditure = expenditureOf(state, grant_id, expenditure_id);
  if (!expenditure) return expenditure.error();
  ASAR_TRY(checkVerifier(**grant, **expenditure, context));
  ASAR_TRY(checkMayVerify(state, grant_id, context));
  ASAR_TRY(checkNotBefore(at, (*expenditure)->at.utc_ms));
  ASAR_TRY(checkNotFuture(at, context));
  return Checked{*grant, *expenditure};
}

void noteImport(State& state, const Context& context, ImportedMoney money) {
  if (!context.imported()) return;
  money.index = context.index;
  state.batches.edit(context.batch).money.push_back(money);
}

// Money that comes back or grows was paid before.
Result<void> checkPaidBefore(const GrantRecord& grant, const Instant& at) {
  const bool paid = grant.first_paid_at && *grant.first_paid_at <= at.utc_ms;
  if (paid && grant.sums.disbursed > grant.sums.reversed) return {};
  return refuse("NOTHING_DISBURSED", "nothing of the grant was paid out by " + at.text() +
                                         ": no vendor can pay it back and no bank give interest on it");
}

void lowerSpent(GrantRecord& grant, ExpenditureRecordHeld& expenditure, std::int64_t amount) {
  expenditure.standing -= amount;
  grant.lines[expenditure.line].spent -= amount;
  grant.sums.spent -= amount;
  if (!expenditure.disbursement.isNone()) grant.passed_on -= amount;
  if (expenditure.state == ExpenditureState::kVerified) grant.verified -= amount;
}

}  // namespace

std::string invoiceKey(const std::string& invoice, const Money& amount) {
  return invoice + '\n' + amount.text();
}

Result<const ExpenditureRecordHeld*> expenditureOf(const State& state, const SubjectId& grant, const SubjectId& id) {
  const auto* expenditure = state.expenditures.find(id);
  if (expenditure == nullptr || expenditure->grant != grant)
    return refuse("UNKNOWN_SUBJECT", "the grant has no expenditure " + id.text());
  if (expenditure->state == ExpenditureState::kVoided) return wrongState(*expenditure, "changed any more");
  return expenditure;
}

Result<Decision> judge(const State& state, const ExpenditureRecord& command, const Context& context) {
  const auto active = activeGrant(state, command.grant);
  if (!active) return active.error();
  const GrantRecord& grant = **active;
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkPublicNumber("vendor", command.vendor, context));
  ASAR_TRY(checkAmount(grant, command.amount));
  const auto line = std::ranges::find(grant.lines, command.line, &LineRecord::line);
  if (line == grant.lines.end()) return refuse("LINE_UNKNOWN", "the agreement has no budget line " + command.line);
  if (command.amount.minor > line->budget - line->spent) {
    return refuse("LINE_OVER_BUDGET", "line " + command.line + " has " + amountText(line->budget - line->spent, grant) +
                                          " of " + amountText(line->budget, grant) + " left, not " +
                                          command.amount.text());
  }
  for (const CivilDay day : {command.document_date, command.occurred_at.civilDay()}) {
    if (day >= grant.eligible_from && day <= grant.eligible_to) continue;
    return refuse("OUTSIDE_PERIOD", dayText(day) + " is not within the eligible period " +
                                        dayText(grant.eligible_from) + " to " + dayText(grant.eligible_to));
  }
  ASAR_TRY(checkDocument(state, command.document_hash));
  if (isClaimed(state, {Claimed::kInvoice, invoiceKey(invoiceOf(command), command.amount)})) {
    return refuse("INVOICE_TAKEN", "document " + command.document_number + " of vendor " + command.vendor + " over " +
                                       command.amount.text() + " was claimed before");
  }
  ASAR_TRY(checkRegrant(state, command, *line, context));
  ASAR_TRY(checkMovements(grant, {{command.occurred_at.utc_ms, context.index, -command.amount.minor}}));
  Decision decision;
  if (context.rules >= kRules3 && command.document_date < grant.agreed_on)
    decision.flags.push_back(Flag::kBeforeAgreement);
  return decision;
}

void evolve(State& state, const ExpenditureRecord& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  const auto line = std::ranges::find(grant.lines, command.line, &LineRecord::line);
  line->spent += command.amount.minor;
  grant.sums.spent += command.amount.minor;
  addMovement(grant, {command.occurred_at.utc_ms, context.index, -command.amount.minor});
  ExpenditureRecordHeld& held = state.expenditures.edit(command.expenditure);
  held.grant = command.grant;
  held.line = static_cast<std::uint32_t>(line - grant.lines.begin());
  held.amount = held.standing = command.amount.minor;
  held.at = command.occurred_at;
  held.index = context.index;
  held.recorder = askerOf(context);
  held.document = command.document_hash;
  held.invoice = invoiceOf(command);
  takeDisbursement(state, command, context);
  claimDocument(state, command.document_hash, command.grant, context);
  claim(state, {Claimed::kInvoice, invoiceKey(invoiceOf(command), command.amount)}, command.grant, context);
  noteImport(state, context,
             {ImportedMoney::What::kExpenditure, command.grant, command.expenditure, command.amount.minor,
              command.occurred_at.civilDay(), 0});
}

Result<Decision> judge(const State& state, const ExpenditureVerify& command, const Context& context) {
  const auto checked = checkable(state, command.grant, command.expenditure, command.occurred_at, context);
  if (!checked) return checked.error();
  const auto now = checked->expenditure->state;
  if (now != ExpenditureState::kRecorded && now != ExpenditureState::kQueried)
    return wrongState(*checked->expenditure, "verified");
  return Decision{};
}

void evolve(State& state, const ExpenditureVerify& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  ExpenditureRecordHeld& expenditure = state.expenditures.edit(command.expenditure);
  if (expenditure.state == ExpenditureState::kQueried) --grant.queried;
  addActing(grant.verifiers, context);
  expenditure.state = ExpenditureState::kVerified;
  grant.verified += expenditure.standing;
}

Result<Decision> judge(const State& state, const ExpenditureQuery& command, const Context& context) {
  const auto checked = checkable(state, command.grant, command.expenditure, command.occurred_at, context);
  if (!checked) return checked.error();
  if (checked->expenditure->state != ExpenditureState::kRecorded) return wrongState(*checked->expenditure, "queried");
  if (command.reason == ExpenditureReason::kNone)
    return refuse("REASON_MISSING", "a query needs a reason other than 'none'");
  return Decision{};
}

void evolve(State& state, const ExpenditureQuery& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  ++grant.queried;
  addActing(grant.verifiers, context);
  state.expenditures.edit(command.expenditure).state = ExpenditureState::kQueried;
}

Result<Decision> judge(const State& state, const ExpenditureDisallow& command, const Context& context) {
  const auto checked = checkable(state, command.grant, command.expenditure, command.occurred_at, context);
  if (!checked) return checked.error();
  ASAR_TRY(checkAmount(*checked->grant, command.amount));
  if (command.reason == ExpenditureReason::kNone)
    return refuse("REASON_MISSING", "a disallowance needs a reason other than 'none'");
  if (command.amount.minor > checked->expenditure->standing) {
    return refuse("OVER_ORIGINAL", "of that expenditure " +
                                       amountText(checked->expenditure->standing, *checked->grant) + " stand, not " +
                                       command.amount.text());
  }
  return Decision{};
}

void evolve(State& state, const ExpenditureDisallow& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  ExpenditureRecordHeld& expenditure = state.expenditures.edit(command.expenditure);
  if (expenditure.state == ExpenditureState::kQueried) --grant.queried;
  if (expenditure.state == ExpenditureState::kVerified) grant.verified -= expenditure.standing;
  addActing(grant.verifiers, context);
  expenditure.state = ExpenditureState::kDisallowed;
  lowerSpent(grant, expenditure, command.amount.minor);
  addMovement(grant, {command.occurred_at.utc_ms, context.index, command.amount.minor});
}

Result<Decision> judge(const State& state, const ExpenditureReverse& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkAmount(**grant, command.amount));
  ASAR_TRY(checkDocument(state, command.document_hash));
  if (command.original.isNone()) {
    if (command.reason == ExpenditureReason::kNone)
      return refuse("REASON_MISSING", "a refund that names no expenditure needs a reason other than 'none'");
    ASAR_TRY(checkPaidBefore(**grant, command.occurred_at));
    ASAR_TRY(checkRoom(**grant, (*grant)->sums.vendor_refunds, command.amount));
    return Decision{};
  }
  const auto original = expenditureOf(state, command.grant, command.original);
  if (!original) return original.error();
  ASAR_TRY(checkNotBefore(command.occurred_at, (*original)->at.utc_ms));
  if (command.amount.minor > (*original)->standing) {
    return refuse("OVER_ORIGINAL", "of that expenditure " + amountText((*original)->standing, **grant) +
                                       " stand, not " + command.amount.text());
  }
  return Decision{};
}

void evolve(State& state, const ExpenditureReverse& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  if (command.original.isNone()) {
    grant.sums.vendor_refunds += command.amount.minor;
  } else {
    lowerSpent(grant, state.expenditures.edit(command.original), command.amount.minor);
  }
  addMovement(grant, {command.occurred_at.utc_ms, context.index, command.amount.minor});
  claimDocument(state, command.document_hash, command.grant, context);
  noteImport(state, context,
             {ImportedMoney::What::kReversal, command.grant, command.original, command.amount.minor,
              command.occurred_at.civilDay(), 0});
}

Result<Decision> judge(const State& state, const InterestRecord& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkAmount(**grant, command.amount));
  ASAR_TRY(checkDocument(state, command.document_hash));
  ASAR_TRY(checkPaidBefore(**grant, command.occurred_at));
  ASAR_TRY(checkRoom(**grant, (*grant)->sums.interest, command.amount));
  return Decision{};
}

void evolve(State& state, const InterestRecord& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.sums.interest += command.amount.minor;
  addMovement(grant, {command.occurred_at.utc_ms, context.index, command.amount.minor});
  claimDocument(state, command.document_hash, command.grant, context);
  noteImport(
      state, context,
      {ImportedMoney::What::kInterest, command.grant, {}, command.amount.minor, command.occurred_at.civilDay(), 0});
}

Result<Decision> judge(const State& state, const RefundSend& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkAmount(**grant, command.amount));
  ASAR_TRY(checkMovements(**grant, {{command.occurred_at.utc_ms, context.index, -command.amount.minor}}));
  return Decision{};
}

void evolve(State& state, const RefundSend& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.sums.returned += command.amount.minor;
  ++grant.refunds_open;
  addMovement(grant, {command.occurred_at.utc_ms, context.index, -command.amount.minor});
  state.refunds.edit(command.refund) =
      RefundRecord{command.grant, command.amount.minor, command.occurred_at.utc_ms, /*received=*/false,
                   /*voided=*/false};
  noteImport(state, context,
             {ImportedMoney::What::kRefund, command.grant, command.refund, command.amount.minor,
              command.occurred_at.civilDay(), 0});
}

Result<Decision> judge(const State& state, const RefundReceive& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  const auto* refund = state.refunds.find(command.refund);
  if (refund == nullptr || refund->grant != command.grant)
    return refuse("UNKNOWN_SUBJECT", "the grant has no refund " + command.refund.text());
  if (refund->received) return refuse("WRONG_STATE", "the refund is confirmed already");
  if (refund->voided) return refuse("WRONG_STATE", "the refund came with an import batch that was voided");
  ASAR_TRY(checkOwnDecision(**grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, refund->at));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkAmount(**grant, command.amount));
  ASAR_TRY(checkPayer(**grant, context));
  ASAR_TRY(checkMayPay(state, command.grant, context));
  if (refund->amount != command.amount.minor) {
    return refuse("AMOUNT_DIFFERS",
                  "sent were " + amountText(refund->amount, **grant) + ", not " + command.amount.text());
  }
  return Decision{};
}

void evolve(State& state, const RefundReceive& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  --grant.refunds_open;
  addActing(grant.payers, context);
  state.refunds.edit(command.refund).received = true;
}

}  // namespace ledger
