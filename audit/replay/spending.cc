#include "audit/replay/spending.h"

#include <algorithm>

#include "audit/replay/balance.h"
#include "audit/replay/mending.h"
#include "audit/replay/regrants.h"
#include "audit/replay/separation.h"
#include "audit/replay/service.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

// A zero byte stands in no text, so that two different invoices never spell alike.
std::string billOf(schema::ExpenditureRecord::Reader command) {
  return stringOf(command.getVendor()) + '\0' + stringOf(command.getDocumentNumber()) + '\0' +
         stringOf(command.getAmount().getCurrency());
}

Refusal judgeLine(const Grant& grant, schema::ExpenditureRecord::Reader command) {
  const BudgetLine* line = lineOf(grant, command.getLine());
  if (line == nullptr) return kLineUnknown;
  return line->spent + command.getAmount().getMinor() > line->budget ? kLineOverBudget : Refusal{};
}

Refusal judgePeriod(const Grant& grant, schema::ExpenditureRecord::Reader command) {
  const auto inside = [&](std::int64_t day) { return grant.eligible_from <= day && day <= grant.eligible_to; };
  if (inside(command.getDocumentDate()) && inside(civilDay(Moment::of(command.getOccurredAt())))) return {};
  return {"OUTSIDE_PERIOD", "the document or the payment lies outside the eligible period"};
}

// Verify, query and disallow: an expenditure of the grant, judged by somebody who neither paid nor recorded nor
// corrected it.
template <class Command>
Refusal judgeVerifier(const State& state, const Case& c, Command command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  const Expenditure* spent = expenditureOf(state, command.getGrant(), command.getExpenditure());
  if (spent == nullptr) return kUnknownSubject;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (command.getOccurredAt().getUtcMs() < spent->at_ms) return kBeforeOriginal;
  if (c.signer().isIn(find(state.grants, spent->grant)->payers)) {
    return {"VERIFIER_PAID", "the verifier paid a disbursement of the grant"};
  }
  const auto made = [&](const Doer& doer) { return doer.meets(c.signer()); };
  if (made(spent->recorder) || std::ranges::any_of(spent->correctors, made))
    return {"SAME_PERSON", "who recorded or corrected the expenditure does not verify it"};
  return judgeChecker(state, c, spent->grant);
}

void setState(State& state, const Case& c, Expenditure& spent, ExpenditureState next) {
  Grant* grant = find(state.grants, spent.grant);
  if (grant != nullptr && spent.state == ExpenditureState::kQueried && grant->queried > 0) --grant->queried;
  if (grant != nullptr && next == ExpenditureState::kQueried) ++grant->queried;
  if (grant != nullptr) c.signer().join(grant->verifiers);
  spent.state = next;
}

// Refunds of vendors and interest, of which the grant has taken in `already`.
template <class Command>
Refusal judgeMoneyIn(const State& state, Command command, Sum Grant::*already) {
  const Grant& grant = *find(state.grants, idOf(command.getGrant()));
  if (const auto refusal = judgePaidBefore(grant, command.getOccurredAt().getUtcMs())) return refusal;
  return judgeRoom(grant, grant.*already, command.getAmount().getMinor());
}

void takeBack(State& state, Expenditure& spent, const Movement& movement) {
  Grant* grant = find(state.grants, spent.grant);
  if (grant == nullptr) return;
  spent.taken_back += movement.amount;
  grant->spent -= movement.amount;
  if (spent.line < grant->lines.size()) grant->lines[spent.line].spent -= movement.amount;
  addMovement(*grant, movement);
}

}  // namespace

