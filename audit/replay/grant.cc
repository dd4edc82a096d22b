#include "audit/replay/grant.h"

#include "audit/replay/accountability.h"
#include "audit/replay/balance.h"
#include "audit/replay/calls.h"
#include "audit/replay/funding.h"
#include "audit/replay/grant_policies.h"
#include "audit/replay/keys_roles.h"
#include "audit/replay/regrants.h"
#include "audit/replay/separation.h"
#include "audit/replay/service.h"
#include "audit/replay/voices.h"

namespace audit {
namespace {

// Tranches are numbered from 1; null where there is none of that number.
template <class G>
auto* trancheOf(G* grant, std::uint16_t number) {
  return grant != nullptr && number >= 1 && number <= grant->tranches.size() ? &grant->tranches[number - 1U] : nullptr;
}

}  // namespace

Refusal judge(const State& state, const Case& c, schema::GrantAward::Reader command) {
  if (state.ids.contains(idOf(command.getGrant()))) return kIdTaken;
  const Id grantee = idOf(command.getGrantee());
  if (!state.organisations.contains(idOf(command.getFunder())) || !state.organisations.contains(grantee) ||
      !state.programmes.contains(idOf(command.getProgramme()))) {
    return kUnknownSubject;
  }
  if (!isRegion(stringOf(command.getRegion()))) return {"BAD_REGION", "the region is no ISO 3166-2 code"};
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (command.getAmount().getMinor() <= 0) return kAmountNotPositive;
  if (idOf(command.getFunder()) == grantee) return {"SAME_ORGANISATION", "the funder is the grantee"};
  constexpr std::int64_t kAwardedMost = 100'000'000'000'000'000;
  const auto awarded = state.awarded.find(stringOf(command.getAmount().getCurrency()));
  if (awarded != state.awarded.end() && awarded->second + command.getAmount().getMinor() > kAwardedMost)
    return {"MONEY_OVERFLOW", "all awards of the currency sum to more than a ledger can add up"};
  if (state.grant_numbers.contains(stringOf(command.getNumber())))
    return {"NUMBER_TAKEN", "the grant number is in use"};
  const auto officer = [&](const Id& person) { return holds(state, c, person, schema::Role::OFFICER, grantee); };
  // An importer records what others decided.
  if (!c.imported() && c.anyone(officer)) {
    return {"CONFLICT_OF_INTEREST", "who awards the grant is an officer of the grantee"};
  }
  if (const auto refusal = judgeOnApplication(state, c, command)) return refusal;
  return judgeSubAward(state, c, command);
}

void apply(State& state, const Case& c, schema::GrantAward::Reader command) {
  const Id id = idOf(command.getGrant());
  state.ids.insert(id);
  state.grant_numbers.insert(stringOf(command.getNumber()));
  Grant grant;
  grant.number = stringOf(command.getNumber());
  grant.currency = stringOf(command.getAmount().getCurrency());
  grant.grant_class = command.getGrantClass();
  grant.source = command.getSource();
  grant.funder = idOf(command.getFunder());
  grant.grantee = idOf(command.getGrantee());
  grant.programme = idOf(command.getProgramme());
  grant.region = regionId(stringOf(command.getRegion()));
  grant.batch = c.imported() ? c.batch : Id{};
  grant.application = idOf(command.getApplication());
  if (c.rules >= kVersionThree) {
    grant.parent = idOf(command.getParent());
    grant.parent_line = stringOf(command.getParentLine());
  }
  grant.awarded = command.getAmount().getMinor();
  grant.awarded_ms = command.getOccurredAt().getUtcMs();
  state.awarded[grant.currency] += grant.awarded;
  if (state.grants.try_emplace(id, std::move(grant)).second) state.grants_of[idOf(command.getGrantee())].push_back(id);
  remember(state, c, {Imported::kGrant, id, c.index, c.index, 0, {}, 0, 0});
  applyOnApplication(state, command);
  applySubAward(state, c, command);
}

Ruling rule(const State& state, const Case& c, schema::GrantAward::Reader command) {
  const Refusal refusal = judge(state, c, command);
  return refusal ? Ruling{refusal, 0, 0} : ruleOfClass(state, c, command);
}

Refusal judge(const State& state, const Case& c, schema::TrancheApprove::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (const auto refusal = judgeOwnDecision(state, c, command.getGrant())) return refusal;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  if (command.getOccurredAt().getUtcMs() < grant->agreed_ms) return kBeforeOriginal;
  if (!c.imported() && (c.signer().isIn(grant->payers) || c.endorser().isIn(grant->payers)))
    return {"PAYER_APPROVED", "who paid for the grant approves a tranche"};
  const Tranche* tranche = trancheOf(grant, command.getTranche());
  if (tranche == nullptr) return kUnknownSubject;
  if (tranche->approved) return kWrongState;
  for (const Tranche& other : grant->tranches) {
    if (other.approved && other.paid < other.amount) return {"TRANCHE_OPEN", "another tranche is not paid in full yet"};
  }
  if (const auto refusal = judgeReportsOf(state, c, command)) return refusal;
  if (const auto refusal = judgeLongTerm(state, c, command)) return refusal;
  return judgePart(state, c, idOf(command.getGrant()));
}

Ruling rule(const State& state, const Case& c, schema::TrancheApprove::Reader command) {
  const Refusal refusal = judge(state, c, command);
  return refusal ? Ruling{refusal, 0, 0} : ruleOfAccounts(state, c, command);
}

void apply(State& state, const Case& c, schema::TrancheApprove::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  if (Tranche* tranche = trancheOf(grant, command.getTranche())) {
    tranche->approved = true;
    tranche->approved_ms = command.getOccurredAt().getUtcMs();
  }
  if (grant == nullptr) return;
  c.signer().join(grant->approvers);
  c.endorser().join(grant->approvers);
}

Refusal judge(const State& state, const Case& c, schema::TrancheDisburse::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (state.ids.contains(idOf(command.getDisbursement()))) return kIdTaken;
  if (const auto refusal = judgeOwnDecision(state, c, command.getGrant())) return refusal;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  const Tranche* tranche = trancheOf(grant, command.getTranche());
  if (tranche == nullptr) return kUnknownSubject;
  if (!tranche->approved) return kWrongState;
  if (command.getOccurredAt().getUtcMs() < tranche->approved_ms) return kBeforeOriginal;
  if (const auto refusal = judgePayer(state, c, command.getGrant())) return refusal;
  if (const auto refusal = judgeRoom(*grant, grant->paid_in, command.getAmount().getMinor())) return refusal;
  if (tranche->paid + command.getAmount().getMinor() > tranche->amount) {
    return {"OVER_TRANCHE", "more would be paid than the tranche holds"};
  }
  return judgePart(state, c, idOf(command.getGrant()));
}

void apply(State& state, const Case& c, schema::TrancheDisburse::Reader command) {
  const Id id = idOf(command.getDisbursement());
  const std::int64_t amount = command.getAmount().getMinor();
  state.ids.insert(id);
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr) return;
  const std::int64_t at = command.getOccurredAt().getUtcMs();
  if (!state.disbursements
           .try_emplace(
               id, Disbursement{idOf(command.getGrant()), c.index, command.getTranche(), amount, 0, at, false, false})
           .second) {
    return;
  }
  if (Tranche* tranche = trancheOf(grant, command.getTranche())) tranche->paid += amount;
  c.signer().join(grant->payers);
  grant->disbursed += amount;
  grant->paid_in += amount;
  grant->first_paid_ms = std::min(grant->first_paid_ms.value_or(at), at);
  addMovement(*grant, {at, c.index, c.index, amount});
  remember(
      state, c,
      {Imported::kDisbursement, id, c.index, c.index, amount, {}, 0, civilDay(Moment::of(command.getOccurredAt()))});
}

