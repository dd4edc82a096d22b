#include "ledger/rules/grant.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/accountability.h"
#include "ledger/rules/acting.h"
#include "ledger/rules/calls.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/funding.h"
#include "ledger/rules/grant_policy.h"
#include "ledger/rules/grant_terms.h"
#include "ledger/rules/public_text.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/regrant.h"
#include "ledger/rules/roles.h"
#include "ledger/rules/separation.h"

namespace ledger {
namespace {

const char* stateName(GrantState state) {
  switch (state) {
    case GrantState::kAwarded:
      return "awarded";
    case GrantState::kAgreed:
      return "agreed";
    case GrantState::kClosed:
      return "closed";
    case GrantState::kVoided:
      return "voided";
  }
  return "?";
}

const TrancheRecord* trancheOf(const GrantRecord& grant, std::uint16_t number) {
  return number < 1 || number > grant.tranches.size() ? nullptr : &grant.tranches[number - 1U];
}

Error trancheUnknown(const GrantRecord& grant, std::uint16_t number) {
  return refuse("UNKNOWN_SUBJECT", "the grant has tranches 1 to " + std::to_string(grant.tranches.size()) +
                                       ", none with number " + std::to_string(number));
}

}  // namespace

Result<Decision> judge(const State& state, const GrantAward& command, const Context& context) {
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkRegion(command.region));
  if (!context.imported()) ASAR_TRY(checkPublicTitle(command.title, context));
  if (command.funder == command.grantee)
    return refuse("SAME_ORGANISATION", "funder and grantee are the same organisation");
  if (command.amount.minor < 1)
    return refuse("AMOUNT_NOT_POSITIVE", command.amount.text() + " is not a positive award");
  const std::string currency(command.amount.currency.code());
  const auto* awarded = state.awarded.find(currency);
  if (awarded != nullptr && command.amount.minor > limits::kAwardedSumMax - *awarded) {
    return refuse("MONEY_OVERFLOW", "all awards in " + currency + " sum to " +
                                        Money{*awarded, command.amount.currency}.text() +
                                        ": with this one they would pass what a ledger can add up");
  }
  if (isClaimed(state, {Claimed::kGrantNumber, command.number})) {
    return refuse("NUMBER_TAKEN", "a grant with the number " + command.number + " is in the ledger already");
  }
  for (const PersonId& person : actingPersons(context)) {
    if (context.imported() || !holdsRole(state, person, Role::kOfficer, command.grantee, context)) continue;
    return refuse("CONFLICT_OF_INTEREST",
                  "person " + person.text() + " is an officer of the grantee and cannot award the grant");
  }
  ASAR_TRY(checkApplication(state, command, context));
  ASAR_TRY(checkParent(state, command, context));
  const auto policy = checkClassLimit(state, command, context);
  if (!policy) return policy.error();
  Decision decision;
  decision.policy = *policy;
  return decision;
}

void evolve(State& state, const GrantAward& command, const Context& context) {
  GrantRecord& grant = state.grants.edit(command.grant);
  grant.funder = command.funder;
  grant.grantee = command.grantee;
  grant.programme = command.programme;
  grant.region = command.region;
  grant.currency = command.amount.currency;
  grant.grant_class = command.grant_class;
  grant.source = command.source;
  grant.application = command.application;
  grant.sums.awarded = command.amount.minor;
  grant.awarded_at = command.occurred_at.utc_ms;
  state.awarded.edit(std::string(command.amount.currency.code())) += command.amount.minor;
  grant.batch = context.batch;
  SubjectId& newest = state.newest_grants.edit(command.grantee);
  grant.earlier = newest;
  newest = command.grant;
  takeApplication(state, command);
  claim(state, {Claimed::kGrantNumber, command.number}, command.grant, context);
  if (context.imported()) state.batches.edit(context.batch).grants.push_back(command.grant);
  takeFromParent(state, command, context);
}