Refusal judge(const State& state, const Case& c, schema::ExpenditureRecord::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (state.ids.contains(idOf(command.getExpenditure()))) return kIdTaken;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  const Grant& grant = *find(state.grants, idOf(command.getGrant()));
  if (const auto refusal = judgeLine(grant, command)) return refusal;
  if (const auto refusal = judgePeriod(grant, command)) return refusal;
  if (const auto refusal = judgeDocument(state, command.getDocumentHash())) return refusal;
  if (state.invoices.contains(invoiceOf(billOf(command), command.getAmount().getMinor()))) return kInvoiceTaken;
  if (const auto refusal = judgeRegrant(state, c, command)) return refusal;
  const Sum amount = command.getAmount().getMinor();
  return judgeMovement(grant, {command.getOccurredAt().getUtcMs(), c.index, c.index, -amount});
}

Ruling rule(const State& state, const Case& c, schema::ExpenditureRecord::Reader command) {
  constexpr unsigned kFlag = 1U << static_cast<unsigned>(schema::Flag::BEFORE_AGREEMENT);
  if (const auto refusal = judge(state, c, command)) return {refusal, 0, 0};
  // Its day is in the eligible period, which may begin before there is an agreement.
  const bool before = command.getDocumentDate() < find(state.grants, idOf(command.getGrant()))->agreed_day;
  return {{}, 0, c.rules >= kVersionThree && before ? kFlag : 0};
}

void apply(State& state, const Case& c, schema::ExpenditureRecord::Reader command) {
  const Id id = idOf(command.getExpenditure());
  state.ids.insert(id);
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr || state.expenditures.contains(id)) return;
  const std::string name = stringOf(command.getLine());
  Expenditure spent;
  spent.grant = idOf(command.getGrant());
  spent.index = c.index;
  while (spent.line < grant->lines.size() && grant->lines[spent.line].name != name) ++spent.line;
  spent.amount = command.getAmount().getMinor();
  spent.at_ms = command.getOccurredAt().getUtcMs();
  spent.day = civilDay(Moment::of(command.getOccurredAt()));
  spent.recorder = c.signer();
  spent.bill = billOf(command);
  spent.invoice = invoiceOf(spent.bill, spent.amount);
  if (c.rules >= kVersionThree) spent.disbursement = idOf(command.getDisbursement());
  spent.document = fixed<32>(command.getDocumentHash());
  state.documents.insert(spent.document);
  state.invoices.insert(spent.invoice);
  if (spent.disbursement != Id{}) {
    state.regranted.insert(spent.disbursement);
    grant->regrants.push_back(id);
  }
  grant->spending.push_back(id);
  grant->spent += spent.amount;
  if (spent.line < grant->lines.size()) grant->lines[spent.line].spent += spent.amount;
  addMovement(*grant, {spent.at_ms, c.index, c.index, -Sum{spent.amount}});
  remember(state, c, {Imported::kExpenditure, id, c.index, c.index, spent.amount, spent.document, 0, spent.day});
  state.expenditures.try_emplace(id, std::move(spent));
}

Refusal judge(const State& state, const Case& c, schema::ExpenditureVerify::Reader command) {
  if (const auto refusal = judgeVerifier(state, c, command)) return refusal;
  const auto now = find(state.expenditures, idOf(command.getExpenditure()))->state;
  return now == ExpenditureState::kRecorded || now == ExpenditureState::kQueried ? Refusal{} : kWrongState;
}

void apply(State& state, const Case& c, schema::ExpenditureVerify::Reader command) {
  touched(state, c, command.getGrant());
  Expenditure* spent = find(state.expenditures, idOf(command.getExpenditure()));
  if (spent != nullptr) setState(state, c, *spent, ExpenditureState::kVerified);
}

Refusal judge(const State& state, const Case& c, schema::ExpenditureQuery::Reader command) {
  if (const auto refusal = judgeVerifier(state, c, command)) return refusal;
  if (command.getReason() == schema::ExpenditureReason::NONE) return kReasonMissing;
  const auto now = find(state.expenditures, idOf(command.getExpenditure()))->state;
  return now == ExpenditureState::kRecorded ? Refusal{} : kWrongState;
}

