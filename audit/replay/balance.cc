#include "audit/replay/balance.h"

#include <algorithm>

namespace audit {
namespace {

bool before(const Movement& a, const Movement& b) {
  return a.at_ms != b.at_ms ? a.at_ms < b.at_ms : a.index < b.index;
}

}  // namespace

Refusal judgeMovement(const Grant& grant, const Movement& movement) {
  if (movement.amount >= 0) return {};
  // From its place on, the money on hand falls by the amount: the sums are followed back from the end.
  Sum sum = grant.on_hand + movement.amount;
  if (sum < 0) return kNotEnoughMoney;
  for (auto later = grant.movements.rbegin(); later != grant.movements.rend() && before(movement, *later); ++later) {
    sum -= later->amount;
    if (sum < 0) return kNotEnoughMoney;
  }
  return {};
}

void addMovement(Grant& grant, const Movement& movement) {
  grant.movements.insert(std::upper_bound(grant.movements.begin(), grant.movements.end(), movement, before), movement);
  grant.on_hand += movement.amount;
}

Refusal judgeMoney(const State& state, const Case&, capnp::Data::Reader id) {
  const Grant* grant = find(state.grants, idOf(id));
  if (grant == nullptr) return kUnknownSubject;
  switch (grant->state) {
    case GrantState::kAwarded:
      return {"NO_AGREEMENT", "the grant has no agreement yet"};
    case GrantState::kClosed:
      return {"GRANT_CLOSED", "the grant is closed"};
    case GrantState::kVoided:
      return kWrongState;
    case GrantState::kAgreed:
      break;
  }
  return {};
}

Refusal judgeAmount(const State& state, capnp::Data::Reader id, schema::Money::Reader amount) {
  const Grant* grant = find(state.grants, idOf(id));
  if (amount.getMinor() <= 0) return kAmountNotPositive;
  if (grant != nullptr && grant->currency != stringOf(amount.getCurrency())) return kCurrencyMismatch;
  return {};
}

Refusal judgePayer(const State& state, const Case& c, capnp::Data::Reader id) {
  const Grant* grant = find(state.grants, idOf(id));
  // An importer signs both halves of what happened elsewhere.
  if (grant == nullptr || c.imported()) return {};
  if (c.signer().isIn(grant->approvers)) return {"PAYER_APPROVED", "the payer approved a tranche of the grant"};
  if (c.signer().isIn(grant->verifiers)) return {"VERIFIER_PAID", "the payer checked an expenditure of the grant"};
  return {};
}

Refusal judgeOwnDecision(const State& state, const Case& c, capnp::Data::Reader id) {
  const Grant* grant = find(state.grants, idOf(id));
  if (grant == nullptr || !c.imported() || grant->batch != Id{}) return {};
  return {"NOT_IMPORTABLE", "of a grant awarded here only spending is imported"};
}

Refusal judgeRoom(const Grant& grant, Sum taken_in, std::int64_t amount) {
  constexpr int kMost = 10;
  if (taken_in + amount <= Sum{grant.awarded} * kMost) return {};
  return {"MONEY_OVERFLOW", "the grant would have taken in more than ten times its award"};
}

Refusal judgePaidBefore(const Grant& grant, std::int64_t at_ms) {
  if (grant.first_paid_ms && *grant.first_paid_ms <= at_ms && grant.disbursed > 0) return {};
  return {"NOTHING_DISBURSED", "nothing of the grant was paid out by then"};
}

Refusal judgeDocument(const State& state, capnp::Data::Reader hash) {
  if (!state.documents.contains(fixed<32>(hash))) return {};
  return {"DOCUMENT_TAKEN", "the document was used before"};
}

const BudgetLine* lineOf(const Grant& grant, capnp::Text::Reader name) {
  const auto line = std::ranges::find(grant.lines, stringOf(name), &BudgetLine::name);
  return line == grant.lines.end() ? nullptr : &*line;
}

const Expenditure* expenditureOf(const State& state, capnp::Data::Reader grant, capnp::Data::Reader id) {
  const Expenditure* spent = find(state.expenditures, idOf(id));
  return spent != nullptr && spent->grant == idOf(grant) ? spent : nullptr;
}

Grant* touched(State& state, const Case& c, capnp::Data::Reader id) {
  Grant* grant = find(state.grants, idOf(id));
  if (grant != nullptr && grant->batch != (c.imported() ? c.batch : Id{})) grant->others_wrote = true;
  return grant;
}

}  // namespace audit
