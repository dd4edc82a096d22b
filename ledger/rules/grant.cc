#include "ledger/rules/grant.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

std::string amountText(std::int64_t minor, const GrantRecord& grant) {
  return Money{minor, grant.currency}.text();
}

bool before(const Movement& a, const Movement& b) {
  return a.at != b.at ? a.at < b.at : a.index < b.index;
}

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

Result<void> checkLines(const AgreementSign& command, const GrantRecord& grant) {
  if (command.lines.empty()) return refuse("LINE_UNKNOWN", "an agreement has at least one budget line");
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < command.lines.size(); ++i) {
    const BudgetLine& line = command.lines[i];
    if (line.amount < 1)
      return refuse("AMOUNT_NOT_POSITIVE", "the budget line " + line.line + " has no positive amount");
    for (std::size_t k = 0; k < i; ++k) {
      if (command.lines[k].line == line.line)
        return refuse("ID_TAKEN", "the budget line " + line.line + " appears twice");
    }
    const auto total = addChecked(sum, line.amount);
    if (!total) return total.error();
    sum = *total;
  }
  if (sum > grant.sums.awarded) {
    return refuse("LINES_OVER_AWARD", "the lines sum to " + amountText(sum, grant) + ", but " +
                                          amountText(grant.sums.awarded, grant) + " were awarded");
  }
  return {};
}

Result<void> checkTranches(const AgreementSign& command, const GrantRecord& grant) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < command.tranches.size(); ++i) {
    const Tranche& tranche = command.tranches[i];
    if (tranche.number != i + 1) return refuse("BAD_PERIOD", "tranches are numbered 1, 2, 3 … in order");
    if (tranche.amount < 1)
      return refuse("AMOUNT_NOT_POSITIVE", "tranche " + std::to_string(tranche.number) + " has no positive amount");
    const auto total = addChecked(sum, tranche.amount);
    if (!total) return total.error();
    sum = *total;
  }
  if (sum > grant.sums.awarded) {
    return refuse("TRANCHES_OVER_AWARD", "the tranches sum to " + amountText(sum, grant) + ", but " +
                                             amountText(grant.sums.awarded, grant) + " were awarded");
  }
  return {};
}

}  // namespace

bool contains(const std::vector<PersonId>& persons, const PersonId& person) {
  return std::ranges::find(persons, person) != persons.end();
}

bool isClaimed(const State& state, const ClaimedKey& key) {
  const auto* owner = state.claimed.find(key);
  return owner != nullptr && !owner->isNone();
}

void claim(State& state, const ClaimedKey& key, const SubjectId& owner, const Context& context) {
  state.claimed.edit(key) = owner;
  if (context.imported()) state.batches.edit(context.batch).claims.push_back(key);
}

std::int64_t onHand(const GrantSums& sums) {
  return sums.disbursed - sums.reversed + sums.interest + sums.vendor_refunds - sums.spent - sums.returned;
}

Result<const GrantRecord*> activeGrant(const State& state, const SubjectId& id) {
  const auto* grant = state.grants.find(id);
  switch (grant->state) {
    case GrantState::kAgreed:
      return grant;
    case GrantState::kAwarded:
      return refuse("NO_AGREEMENT", "the grant has no agreement yet: sign it first");
    case GrantState::kClosed:
      return refuse("GRANT_CLOSED", "the grant is closed and takes no more money events");
    case GrantState::kVoided:
      break;
  }
  return refuse("WRONG_STATE", "the grant came with an import batch that was voided");
}

Result<void> checkAmount(const GrantRecord& grant, const Money& amount) {
  if (amount.currency != grant.currency) {
    return refuse("CURRENCY_MISMATCH", "the grant is in " + std::string(grant.currency.code()) + ", not in " +
                                           std::string(amount.currency.code()));
  }
  if (amount.minor < 1) return refuse("AMOUNT_NOT_POSITIVE", amount.text() + " is not a positive amount");
  const GrantSums& sums = grant.sums;
  const std::int64_t largest =
      std::max({sums.disbursed, sums.reversed, sums.interest, sums.vendor_refunds, sums.returned});
  if (amount.minor > limits::kGrantSumMax - largest) {
    return refuse("MONEY_OVERFLOW", "with " + amount.text() + " a sum of this grant would pass " +
                                        amountText(limits::kGrantSumMax, grant) +
                                        ", more than is counted: check the amount");
  }
  return {};
}