Result<Decision> judge(const State& state, const AgreementSign& command, const Context& context) {
  const auto* grant = state.grants.find(command.grant);
  if (grant->state != GrantState::kAwarded) {
    return refuse("WRONG_STATE", std::string("the grant is ") + stateName(grant->state) +
                                     ": an agreement is signed once, after the award");
  }
  ASAR_TRY(checkOwnDecision(*grant, context));
  ASAR_TRY(checkProposerNotOfGrantee(state, *grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, grant->awarded_at));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkLines(command.lines, *grant));
  ASAR_TRY(checkTranches(command.tranches, *grant));
  if (command.eligible_from > command.eligible_to) {
    return refuse("BAD_PERIOD", "the eligible period from " + dayText(command.eligible_from) +
                                    " ends before it begins, " + dayText(command.eligible_to));
  }
  ASAR_TRY(checkParentAgreed(state, *grant));
  ASAR_TRY(checkWithinParent(state, *grant, {command.eligible_from, command.eligible_to}));
  const CivilDay today = command.occurred_at.civilDay();
  ASAR_TRY(checkClassPeriod(state, *grant, {{command.eligible_from, command.eligible_to}, today}, context));
  const auto policy = checkCostRule(state, *grant, {command.lines, command.eligible_to, today, today}, context);
  if (!policy) return policy.error();
  Decision decision;
  decision.policy = *policy;
  return decision;
}

void evolve(State& state, const AgreementSign& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.state = GrantState::kAgreed;
  grant.agreed_at = grant.terms_at = command.occurred_at.utc_ms;
  grant.agreed_on = command.occurred_at.civilDay();
  for (const BudgetLine& line : command.lines) grant.lines.push_back(newLine(line));
  for (const Tranche& tranche : command.tranches) grant.tranches.push_back({tranche.amount, 0, false, 0});
  grant.eligible_from = command.eligible_from;
  grant.eligible_to = command.eligible_to;
}

Result<Decision> judge(const State& state, const TrancheApprove& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkOwnDecision(**grant, context));
  ASAR_TRY(checkMayPay(state, command.grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, (*grant)->agreed_at));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  for (const PersonId& person : actingPersons(context)) {
    if (context.imported() || !contains((*grant)->payers, person)) continue;
    return refuse("PAYER_APPROVED", "person " + person.text() + " paid for this grant: other persons approve tranches");
  }
  const auto* tranche = trancheOf(**grant, command.tranche);
  if (tranche == nullptr) return trancheUnknown(**grant, command.tranche);
  if (tranche->approved)
    return refuse("WRONG_STATE", "tranche " + std::to_string(command.tranche) + " is approved already");
  for (std::size_t i = 0; i < (*grant)->tranches.size(); ++i) {
    const TrancheRecord& other = (*grant)->tranches[i];
    if (!other.approved || other.disbursed >= other.amount) continue;
    return refuse("TRANCHE_OPEN", "tranche " + std::to_string(i + 1) + " is approved and " +
                                      amountText(other.amount - other.disbursed, **grant) + " of it are not paid yet");
  }
  if (context.rules >= kConditionsSince)
    ASAR_TRY(checkNoReportOverdue(state, command.grant, context.gateDay(command.occurred_at), context));
  ASAR_TRY(checkYears(state, command, context));
  const auto policy = checkAccounted(state, command, context);
  if (!policy) return policy.error();
  Decision decision;
  decision.policy = *policy;
  return decision;
}

void evolve(State& state, const TrancheApprove& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.tranches[command.tranche - 1U].approved = true;
  grant.tranches[command.tranche - 1U].approved_at = command.occurred_at.utc_ms;
  addActing(grant.approvers, context);
}

Result<Decision> judge(const State& state, const TrancheDisburse& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkOwnDecision(**grant, context));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkAmount(**grant, command.amount));
  const auto* tranche = trancheOf(**grant, command.tranche);
  if (tranche == nullptr) return trancheUnknown(**grant, command.tranche);
  if (!tranche->approved)
    return refuse("WRONG_STATE", "tranche " + std::to_string(command.tranche) + " is not approved by two persons yet");
  ASAR_TRY(checkNotBefore(command.occurred_at, tranche->approved_at));
  ASAR_TRY(checkPayer(**grant, context));
  ASAR_TRY(checkMayPay(state, command.grant, context));
  ASAR_TRY(checkRoom(**grant, (*grant)->sums.disbursed, command.amount));
  if (command.amount.minor > tranche->amount - tranche->disbursed) {
    return refuse("OVER_TRANCHE", "tranche " + std::to_string(command.tranche) + " has " +
                                      amountText(tranche->amount - tranche->disbursed, **grant) + " left to pay, not " +
                                      command.amount.text());
  }
  return Decision{};
}

