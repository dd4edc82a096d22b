#include "audit/replay/mending.h"

#include "audit/replay/balance.h"
#include "audit/replay/funding.h"

namespace audit {
namespace {

// Of both: nobody has verified or taken back anything of it.
template <class Command>
Refusal judgeUntouched(const State& state, const Case& c, Command command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  const Expenditure* spent = expenditureOf(state, command.getGrant(), command.getExpenditure());
  if (spent == nullptr) return kUnknownSubject;
  const bool waits = spent->state == ExpenditureState::kRecorded || spent->state == ExpenditureState::kQueried;
  if (!waits || spent->taken_back != 0) return kWrongState;
  if (command.getReason() == schema::ExpenditureReason::NONE) return kReasonMissing;
  return command.getOccurredAt().getUtcMs() < spent->at_ms ? kBeforeOriginal : Refusal{};
}

Refusal judgeCorrection(const State& state, const Case& c, schema::ExpenditureCorrect::Reader command) {
  if (const auto refusal = judgeUntouched(state, c, command)) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  const Expenditure& spent = *find(state.expenditures, idOf(command.getExpenditure()));
  if (spent.disbursement != Id{}) return kWrongState;
  const Grant& grant = *find(state.grants, spent.grant);
  const BudgetLine* line = lineOf(grant, command.getLine());
  if (line == nullptr) return kLineUnknown;
  const bool same_line = static_cast<std::size_t>(line - grant.lines.data()) == spent.line;
  if (!same_line && line->cost_type == schema::CostType::REGRANT)
    return {"REGRANT_MISMATCH", "on a line for sub-awards only a disbursement of one is paid"};
  const std::int64_t amount = command.getAmount().getMinor();
  if (same_line && amount == spent.amount) return {"NO_CHANGE", "the line and the amount are what they were"};
  if (amount > spent.amount && (isIn(state, spent.grant, "terminated") || hasOpenDemand(state, grant)))
    return {"OVER_ORIGINAL", "what is to go back is not spent by a correction"};
  if (line->spent - (same_line ? spent.amount : 0) + amount > line->budget) return kLineOverBudget;
  if (amount != spent.amount && state.invoices.contains(invoiceOf(spent.bill, amount))) return kInvoiceTaken;
  return judgeMovement(grant, {spent.at_ms, spent.index, spent.index, Sum{spent.amount} - amount});
}

void standOnLine(Grant& grant, const Expenditure& spent, Sum more) {
  grant.spent += more;
  if (spent.line < grant.lines.size()) grant.lines[spent.line].spent += more;
}

// Nothing of it is queried any more; what stands of it is taken off the line it stood on.
void takeUp(State& state, Grant& grant, Expenditure& spent) {
  if (spent.state == ExpenditureState::kQueried && grant.queried > 0) --grant.queried;
  standOnLine(grant, spent, -spent.standing());
  state.invoices.erase(spent.invoice);
  spent.mended = true;
}

void applyCorrection(State& state, const Case& c, schema::ExpenditureCorrect::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  Expenditure* spent = find(state.expenditures, idOf(command.getExpenditure()));
  if (grant == nullptr || spent == nullptr || spent->grant != idOf(command.getGrant())) return;
  takeUp(state, *grant, *spent);
  if (const BudgetLine* line = lineOf(*grant, command.getLine()))
    spent->line = static_cast<std::size_t>(line - grant->lines.data());
  spent->amount = command.getAmount().getMinor();
  spent->state = ExpenditureState::kRecorded;
  spent->correctors.push_back(c.signer());
  spent->invoice = invoiceOf(spent->bill, spent->amount);
  state.invoices.insert(spent->invoice);
  standOnLine(*grant, *spent, spent->standing());
  for (Movement& movement : grant->movements) {
    if (movement.index != spent->index) continue;
    grant->on_hand += -Sum{spent->amount} - movement.amount;
    movement.amount = -Sum{spent->amount};
  }
}

void applyVoid(State& state, const Case& c, schema::ExpenditureVoid::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  Expenditure* spent = find(state.expenditures, idOf(command.getExpenditure()));
  if (grant == nullptr || spent == nullptr || spent->grant != idOf(command.getGrant())) return;
  takeUp(state, *grant, *spent);
  spent->state = ExpenditureState::kVoided;
  state.documents.erase(spent->document);
  state.regranted.erase(spent->disbursement);
  std::erase_if(grant->movements, [&](const Movement& movement) {
    const bool gone = movement.index == spent->index;
    if (gone) grant->on_hand -= movement.amount;
    return gone;
  });
}

}  // namespace

std::string invoiceOf(const std::string& bill, std::int64_t amount) {
  return bill + std::to_string(amount);
}

Refusal judgeMending(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isExpenditureCorrect()) return judgeCorrection(state, c, command.getExpenditureCorrect());
  if (command.isExpenditureVoid()) return judgeUntouched(state, c, command.getExpenditureVoid());
  return {};
}

void applyMending(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isExpenditureCorrect()) applyCorrection(state, c, command.getExpenditureCorrect());
  if (command.isExpenditureVoid()) applyVoid(state, c, command.getExpenditureVoid());
}

}  // namespace audit
