#include <vector>

#include "projections/money/grant_statement.h"

namespace projections {

void GrantStatements::voidMovement(const Fact& fact, MovementRow& movement) {
  movement.voided = true;
  alter(fact, movement.grant, [&](GrantRow& grant) {
    switch (movement.kind) {
      case MovementKind::kDisbursementReversed: {
        count(grant.reversed, -movement.amount);
        DisbursementRow* original = disbursements_.change(movement.original);
        ASAR_CHECK(original != nullptr);
        count(original->reversed, -movement.amount);
        if (auto* tranche = tranches_.change({grant.grant, original->tranche}))
          count(tranche->disbursed, movement.amount);
        break;
      }
      case MovementKind::kExpenditureReversed: {
        ExpenditureRow* original = expenditures_.change(movement.original);
        ASAR_CHECK(original != nullptr);
        count(original->reversed, -movement.amount);
        original->changed = fact.index;
        spend(grant, original->line, movement.amount);
        break;
      }
      case MovementKind::kVendorRefund:
        count(grant.vendor_refunds, -movement.amount);
        break;
      case MovementKind::kInterest:
        count(grant.interest, -movement.amount);
        break;
      case MovementKind::kRefund:
        count(grant.returned, -movement.amount);
        break;
      case MovementKind::kExpenditureDisallowed: {
        ExpenditureRow* original = expenditures_.change(movement.original);
        ASAR_CHECK(original != nullptr);
        count(original->disallowed, -movement.amount);
        count(grant.disallowed, -movement.amount);
        original->changed = fact.index;
        spend(grant, original->line, movement.amount);
        break;
      }
    }
  });
}

void GrantStatements::voidBatch(const Fact& fact, ledger::SubjectId batch) {
  // What was taken back first: its original may come with the same batch.
  movements_.forEach([&](MovementRow& movement) {
    if (movement.batch != batch || movement.voided) return false;
    voidMovement(fact, movement);
    return true;
  });
  expenditures_.forEach([&](ExpenditureRow& row) {
    if (row.batch != batch || row.state == ExpenditureState::kVoided) return false;
    alter(fact, row.grant, [&](GrantRow& grant) {
      spend(grant, row.line, -row.standing());
      count(grant.disallowed, -row.disallowed);
    });
    row.state = ExpenditureState::kVoided;
    row.changed = fact.index;
    return true;
  });
  disbursements_.forEach([&](DisbursementRow& row) {
    if (row.batch != batch || row.voided) return false;
    row.voided = true;
    alter(fact, row.grant, [&](GrantRow& grant) {
      count(grant.disbursed, -row.amount);
      count(grant.reversed, -row.reversed);
      if (auto* tranche = tranches_.change({grant.grant, row.tranche}))
        count(tranche->disbursed, -(row.amount - row.reversed));
    });
    return true;
  });
  std::vector<ledger::SubjectId> awarded;
  grants_.forEach([&](const GrantRow& grant) {
    if (grant.batch == batch && grant.state != GrantState::kVoided) awarded.push_back(grant.grant);
    return false;
  });
  for (const auto& id : awarded) alter(fact, id, [](GrantRow& grant) { grant.state = GrantState::kVoided; });
}

}  // namespace projections