Refusal judge(const State& state, const Case& c, schema::DisbursementConfirm::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (const auto refusal = judgeOwnDecision(state, c, command.getGrant())) return refusal;
  const Disbursement* paid = find(state.disbursements, idOf(command.getDisbursement()));
  if (paid == nullptr || paid->grant != idOf(command.getGrant())) return kUnknownSubject;
  if (paid->voided || paid->confirmed) return kWrongState;
  if (command.getOccurredAt().getUtcMs() < paid->at_ms) return kBeforeOriginal;
  return future(c, command.getOccurredAt());
}

void apply(State& state, const Case& c, schema::DisbursementConfirm::Reader command) {
  touched(state, c, command.getGrant());
  if (Disbursement* paid = find(state.disbursements, idOf(command.getDisbursement()))) paid->confirmed = true;
}

Refusal judge(const State& state, const Case& c, schema::DisbursementReverse::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  const Disbursement* paid = find(state.disbursements, idOf(command.getDisbursement()));
  if (paid == nullptr || paid->grant != idOf(command.getGrant())) return kUnknownSubject;
  if (paid->voided) return kWrongState;
  if (const auto refusal = judgeOwnDecision(state, c, command.getGrant())) return refusal;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  if (const auto refusal = judgePayer(state, c, command.getGrant())) return refusal;
  const std::int64_t amount = command.getAmount().getMinor();
  if (amount > paid->amount - paid->reversed) return kOverOriginal;
  const std::int64_t at = command.getOccurredAt().getUtcMs();
  if (at < paid->at_ms) return kBeforeOriginal;
  if (const auto refusal = judgePart(state, c, paid->grant)) return refusal;
  return judgeMovement(*find(state.grants, paid->grant), {at, c.index, paid->index, -Sum{amount}});
}