void apply(State& state, const Case& c, schema::ExpenditureQuery::Reader command) {
  touched(state, c, command.getGrant());
  Expenditure* spent = find(state.expenditures, idOf(command.getExpenditure()));
  if (spent != nullptr) setState(state, c, *spent, ExpenditureState::kQueried);
}

Refusal judge(const State& state, const Case& c, schema::ExpenditureDisallow::Reader command) {
  if (const auto refusal = judgeVerifier(state, c, command)) return refusal;
  const Expenditure& spent = *find(state.expenditures, idOf(command.getExpenditure()));
  if (spent.state == ExpenditureState::kVoided) return kWrongState;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  if (command.getReason() == schema::ExpenditureReason::NONE) return kReasonMissing;
  return command.getAmount().getMinor() > spent.standing() ? kOverOriginal : Refusal{};
}

void apply(State& state, const Case& c, schema::ExpenditureDisallow::Reader command) {
  touched(state, c, command.getGrant());
  Expenditure* spent = find(state.expenditures, idOf(command.getExpenditure()));
  if (spent == nullptr) return;
  setState(state, c, *spent, ExpenditureState::kDisallowed);
  takeBack(state, *spent, {command.getOccurredAt().getUtcMs(), c.index, spent->index, command.getAmount().getMinor()});
}

Refusal judge(const State& state, const Case& c, schema::ExpenditureReverse::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (state.ids.contains(idOf(command.getReversal()))) return kIdTaken;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  if (const auto refusal = judgeDocument(state, command.getDocumentHash())) return refusal;
  if (!command.hasOriginal()) {
    if (command.getReason() == schema::ExpenditureReason::NONE) return kReasonMissing;
    return judgeMoneyIn(state, command, &Grant::vendor_refunds);
  }
  const Expenditure* spent = expenditureOf(state, command.getGrant(), command.getOriginal());
  if (spent == nullptr) return kUnknownSubject;
  if (spent->state == ExpenditureState::kVoided) return kWrongState;
  if (command.getAmount().getMinor() > spent->standing()) return kOverOriginal;
  return command.getOccurredAt().getUtcMs() < spent->at_ms ? kBeforeOriginal : Refusal{};
}

void apply(State& state, const Case& c, schema::ExpenditureReverse::Reader command) {
  state.ids.insert(idOf(command.getReversal()));
  const Hash document = fixed<32>(command.getDocumentHash());
  state.documents.insert(document);
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr) return;
  const Sum amount = command.getAmount().getMinor();
  Expenditure* spent = find(state.expenditures, idOf(command.getOriginal()));
  const std::uint64_t about = spent != nullptr ? spent->index : c.index;
  const Movement movement{command.getOccurredAt().getUtcMs(), c.index, about, amount};
  if (spent != nullptr) {
    takeBack(state, *spent, movement);
  } else {
    grant->vendor_refunds += amount;
    addMovement(*grant, movement);
  }
  const Id subject = spent != nullptr ? idOf(command.getOriginal()) : idOf(command.getGrant());
  remember(state, c,
           {Imported::kReversal, subject, c.index, about, amount, document, 0,
            civilDay(Moment::of(command.getOccurredAt()))});
}

Refusal judge(const State& state, const Case& c, schema::InterestRecord::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  if (const auto refusal = judgeDocument(state, command.getDocumentHash())) return refusal;
  return judgeMoneyIn(state, command, &Grant::interest);
}

void apply(State& state, const Case& c, schema::InterestRecord::Reader command) {
  const Hash document = fixed<32>(command.getDocumentHash());
  state.documents.insert(document);
  Grant* grant = touched(state, c, command.getGrant());
  if (grant == nullptr) return;
  const Sum amount = command.getAmount().getMinor();
  grant->interest += amount;
  addMovement(*grant, {command.getOccurredAt().getUtcMs(), c.index, c.index, amount});
  remember(state, c,
           {Imported::kInterest, idOf(command.getGrant()), c.index, c.index, amount, document, 0,
            civilDay(Moment::of(command.getOccurredAt()))});
}

}  // namespace audit
