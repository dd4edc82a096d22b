#include "ledger/rules/mending.h"

#include <algorithm>

#include "ledger/rules/grant_money.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/spending.h"

namespace ledger {
namespace {

struct Mendable {
  const GrantRecord* grant;
  const ExpenditureRecordHeld* expenditure;
};

// The grant takes money commands, and the whole of its expenditure stands unverified.
Result<Mendable> mendable(const State& state, const SubjectId& grant_id, const SubjectId& expenditure_id,
                          const Instant& at) {
  const auto grant = activeGrant(state, grant_id);
  if (!grant) return grant.error();
  const auto found = expenditureOf(state, grant_id, expenditure_id);
  if (!found) return found.error();
  const ExpenditureRecordHeld& expenditure = **found;
  const bool open = expenditure.state == ExpenditureState::kRecorded || expenditure.state == ExpenditureState::kQueried;
  if (!open || expenditure.standing != expenditure.amount) {
    return refuse("WRONG_STATE", "the expenditure was verified, disallowed, reversed or voided: only what is recorded" +
                                     std::string(" or queried, and stands in full, is mended"));
  }
  ASAR_TRY(checkNotBefore(at, expenditure.at.utc_ms));
  return Mendable{*grant, &expenditure};
}

Result<void> checkReason(ExpenditureReason reason) {
  if (reason != ExpenditureReason::kNone) return {};
  return refuse("REASON_MISSING", "to correct or void an expenditure needs a reason other than 'none'");
}

// The line it is to stand on: another one is no line of regrants, for it pays no sub-award.
Result<std::uint32_t> newLineOf(const Mendable& of, const ExpenditureCorrect& command) {
  const auto& lines = of.grant->lines;
  const auto line = std::ranges::find(lines, command.line, &LineRecord::line);
  if (line == lines.end()) return refuse("LINE_UNKNOWN", "the agreement has no budget line " + command.line);
  const auto place = static_cast<std::uint32_t>(line - lines.begin());
  if (line->cost_type == CostType::kRegrant && place != of.expenditure->line) {
    return refuse("REGRANT_MISMATCH", "what is spent on the line " + line->line +
                                          " names the disbursement of a sub-award: void this and record it so");
  }
  return place;
}

Result<void> checkNewFigures(const Mendable& of, std::uint32_t place, std::int64_t amount) {
  const LineRecord& line = of.grant->lines[place];
  const std::int64_t others = line.spent - (place == of.expenditure->line ? of.expenditure->standing : 0);
  if (amount > line.budget - others) {
    return refuse("LINE_OVER_BUDGET", "line " + line.line + " has " + amountText(line.budget - others, *of.grant) +
                                          " of " + amountText(line.budget, *of.grant) + " left, not " +
                                          amountText(amount, *of.grant));
  }
  const Position removed[] = {of.expenditure->index};
  return checkMovements(*of.grant, {{of.expenditure->at.utc_ms, of.expenditure->index, -amount}}, removed);
}

// Where money is to come back, a correction makes no more of it spent.
Result<void> checkNotRaised(const State& state, const Mendable& of, const ExpenditureCorrect& command) {
  const bool ended = stateOf(state, StreamRole::kGrant, command.grant) == SubjectState::kTerminated;
  if (command.amount.minor <= of.expenditure->amount || (!ended && of.grant->demanded == 0)) return {};
  return refuse("OVER_ORIGINAL",
                std::string(ended ? "the grant is terminated" : "money of the grant is demanded back") +
                    ": a correction makes of " + amountText(of.expenditure->amount, *of.grant) + " no more, not " +
                    command.amount.text());
}

Result<void> checkInvoice(const State& state, const Mendable& of, const Money& amount) {
  if (amount.minor == of.expenditure->amount) return {};
  if (!isClaimed(state, {Claimed::kInvoice, invoiceKey(of.expenditure->invoice, amount)})) return {};
  return refuse("INVOICE_TAKEN", "that document of that vendor over " + amount.text() + " was claimed before");
}

// Its movement, line and sums as if it had never been.
void takeOut(GrantRecord& grant, const ExpenditureRecordHeld& expenditure) {
  std::erase_if(grant.movements, [&](const Movement& one) { return one.index == expenditure.index; });
  grant.lines[expenditure.line].spent -= expenditure.standing;
  grant.sums.spent -= expenditure.standing;
  if (!expenditure.disbursement.isNone()) grant.passed_on -= expenditure.standing;
  if (expenditure.state == ExpenditureState::kQueried) --grant.queried;
}

void freeInvoice(State& state, const GrantRecord& grant, const ExpenditureRecordHeld& expenditure) {
  const Money amount{expenditure.amount, grant.currency};
  state.claimed.edit({Claimed::kInvoice, invoiceKey(expenditure.invoice, amount)}) = SubjectId{};
}

}  // namespace

Result<Decision> judge(const State& state, const ExpenditureCorrect& command, const Context&) {
  const auto found = mendable(state, command.grant, command.expenditure, command.occurred_at);
  if (!found) return found.error();
  if (!found->expenditure->disbursement.isNone()) {
    return refuse("WRONG_STATE",
                  "the expenditure pays a sub-award and has the line and amount of it: void it and record it anew");
  }
  ASAR_TRY(checkReason(command.reason));
  ASAR_TRY(checkAmount(*found->grant, command.amount));
  const auto place = newLineOf(*found, command);
  if (!place) return place.error();
  if (*place == found->expenditure->line && command.amount.minor == found->expenditure->amount)
    return refuse("NO_CHANGE", "the expenditure has that line and amount already");
  ASAR_TRY(checkNotRaised(state, *found, command));
  ASAR_TRY(checkNewFigures(*found, *place, command.amount.minor));
  ASAR_TRY(checkInvoice(state, *found, command.amount));
  return Decision{};
}

void evolve(State& state, const ExpenditureCorrect& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  ExpenditureRecordHeld& expenditure = state.expenditures.edit(command.expenditure);
  takeOut(grant, expenditure);
  freeInvoice(state, grant, expenditure);
  const auto line = std::ranges::find(grant.lines, command.line, &LineRecord::line);
  expenditure.line = static_cast<std::uint32_t>(line - grant.lines.begin());
  expenditure.amount = expenditure.standing = command.amount.minor;
  expenditure.state = ExpenditureState::kRecorded;
  expenditure.mended = true;
  addPerson(expenditure.correctors, context.person);
  if (!context.acting_for.isNone()) addPerson(expenditure.correctors, context.acting_for);
  line->spent += command.amount.minor;
  grant.sums.spent += command.amount.minor;
  addMovement(grant, {expenditure.at.utc_ms, expenditure.index, -command.amount.minor});
  claim(state, {Claimed::kInvoice, invoiceKey(expenditure.invoice, command.amount)}, command.grant, context);
}

Result<Decision> judge(const State& state, const ExpenditureVoid& command, const Context&) {
  const auto found = mendable(state, command.grant, command.expenditure, command.occurred_at);
  if (!found) return found.error();
  ASAR_TRY(checkReason(command.reason));
  return Decision{};
}

void evolve(State& state, const ExpenditureVoid& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  ExpenditureRecordHeld& expenditure = state.expenditures.edit(command.expenditure);
  takeOut(grant, expenditure);
  freeInvoice(state, grant, expenditure);
  state.claimed.edit({Claimed::kDocument, expenditure.document.hex()}) = SubjectId{};
  if (!expenditure.disbursement.isNone())
    state.claimed.edit({Claimed::kDisbursement, expenditure.disbursement.text()}) = SubjectId{};
  expenditure.standing = 0;
  expenditure.state = ExpenditureState::kVoided;
  expenditure.mended = true;
}

}  // namespace ledger
