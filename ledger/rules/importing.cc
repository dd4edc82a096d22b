#include "ledger/rules/importing.h"

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "ledger/rules/directory.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/hours.h"
#include "ledger/rules/period.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

Result<void> checkOwner(const BatchRecord& batch, const Context& context) {
  if (batch.importer == context.person) return {};
  return refuse("NOT_YOUR_BATCH", "the batch was opened by person " + batch.importer.text());
}

// Of a batch that was private alone nobody else learns that it was there, nor that it was taken back.
Result<void> checkClassOfBatch(const BatchRecord& batch, const Context& context) {
  if (context.rules < kRules3 || context.visibility == batch.visibility) return {};
  return refuse("CLASS_MISMATCH", "the most public submission of the batch is " +
                                      std::string(nameOf(batch.visibility)) + ", but this one says " +
                                      std::string(nameOf(context.visibility)) + ": void it in one of that class");
}

// Money of the batch in grants that the batch did not bring itself; those fall as a whole.
std::vector<ImportedMoney> moneyOutside(const BatchRecord& batch) {
  const absl::flat_hash_set<SubjectId> own(batch.grants.begin(), batch.grants.end());
  std::vector<ImportedMoney> outside;
  for (const ImportedMoney& money : batch.money) {
    if (!own.contains(money.grant)) outside.push_back(money);
  }
  return outside;
}

// The money of a batch by what it is about, so that nobody walks over all of it for each item: a batch may hold a
// year of a country.
struct Brought {
  explicit Brought(const BatchRecord& batch) {
    using What = ImportedMoney::What;
    for (const ImportedMoney& money : batch.money) {
      if (money.what == What::kDisbursement) disbursements.insert(money.id);
      if (money.what == What::kExpenditure) expenditures.insert(money.id);
      if (money.what == What::kReversal || money.what == What::kReversedDisbursement)
        reversed[money.id] += money.amount;
    }
  }

  // What the batch itself reversed of a disbursement or expenditure.
  std::int64_t reversedOf(const SubjectId& id) const {
    const auto sum = reversed.find(id);
    return sum == reversed.end() ? 0 : sum->second;
  }

  absl::flat_hash_set<SubjectId> disbursements;
  absl::flat_hash_set<SubjectId> expenditures;
  absl::flat_hash_map<SubjectId, std::int64_t> reversed;
};

// The indexes of movements by their grants, ascending.
absl::flat_hash_map<SubjectId, std::vector<Position>> movementsOf(const std::vector<ImportedMoney>& all) {
  absl::flat_hash_map<SubjectId, std::vector<Position>> movements;
  for (const ImportedMoney& money : all) movements[money.grant].push_back(money.index);
  for (auto& [grant, indexes] : movements) std::ranges::sort(indexes);
  return movements;
}

// Whether others changed what the batch brought, or the batch changed what others brought: then it cannot just vanish.
bool entangled(const State& state, const Brought& brought, const ImportedMoney& money) {
  using What = ImportedMoney::What;
  switch (money.what) {
    case What::kDisbursement:
      return state.disbursements.find(money.id)->left + brought.reversedOf(money.id) != money.amount;
    case What::kExpenditure:
      return state.expenditures.find(money.id)->mended ||
             state.expenditures.find(money.id)->standing + brought.reversedOf(money.id) != money.amount;
    case What::kReversedDisbursement:
      return !brought.disbursements.contains(money.id);
    case What::kReversal:
      return !money.id.isNone() && !brought.expenditures.contains(money.id);
    case What::kInterest:
    case What::kRefund:
      return false;
  }
  return true;
}

// The closed day on which something happened that the batch brought, and that is not void; nothing where none is.
std::optional<CivilDay> closedDayIn(const State& state, const BatchRecord& batch) {
  using What = ImportedMoney::What;
  for (const SubjectId& id : batch.hours) {
    const HoursRecord& hours = *state.hours.find(id);
    const CivilDay day = hours.occurred_at.civilDay();
    if (hours.state != HoursState::kVoided && isClosed(state, organisationOf(state, hours.activity), day)) return day;
  }
  for (const auto& [shift, counted] : batch.counts) {
    const ShiftRecord& of = *state.shifts.find(shift);
    const CivilDay day = of.starts.civilDay();
    if (isClosed(state, organisationOf(state, of.activity), day)) return day;
  }
  for (const ImportedMoney& money : batch.money) {
    if (money.what == What::kExpenditure && state.expenditures.find(money.id)->state == ExpenditureState::kVoided)
      continue;
    const GrantRecord& grant = *state.grants.find(money.grant);
    const bool pays = money.what == What::kDisbursement || money.what == What::kReversedDisbursement;
    if (isClosed(state, grant.grantee, money.day) || (pays && isClosed(state, grant.funder, money.day)))
      return money.day;
  }
  return std::nullopt;
}

Result<void> checkNoClosedDay(const State& state, const BatchRecord& batch, const Context& context) {
  if (context.rules < kRules3) return {};
  const auto day = closedDayIn(state, batch);
  if (!day) return {};
  return refuse("PERIOD_CLOSED",
                "the batch brought something of " + dayText(*day) +
                    ", which lies in a closed period of the organisation: mend its entries one by one");
}

void removeMovements(GrantRecord& grant, const std::vector<Position>& indexes) {
  std::erase_if(grant.movements, [&](const Movement& one) { return std::ranges::binary_search(indexes, one.index); });
}