void evolve(State& state, const TrancheDisburse& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.tranches[command.tranche - 1U].disbursed += command.amount.minor;
  grant.sums.disbursed += command.amount.minor;
  addMovement(grant, {command.occurred_at.utc_ms, context.index, command.amount.minor});
  addActing(grant.payers, context);
  grant.first_paid_at = std::min(grant.first_paid_at.value_or(command.occurred_at.utc_ms), command.occurred_at.utc_ms);
  state.disbursements.edit(command.disbursement) =
      DisbursementRecord{command.grant,       command.tranche,     command.amount.minor, command.amount.minor,
                         command.occurred_at, /*confirmed=*/false, /*voided=*/false};
  if (!context.imported()) return;
  state.batches.edit(context.batch)
      .money.push_back({ImportedMoney::What::kDisbursement, command.grant, command.disbursement, command.amount.minor,
                        command.occurred_at.civilDay(), context.index});
}

Result<Decision> judge(const State& state, const DisbursementConfirm& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  const auto* paid = state.disbursements.find(command.disbursement);
  if (paid == nullptr || paid->grant != command.grant) {
    return refuse("UNKNOWN_SUBJECT", "the grant has no disbursement " + command.disbursement.text());
  }
  if (paid->confirmed) return refuse("WRONG_STATE", "the disbursement is confirmed already");
  if (paid->voided) return refuse("WRONG_STATE", "the disbursement came with an import batch that was voided");
  ASAR_TRY(checkOwnDecision(**grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, paid->at.utc_ms));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  return Decision{};
}

void evolve(State& state, const DisbursementConfirm& command, const Context& context) {
  touch(state, command.grant, context);
  state.disbursements.edit(command.disbursement).confirmed = true;
}

Result<Decision> judge(const State& state, const DisbursementReverse& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  const auto* paid = state.disbursements.find(command.disbursement);
  if (paid == nullptr || paid->grant != command.grant) {
    return refuse("UNKNOWN_SUBJECT", "the grant has no disbursement " + command.disbursement.text());
  }
  ASAR_TRY(checkOwnDecision(**grant, context));
  ASAR_TRY(checkAmount(**grant, command.amount));
  ASAR_TRY(checkPayer(**grant, context));
  ASAR_TRY(checkMayPay(state, command.grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, paid->at.utc_ms));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  if (command.amount.minor > paid->left) {
    return refuse("OVER_ORIGINAL", "of that disbursement " + amountText(paid->left, **grant) + " are left, not " +
                                       command.amount.text());
  }
  ASAR_TRY(checkMovements(**grant, {{command.occurred_at.utc_ms, context.index, -command.amount.minor}}));
  return Decision{};
}

void evolve(State& state, const DisbursementReverse& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  DisbursementRecord& paid = state.disbursements.edit(command.disbursement);
  paid.left -= command.amount.minor;
  grant.tranches[paid.tranche - 1U].disbursed -= command.amount.minor;
  grant.sums.reversed += command.amount.minor;
  addActing(grant.payers, context);
  addMovement(grant, {command.occurred_at.utc_ms, context.index, -command.amount.minor});
  if (!context.imported()) return;
  state.batches.edit(context.batch)
      .money.push_back({ImportedMoney::What::kReversedDisbursement, command.grant, command.disbursement,
                        command.amount.minor, command.occurred_at.civilDay(), context.index});
}

Result<Decision> judge(const State& state, const GrantClose& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkNotOfGrantee(state, **grant, context));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkNothingHeld(**grant));
  if ((*grant)->refunds_open != 0) {
    return refuse("REFUND_UNCONFIRMED",
                  std::to_string((*grant)->refunds_open) + " refunds are not confirmed by the funder's payer yet");
  }
  if ((*grant)->queried != 0) {
    return refuse("EXPENDITURE_QUERIED",
                  std::to_string((*grant)->queried) + " expenditures are queried: verify or disallow them first");
  }
  if (context.rules >= kConditionsSince) ASAR_TRY(checkAllAnswered(state, command.grant, context));
  if (context.rules >= kRules3) ASAR_TRY(checkSubAwardsDone(state, **grant));
  return Decision{};
}

void evolve(State& state, const GrantClose& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.state = GrantState::kClosed;
  grant.demanded = 0;
  grant.waived = onHand(grant.sums);
  ++grant.closings;
}

}  // namespace ledger
