#include "ledger/rules/grant_money.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/acting.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

bool before(const Movement& a, const Movement& b) {
  return a.at != b.at ? a.at < b.at : a.index < b.index;
}

}  // namespace

std::string amountText(std::int64_t minor, const GrantRecord& grant) {
  return Money{minor, grant.currency}.text();
}

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

Result<void> checkDocument(const State& state, const Digest& document) {
  const ClaimedKey key{Claimed::kDocument, document.hex()};
  if (!isClaimed(state, key)) return {};
  return refuse("DOCUMENT_TAKEN",
                "the document " + document.hex() + " was claimed before, in " + state.claimed.find(key)->text());
}

void claimDocument(State& state, const Digest& document, const SubjectId& owner, const Context& context) {
  claim(state, {Claimed::kDocument, document.hex()}, owner, context);
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
    if (!std::ranges::binary_search(removed, held.index)) ASAR_TRY(take(held));
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
  if (isAnyActing(context, grant.approvers)) {
    return refuse("PAYER_APPROVED", "person " + context.person.text() +
                                        " approved a tranche of this grant: another person pays and receives");
  }
  if (!isAnyActing(context, grant.verifiers)) return {};
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

}  // namespace ledger