Result<void> checkMovements(const GrantRecord& grant, std::vector<Movement> added, std::span<const Position> removed) {
  std::ranges::sort(added, before);
  std::int64_t balance = 0;
  auto next = added.begin();
  const auto take = [&](const Movement& movement) -> Result<void> {
    const auto sum = addChecked(balance, movement.delta);
    if (!sum) return sum.error();
    balance = *sum;
    if (balance >= 0) return {};
    return refuse("NOT_ENOUGH_MONEY", "at " + Instant{movement.at, 0}.text() + " money on hand would be " +
                                          amountText(balance, grant) +
                                          ": nothing is spent, returned or taken back before it was received");
  };
  for (const Movement& held : grant.movements) {
    for (; next != added.end() && before(*next, held); ++next) ASAR_TRY(take(*next));
    if (std::ranges::find(removed, held.index) == removed.end()) ASAR_TRY(take(held));
  }
  for (; next != added.end(); ++next) ASAR_TRY(take(*next));
  return {};
}

void addMovement(GrantRecord& grant, const Movement& movement) {
  grant.movements.insert(std::ranges::upper_bound(grant.movements, movement, before), movement);
}

Result<void> checkNotBefore(const Instant& at, UtcMs original) {
  if (at.utc_ms >= original) return {};
  return refuse("BEFORE_ORIGINAL",
                at.text() + " is before what it refers to, " + Instant{original, at.offset_minutes}.text());
}

Result<void> checkPayer(const GrantRecord& grant, const Context& context) {
  if (context.imported()) return {};
  if (contains(grant.approvers, context.person)) {
    return refuse("PAYER_APPROVED", "person " + context.person.text() +
                                        " approved a tranche of this grant: another person pays and receives");
  }
  if (!contains(grant.verifiers, context.person)) return {};
  return refuse("VERIFIER_PAID", "person " + context.person.text() +
                                     " checked an expenditure of this grant: another person pays and receives");
}

Result<void> checkOwnDecision(const GrantRecord& grant, const Context& context) {
  if (!context.imported() || !grant.batch.isNone()) return {};
  return refuse("NOT_IMPORTABLE",
                "the grant was awarded in this ledger: what is decided or paid about it is signed here, not imported");
}

Result<void> checkRoom(const GrantRecord& grant, std::int64_t taken_in, const Money& amount) {
  const std::int64_t most = grant.sums.awarded * limits::kMoneyInFactor;
  if (amount.minor <= most - taken_in) return {};
  return refuse("MONEY_OVERFLOW", "with " + amount.text() + " the grant would have taken in more than ten times the " +
                                      amountText(grant.sums.awarded, grant) + " awarded");
}

void addPerson(std::vector<PersonId>& persons, const PersonId& person) {
  if (!contains(persons, person)) persons.push_back(person);
}

GrantRecord& touch(State& state, const SubjectId& id, const Context& context) {
  GrantRecord& grant = state.grants.edit(id);
  if (grant.batch != context.batch) grant.used_by_others = true;
  return grant;
}

Result<Decision> judge(const State& state, const GrantAward& command, const Context& context) {
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkRegion(command.region));
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
  for (const PersonId& person : {context.person, context.endorser.value_or(context.person)}) {
    if (context.imported() || !holdsRole(state, person, Role::kOfficer, command.grantee, context.recorded_at)) continue;
    return refuse("CONFLICT_OF_INTEREST",
                  "person " + person.text() + " is an officer of the grantee and cannot award the grant");
  }
  return Decision{};
}