void apply(State& state, const Case& c, schema::DisbursementReverse::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  Disbursement* paid = find(state.disbursements, idOf(command.getDisbursement()));
  if (grant == nullptr || paid == nullptr) return;
  const std::int64_t amount = command.getAmount().getMinor();
  paid->reversed += amount;
  if (Tranche* tranche = trancheOf(grant, paid->tranche)) tranche->paid -= amount;
  grant->disbursed -= amount;
  c.signer().join(grant->payers);
  addMovement(*grant, {command.getOccurredAt().getUtcMs(), c.index, paid->index, -Sum{amount}});
  remember(state, c,
           {Imported::kReversal,
            idOf(command.getDisbursement()),
            c.index,
            paid->index,
            amount,
            {},
            0,
            civilDay(Moment::of(command.getOccurredAt()))});
}

Refusal judge(const State& state, const Case& c, schema::RefundSend::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (state.ids.contains(idOf(command.getRefund()))) return kIdTaken;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  const Sum amount = command.getAmount().getMinor();
  return judgeMovement(*find(state.grants, idOf(command.getGrant())),
                       {command.getOccurredAt().getUtcMs(), c.index, c.index, -amount});
}

void apply(State& state, const Case& c, schema::RefundSend::Reader command) {
  const Id id = idOf(command.getRefund());
  state.ids.insert(id);
  Grant* grant = touched(state, c, command.getGrant());
  const std::int64_t amount = command.getAmount().getMinor();
  if (grant == nullptr ||
      !state.refunds
           .try_emplace(id, Refund{idOf(command.getGrant()), amount, command.getOccurredAt().getUtcMs(), false, false})
           .second)
    return;
  grant->returned += amount;
  ++grant->refunds_open;
  addMovement(*grant, {command.getOccurredAt().getUtcMs(), c.index, c.index, -Sum{amount}});
  remember(state, c,
           {Imported::kRefund, id, c.index, c.index, amount, {}, 0, civilDay(Moment::of(command.getOccurredAt()))});
}

Refusal judge(const State& state, const Case& c, schema::RefundReceive::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  const Refund* refund = find(state.refunds, idOf(command.getRefund()));
  if (refund == nullptr || refund->grant != idOf(command.getGrant())) return kUnknownSubject;
  if (refund->received || refund->voided) return kWrongState;
  if (const auto refusal = judgeOwnDecision(state, c, command.getGrant())) return refusal;
  if (command.getOccurredAt().getUtcMs() < refund->at_ms) return kBeforeOriginal;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  if (const auto refusal = judgePayer(state, c, command.getGrant())) return refusal;
  if (command.getAmount().getMinor() != refund->amount) return {"AMOUNT_DIFFERS", "another amount was sent"};
  return judgePart(state, c, refund->grant);
}

void apply(State& state, const Case& c, schema::RefundReceive::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  Refund* refund = find(state.refunds, idOf(command.getRefund()));
  if (grant == nullptr || refund == nullptr || refund->received) return;
  refund->received = true;
  c.signer().join(grant->payers);
  if (grant->refunds_open > 0) --grant->refunds_open;
}

Refusal judge(const State& state, const Case& c, schema::GrantClose::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  const Id id = idOf(command.getGrant());
  const Grant& grant = *find(state.grants, id);
  if (const auto refusal = judgeLeft(state, c, grant)) return refusal;
  if (grant.refunds_open != 0) return {"REFUND_UNCONFIRMED", "a refund was not received yet"};
  if (grant.queried != 0) return {"EXPENDITURE_QUERIED", "an expenditure is queried"};
  if (const auto refusal = judgeSettled(state, c, command)) return refusal;
  if (const auto refusal = judgeRegranted(state, c, id)) return refusal;
  return judgeOutsiders(state, c, id);
}

void apply(State& state, const Case& c, schema::GrantClose::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr) return;
  grant->state = GrantState::kClosed;
  settleDemands(state, *grant);
  grant->waived = grant->on_hand;
}

}  // namespace audit
