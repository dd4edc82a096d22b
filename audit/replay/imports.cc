// Import batches: their parts, and what is left when one is voided.
#include <algorithm>
#include <set>

#include "audit/replay/balance.h"
#include "audit/replay/oversight.h"
#include "audit/replay/periods.h"
#include "audit/replay/voices.h"
#include "audit/replay/volunteer_days.h"

namespace audit {
namespace {

constexpr Refusal kInUse{"BATCH_IN_USE", "others build upon what the batch brought in"};

// The grant that an item moved money of; zeros for the others.
Id grantOf(const State& state, const ImportedItem& item) {
  const auto of = [&](const auto& map) {
    const auto* found = find(map, item.id);
    return found != nullptr ? found->grant : Id{};
  };
  switch (item.kind) {
    case Imported::kHours:
    case Imported::kAttendance:
      return {};
    case Imported::kGrant:
    case Imported::kInterest:
      return item.id;
    case Imported::kDisbursement:
      return of(state.disbursements);
    case Imported::kExpenditure:
      return of(state.expenditures);
    case Imported::kRefund:
      return of(state.refunds);
    case Imported::kReversal:
      break;
  }
  if (find(state.disbursements, item.id) != nullptr) return of(state.disbursements);
  return find(state.expenditures, item.id) != nullptr ? of(state.expenditures) : item.id;
}

// A day of the grantee or, where it was paid out or taken back, of the funder.
bool movedOnClosedDay(const State& state, const ImportedItem& item) {
  if (item.kind == Imported::kExpenditure && find(state.expenditures, item.id)->state == ExpenditureState::kVoided)
    return false;
  const Grant* grant = find(state.grants, grantOf(state, item));
  if (grant == nullptr) return false;
  const bool of_funder = find(state.disbursements, item.id) != nullptr;
  return isClosedDay(state, grant->grantee, item.day) || (of_funder && isClosedDay(state, grant->funder, item.day));
}

// It stands and tells of a day in a closed period: of service that of its activity's organisation, of money as above.
bool tellsOfClosedDay(const State& state, const ImportedItem& item) {
  switch (item.kind) {
    case Imported::kGrant:
      return false;
    case Imported::kHours: {
      const Hours* hours = find(state.hours, item.id);
      return hours != nullptr && hours->state != HoursState::kVoided &&
             isClosedDay(state, organisationOfActivity(state, hours->activity), civilDay(hours->occurred));
    }
    case Imported::kAttendance: {
      const Shift* shift = find(state.shifts, item.id);
      return shift != nullptr && isClosedDay(state, organisationOfShift(state, item.id), civilDay(shift->starts));
    }
    case Imported::kDisbursement:
    case Imported::kExpenditure:
    case Imported::kReversal:
    case Imported::kInterest:
    case Imported::kRefund:
      break;
  }
  return movedOnClosedDay(state, item);
}

struct BatchView {
  std::unordered_set<std::uint64_t> indexes;
  std::set<Id> grants;
};

BatchView viewOf(const State& state, const Batch& batch) {
  BatchView view;
  for (const ImportedItem& item : batch.items) {
    view.indexes.insert(item.index);
    const Id grant = grantOf(state, item);
    if (grant != Id{}) view.grants.insert(grant);
  }
  return view;
}

// A grant that stays, without the movements of the batch.
Refusal judgeRest(const Grant& grant, const BatchView& view) {
  if (grant.state != GrantState::kAgreed) return {"GRANT_CLOSED", "the batch moved money of a grant that is closed"};
  Sum sum = 0;
  for (const Movement& movement : grant.movements) {
    const bool own = view.indexes.contains(movement.index);
    if (movement.about != movement.index && own != view.indexes.contains(movement.about)) return kInUse;
    if (own) continue;
    sum += movement.amount;
    if (sum < 0) return kNotEnoughMoney;
  }
  return {};
}

void voidSpending(State& state, const ImportedItem& item, Grant& grant) {
  Expenditure* spent = find(state.expenditures, item.id);
  if (spent == nullptr) return;
  const Sum standing = spent->standing();
  grant.spent -= standing;
  if (spent->line < grant.lines.size()) grant.lines[spent->line].spent -= standing;
  if (spent->state == ExpenditureState::kQueried && grant.queried > 0) --grant.queried;
  spent->state = ExpenditureState::kVoided;
  state.documents.erase(spent->document);
  state.invoices.erase(spent->invoice);
}

void voidReversal(State& state, const ImportedItem& item, Grant& grant) {
  if (Disbursement* paid = find(state.disbursements, item.id)) {
    paid->reversed -= item.amount;
    if (!paid->voided) grant.disbursed += item.amount;
    if (paid->tranche >= 1 && paid->tranche <= grant.tranches.size())
      grant.tranches[paid->tranche - 1U].paid += item.amount;
    return;
  }
  state.documents.erase(item.document);
  Expenditure* spent = find(state.expenditures, item.id);
  if (spent == nullptr) grant.vendor_refunds -= item.amount;
  if (spent == nullptr || spent->state == ExpenditureState::kVoided) return;
  spent->taken_back -= item.amount;
  grant.spent += item.amount;
  if (spent->line < grant.lines.size()) grant.lines[spent->line].spent += item.amount;
}

void voidDisbursement(State& state, const ImportedItem& item, Grant& grant) {
  Disbursement* paid = find(state.disbursements, item.id);
  if (paid == nullptr || paid->voided) return;
  paid->voided = true;
  grant.paid_in -= paid->amount;
  grant.disbursed -= paid->amount - paid->reversed;
  if (paid->tranche >= 1 && paid->tranche <= grant.tranches.size()) {
    grant.tranches[paid->tranche - 1U].paid -= paid->amount - paid->reversed;
  }
}

void voidRefund(State& state, const ImportedItem& item, Grant& grant) {
  Refund* refund = find(state.refunds, item.id);
  if (refund == nullptr || refund->voided) return;
  refund->voided = true;
  grant.returned -= refund->amount;
  if (!refund->received && grant.refunds_open > 0) --grant.refunds_open;
}

void voidMoney(State& state, const ImportedItem& item) {
  Grant* grant = find(state.grants, grantOf(state, item));
  if (grant == nullptr) return;
  switch (item.kind) {
    case Imported::kHours:
    case Imported::kAttendance:
      break;
    case Imported::kGrant:
      grant->state = GrantState::kVoided;
      state.grant_numbers.erase(grant->number);
      break;
    case Imported::kDisbursement:
      voidDisbursement(state, item, *grant);
      break;
    case Imported::kExpenditure:
      voidSpending(state, item, *grant);
      break;
    case Imported::kReversal:
      voidReversal(state, item, *grant);
      break;
    case Imported::kInterest:
      grant->interest -= item.amount;
      state.documents.erase(item.document);
      break;
    case Imported::kRefund:
      voidRefund(state, item, *grant);
      break;
  }
}

void voidItem(State& state, const ImportedItem& item) {
  if (item.kind == Imported::kHours) {
    Hours* hours = find(state.hours, item.id);
    if (hours == nullptr) return;
    hours->state = HoursState::kVoided;
    stand(state, item.id, *hours, 0);
  } else if (item.kind == Imported::kAttendance) {
    if (Shift* shift = find(state.shifts, item.id)) shift->counted &= ~item.state;
  } else {
    voidMoney(state, item);
  }
}

}  // namespace

Refusal judge(const State& state, const Case& c, schema::ImportRecord::Reader command) {
  constexpr Refusal kOrder{"PART_OUT_OF_ORDER", "the part is not the next one, or of another file, mapping or system"};
  const Batch* batch = find(state.batches, idOf(command.getBatch()));
  if (batch == nullptr) {
    if (state.ids.contains(idOf(command.getBatch()))) return kIdTaken;
    return command.getPart() == 0 ? Refusal{} : kOrder;
  }
  if (batch->importer != c.person) return {"NOT_YOUR_BATCH", "the batch belongs to another importer"};
  if (batch->voided) return kWrongState;
  const bool alike =
      batch->source == fixed<32>(command.getSourceHash()) && batch->mapping == fixed<32>(command.getMappingHash());
  const bool same_system = c.rules < kVersionThree || batch->system == idOf(command.getSystem());
  return alike && same_system && batch->next_part == command.getPart() ? Refusal{} : kOrder;
}

void apply(State& state, const Case& c, schema::ImportRecord::Reader command) {
  const Id id = idOf(command.getBatch());
  state.ids.insert(id);
  Batch fresh;
  fresh.importer = c.person;
  fresh.source = fixed<32>(command.getSourceHash());
  fresh.mapping = fixed<32>(command.getMappingHash());
  fresh.system = idOf(command.getSystem());
  Batch& batch = state.batches.try_emplace(id, std::move(fresh)).first->second;
  batch.next_part = command.getPart() + 1;
  batch.visibility = std::min(batch.visibility, c.visibility);
}

Refusal judge(const State& state, const Case& c, schema::ImportVoid::Reader command) {
  const Batch* batch = find(state.batches, idOf(command.getBatch()));
  if (batch == nullptr) return kUnknownSubject;
  if (batch->importer != c.person) return {"NOT_YOUR_BATCH", "the batch belongs to another importer"};
  if (batch->voided) return kWrongState;
  if (c.rules >= kVersionThree && c.visibility != batch->visibility)
    return {"CLASS_MISMATCH", "its class is not the most public one of the submissions of the batch"};
  if (const auto refusal = future(c, command.getOccurredAt())) return refusal;
  const auto closed = [&](const ImportedItem& item) { return tellsOfClosedDay(state, item); };
  if (c.rules >= kVersionThree && std::ranges::any_of(batch->items, closed)) return kPeriodClosed;
  const auto is_mended = [&](const ImportedItem& item) {
    const Expenditure* spent = item.kind == Imported::kExpenditure ? find(state.expenditures, item.id) : nullptr;
    return spent != nullptr && spent->mended;
  };
  if (std::ranges::any_of(batch->items, is_mended)) return kInUse;
  const BatchView view = viewOf(state, *batch);
  for (const Id& id : view.grants) {
    const Grant* grant = find(state.grants, id);
    if (grant == nullptr) continue;
    if (grant->batch == idOf(command.getBatch())) {
      if (grant->others_wrote) return kInUse;
    } else if (const auto refusal = judgeRest(*grant, view)) {
      return refusal;
    }
  }
  return {};
}

void apply(State& state, const Case&, schema::ImportVoid::Reader command) {
  Batch* batch = find(state.batches, idOf(command.getBatch()));
  if (batch == nullptr || batch->voided) return;
  batch->voided = true;
  const BatchView view = viewOf(state, *batch);
  // The last first, so that a reversal is undone before what it reversed.
  std::for_each(batch->items.rbegin(), batch->items.rend(), [&](const ImportedItem& item) { voidItem(state, item); });
  for (const Id& id : view.grants) {
    Grant* grant = find(state.grants, id);
    if (grant == nullptr) continue;
    std::erase_if(grant->movements, [&](const Movement& movement) {
      const bool gone = view.indexes.contains(movement.index) || view.indexes.contains(movement.about);
      if (gone) grant->on_hand -= movement.amount;
      return gone;
    });
  }
}

}  // namespace audit