void takeBack(State& state, const ImportedMoney& money) {
  using What = ImportedMoney::What;
  GrantRecord& grant = state.grants.edit(money.grant);
  switch (money.what) {
    case What::kDisbursement: {
      DisbursementRecord& paid = state.disbursements.edit(money.id);
      grant.sums.disbursed -= money.amount;
      grant.tranches[paid.tranche - 1U].disbursed -= money.amount;
      paid.left -= money.amount;
      paid.voided = true;
      break;
    }
    case What::kReversedDisbursement: {
      DisbursementRecord& paid = state.disbursements.edit(money.id);
      grant.sums.reversed -= money.amount;
      grant.tranches[paid.tranche - 1U].disbursed += money.amount;
      paid.left += money.amount;
      break;
    }
    case What::kExpenditure: {
      ExpenditureRecordHeld& expenditure = state.expenditures.edit(money.id);
      if (expenditure.state == ExpenditureState::kQueried) --grant.queried;
      if (expenditure.state == ExpenditureState::kVerified) grant.verified -= expenditure.standing;
      grant.lines[expenditure.line].spent -= expenditure.standing;
      grant.sums.spent -= expenditure.standing;
      expenditure.standing = 0;
      expenditure.state = ExpenditureState::kVoided;
      break;
    }
    case What::kReversal:
      if (money.id.isNone()) grant.sums.vendor_refunds -= money.amount;
      break;
    case What::kInterest:
      grant.sums.interest -= money.amount;
      break;
    case What::kRefund:
      grant.sums.returned -= money.amount;
      if (!state.refunds.find(money.id)->received) --grant.refunds_open;
      state.refunds.edit(money.id).voided = true;
      break;
  }
}

}  // namespace

Result<Decision> judge(const State& state, const ImportRecord& command, const Context& context) {
  const auto* batch = state.batches.find(command.batch);
  const std::uint32_t expected = batch == nullptr ? 0 : batch->parts;
  if (batch != nullptr) {
    ASAR_TRY(checkOwner(*batch, context));
    if (batch->voided) return refuse("WRONG_STATE", "the batch was voided: import under a new batch id");
  }
  const bool same = batch == nullptr || (batch->source == command.source_hash &&
                                         batch->mapping == command.mapping_hash && batch->system == command.system);
  if (command.part == expected && same) return Decision{};
  return refuse("PART_OUT_OF_ORDER",
                "part " + std::to_string(expected) +
                    " of the batch is expected, of the same file, mapping and system; this is part " +
                    std::to_string(command.part));
}

void evolve(State& state, const ImportRecord& command, const Context& context) {
  BatchRecord& batch = state.batches.edit(command.batch);
  batch.importer = context.person;
  batch.source = command.source_hash;
  batch.mapping = command.mapping_hash;
  batch.system = command.system;
  batch.visibility = std::min(batch.visibility, context.visibility);
  ++batch.parts;
}

Result<Decision> judge(const State& state, const ImportVoid& command, const Context& context) {
  const auto* batch = state.batches.find(command.batch);
  ASAR_TRY(checkOwner(*batch, context));
  if (batch->voided) return refuse("WRONG_STATE", "the batch is void already");
  ASAR_TRY(checkClassOfBatch(*batch, context));
  ASAR_TRY(checkNotFuture(command.occurred_at, context));
  ASAR_TRY(checkNoClosedDay(state, *batch, context));
  for (const SubjectId& id : batch->grants) {
    if (!state.grants.find(id)->used_by_others) continue;
    return refuse("BATCH_IN_USE", "grant " + id.text() + " of the batch has later entries of others");
  }
  const auto outside = moneyOutside(*batch);
  const Brought brought(*batch);
  for (const ImportedMoney& money : outside) {
    if (state.grants.find(money.grant)->state != GrantState::kAgreed) {
      return refuse("GRANT_CLOSED", "the batch moved money of grant " + money.grant.text() +
                                        ", which is closed and takes no more changes");
    }
    if (!entangled(state, brought, money)) continue;
    return refuse("BATCH_IN_USE", "others changed what the batch brought into grant " + money.grant.text() +
                                      " at index " + std::to_string(money.index) + ", or it changed what they brought");
  }
  const auto movements = movementsOf(outside);
  for (const ImportedMoney& first : outside) {  // grants in the order in which the batch came to them
    const auto& removed = movements.at(first.grant);
    if (removed.front() == first.index) ASAR_TRY(checkMovements(*state.grants.find(first.grant), {}, removed));
  }
  return Decision{};
}

void evolve(State& state, const ImportVoid& command, const Context&) {
  BatchRecord& record = state.batches.edit(command.batch);
  record.voided = true;
  const BatchRecord batch = record;
  for (const SubjectId& hours : batch.hours) {
    if (state.hours.find(hours)->state != HoursState::kVoided) voidHours(state, hours);
  }
  for (const SubjectId& grant : batch.grants) state.grants.edit(grant).state = GrantState::kVoided;
  const auto outside = moneyOutside(batch);
  for (const auto& [grant, indexes] : movementsOf(outside)) removeMovements(state.grants.edit(grant), indexes);
  for (const ImportedMoney& money : outside) takeBack(state, money);
  for (const ClaimedKey& key : batch.claims) state.claimed.edit(key) = SubjectId{};
  for (const auto& [shift, counted] : batch.counts) std::erase(state.shifts.edit(shift).counted, counted);
}

}  // namespace ledger