void evolve(State& state, const GrantAward& command, const Context& context) {
  GrantRecord& grant = state.grants.edit(command.grant);
  grant.funder = command.funder;
  grant.grantee = command.grantee;
  grant.programme = command.programme;
  grant.region = command.region;
  grant.currency = command.amount.currency;
  grant.sums.awarded = command.amount.minor;
  grant.awarded_at = command.occurred_at.utc_ms;
  state.awarded.edit(std::string(command.amount.currency.code())) += command.amount.minor;
  grant.batch = context.batch;
  claim(state, {Claimed::kGrantNumber, command.number}, command.grant, context);
  if (context.imported()) state.batches.edit(context.batch).grants.push_back(command.grant);
}

Result<Decision> judge(const State& state, const AgreementSign& command, const Context& context) {
  const auto* grant = state.grants.find(command.grant);
  if (grant->state != GrantState::kAwarded) {
    return refuse("WRONG_STATE", std::string("the grant is ") + stateName(grant->state) +
                                     ": an agreement is signed once, after the award");
  }
  ASAR_TRY(checkOwnDecision(*grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, grant->awarded_at));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkLines(command, *grant));
  ASAR_TRY(checkTranches(command, *grant));
  if (command.eligible_from > command.eligible_to) {
    return refuse("BAD_PERIOD", "the eligible period from " + dayText(command.eligible_from) +
                                    " ends before it begins, " + dayText(command.eligible_to));
  }
  return Decision{};
}

void evolve(State& state, const AgreementSign& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.state = GrantState::kAgreed;
  grant.agreed_at = command.occurred_at.utc_ms;
  for (const BudgetLine& line : command.lines) grant.lines.push_back({line.line, line.amount, 0});
  for (const Tranche& tranche : command.tranches) grant.tranches.push_back({tranche.amount, 0, false, 0});
  grant.eligible_from = command.eligible_from;
  grant.eligible_to = command.eligible_to;
}

Result<Decision> judge(const State& state, const TrancheApprove& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkOwnDecision(**grant, context));
  ASAR_TRY(checkNotBefore(command.occurred_at, (*grant)->agreed_at));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  for (const PersonId& person : {context.person, context.endorser.value_or(context.person)}) {
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
  return Decision{};
}

void evolve(State& state, const TrancheApprove& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.tranches[command.tranche - 1U].approved = true;
  grant.tranches[command.tranche - 1U].approved_at = command.occurred_at.utc_ms;
  addPerson(grant.approvers, context.person);
  addPerson(grant.approvers, context.endorser.value_or(context.person));
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
  addPerson(grant.payers, context.person);
  grant.first_paid_at = std::min(grant.first_paid_at.value_or(command.occurred_at.utc_ms), command.occurred_at.utc_ms);
  state.disbursements.edit(command.disbursement) =
      DisbursementRecord{command.grant,       command.tranche,     command.amount.minor, command.amount.minor,
                         command.occurred_at, /*confirmed=*/false, /*voided=*/false};
  if (!context.imported()) return;
  state.batches.edit(context.batch)
      .money.push_back({ImportedMoney::What::kDisbursement, command.grant, command.disbursement, command.amount.minor,
                        context.index});
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
  addPerson(grant.payers, context.person);
  addMovement(grant, {command.occurred_at.utc_ms, context.index, -command.amount.minor});
  if (!context.imported()) return;
  state.batches.edit(context.batch)
      .money.push_back({ImportedMoney::What::kReversedDisbursement, command.grant, command.disbursement,
                        command.amount.minor, context.index});
}

Result<Decision> judge(const State& state, const GrantClose& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  if (const std::int64_t held = onHand((*grant)->sums); held != 0) {
    return refuse("MONEY_ON_HAND", amountText(held, **grant) + " are still on hand: spend or return them first");
  }
  if ((*grant)->refunds_open != 0) {
    return refuse("REFUND_UNCONFIRMED",
                  std::to_string((*grant)->refunds_open) + " refunds are not confirmed by the funder's payer yet");
  }
  if ((*grant)->queried != 0) {
    return refuse("EXPENDITURE_QUERIED",
                  std::to_string((*grant)->queried) + " expenditures are queried: verify or disallow them first");
  }
  return Decision{};
}

void evolve(State& state, const GrantClose& command, const Context& context) {
  touch(state, command.grant, context).state = GrantState::kClosed;
}

}  // namespace ledger
