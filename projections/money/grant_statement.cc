#include "projections/money/grant_statement.h"

#include <variant>

#include "ledger/base/limits.h"
#include "projections/money/grant_statement_sql.h"

namespace projections {

using ledger::Result;

namespace {

MovementRow movementOf(const Fact& fact, MovementKind kind, std::int64_t amount, const ledger::Instant& occurred_at) {
  MovementRow movement;
  movement.index = fact.index;
  movement.kind = kind;
  movement.amount = amount;
  movement.day = occurred_at.civilDay();
  movement.batch = fact.batch;
  return movement;
}

}  // namespace

std::string_view GrantStatements::sql() const {
  return kGrantStatementSql;
}

std::vector<TableShape> GrantStatements::tables() const {
  return shapesOf<GrantRow, GrantLineRow, GrantTrancheRow, DisbursementRow, ExpenditureRow, MovementRow, DemandRow>();
}

Result<void> GrantStatements::load(Database& database) {
  if (auto loaded = grants_.load(database); !loaded) return loaded;
  if (auto loaded = lines_.load(database); !loaded) return loaded;
  if (auto loaded = tranches_.load(database); !loaded) return loaded;
  if (auto loaded = disbursements_.load(database); !loaded) return loaded;
  if (auto loaded = expenditures_.load(database); !loaded) return loaded;
  if (auto loaded = movements_.load(database); !loaded) return loaded;
  if (auto loaded = demands_.load(database); !loaded) return loaded;
  refunds_.clear();
  movements_.forEach([&](const MovementRow& movement) {
    if (movement.kind == MovementKind::kRefund) refunds_[movement.subject] = movement.index;
    return false;
  });
  return {};
}

Result<void> GrantStatements::flush(Database& database) {
  if (auto written = grants_.flush(database); !written) return written;
  if (auto written = lines_.flush(database); !written) return written;
  if (auto written = tranches_.flush(database); !written) return written;
  if (auto written = disbursements_.flush(database); !written) return written;
  if (auto written = expenditures_.flush(database); !written) return written;
  if (auto written = movements_.flush(database); !written) return written;
  return demands_.flush(database);
}

void GrantStatements::award(const Fact& fact, const ledger::GrantAward& award) {
  GrantRow grant;
  grant.grant = award.grant;
  grant.number = award.number;
  grant.title = award.title;
  grant.funder = award.funder;
  grant.grantee = award.grantee;
  grant.programme = award.programme;
  grant.region = award.region;
  grant.direction = places_.directionOf(award.programme);
  grant.currency = award.amount.currency;
  grant.awarded = award.amount.minor;
  grant.grant_class = award.grant_class;
  grant.source = award.source;
  grant.awarded_day = award.occurred_at.civilDay();
  grant.parent = award.parent;
  grant.parent_line = award.parent_line;
  grant.batch = fact.batch;
  grant.since = fact.index;
  grant.changed = fact.index;
  listener_.grantChanged(nullptr, grants_.insert(std::move(grant)));
}

void GrantStatements::count(std::int64_t& sum, std::int64_t amount) {
  std::int64_t more = 0;
  const bool fits = !__builtin_add_overflow(sum, amount, &more) && more <= ledger::limits::kGrantSumMax &&
                    more >= -ledger::limits::kGrantSumMax;
  if (fits) {
    sum = more;
  } else {
    overflown_ = true;
  }
}

void GrantStatements::spend(GrantRow& grant, const std::string& line, std::int64_t amount) {
  count(grant.spent, amount);
  if (GrantLineRow* row = lines_.change({grant.grant, line})) count(row->spent, amount);
}

Result<void> GrantStatements::apply(const Fact&, GrantRow& grant, const ledger::AgreementSign& agreement) {
  grant.state = GrantState::kAgreed;
  grant.agreement_number = agreement.number;
  grant.eligible_from = agreement.eligible_from;
  grant.eligible_to = agreement.eligible_to;
  std::int64_t ordinal = 0;
  for (const ledger::BudgetLine& line : agreement.lines) {
    lines_.insert({grant.grant, line.line, ++ordinal, line.cost_type, line.amount, 0});
  }
  for (const ledger::Tranche& tranche : agreement.tranches) {
    tranches_.insert({grant.grant, tranche.number, tranche.amount, tranche.due, 0, 0});
  }
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::TrancheApprove& approval) {
  GrantTrancheRow* tranche = tranches_.change({grant.grant, approval.tranche});
  if (tranche == nullptr) return withoutSubject(fact, "tranche", std::to_string(approval.tranche));
  tranche->approved_index = fact.index;
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::TrancheDisburse& paid) {
  DisbursementRow row;
  row.disbursement = paid.disbursement;
  row.grant = grant.grant;
  row.tranche = paid.tranche;
  row.amount = paid.amount.minor;
  row.reference = paid.payment_reference;
  row.day = paid.occurred_at.civilDay();
  row.batch = fact.batch;
  row.since = fact.index;
  disbursements_.insert(std::move(row));
  count(grant.disbursed, paid.amount.minor);
  if (GrantTrancheRow* tranche = tranches_.change({grant.grant, paid.tranche}))
    count(tranche->disbursed, paid.amount.minor);
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow&, const ledger::DisbursementConfirm& confirmed) {
  DisbursementRow* row = disbursements_.change(confirmed.disbursement);
  if (row == nullptr) return withoutSubject(fact, "disbursement", confirmed.disbursement.text());
  row->confirmed_index = fact.index;
  return {};
}

void GrantStatements::addMovement(GrantRow& grant, MovementRow movement) {
  movement.grant = grant.grant;
  movements_.insert(movement);
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::DisbursementReverse& reversed) {
  DisbursementRow* row = disbursements_.change(reversed.disbursement);
  if (row == nullptr) return withoutSubject(fact, "disbursement", reversed.disbursement.text());
  count(row->reversed, reversed.amount.minor);
  count(grant.reversed, reversed.amount.minor);
  if (auto* tranche = tranches_.change({grant.grant, row->tranche})) count(tranche->disbursed, -reversed.amount.minor);
  MovementRow movement =
      movementOf(fact, MovementKind::kDisbursementReversed, reversed.amount.minor, reversed.occurred_at);
  movement.original = reversed.disbursement;
  addMovement(grant, movement);
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureRecord& recorded) {
  ExpenditureRow row;
  row.expenditure = recorded.expenditure;
  row.grant = grant.grant;
  row.line = recorded.line;
  row.amount = recorded.amount.minor;
  row.document_hash = recorded.document_hash;
  row.document_kind = recorded.document_kind;
  row.document_number = recorded.document_number;
  row.document_day = recorded.document_date;
  row.vendor = recorded.vendor;
  row.method = recorded.method;
  row.day = recorded.occurred_at.civilDay();
  row.batch = fact.batch;
  row.since = fact.index;
  row.changed = fact.index;
  expenditures_.insert(std::move(row));
  spend(grant, recorded.line, recorded.amount.minor);
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow&, const ledger::ExpenditureVerify& verified) {
  ExpenditureRow* row = expenditures_.change(verified.expenditure);
  if (row == nullptr) return withoutSubject(fact, "expenditure", verified.expenditure.text());
  row->state = ExpenditureState::kVerified;
  row->changed = fact.index;
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow&, const ledger::ExpenditureQuery& queried) {
  ExpenditureRow* row = expenditures_.change(queried.expenditure);
  if (row == nullptr) return withoutSubject(fact, "expenditure", queried.expenditure.text());
  row->state = ExpenditureState::kQueried;
  row->reason = queried.reason;
  row->changed = fact.index;
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureDisallow& disallowed) {
  ExpenditureRow* row = expenditures_.change(disallowed.expenditure);
  if (row == nullptr) return withoutSubject(fact, "expenditure", disallowed.expenditure.text());
  row->state = ExpenditureState::kDisallowed;
  count(row->disallowed, disallowed.amount.minor);
  row->reason = disallowed.reason;
  row->changed = fact.index;
  count(grant.disallowed, disallowed.amount.minor);
  spend(grant, row->line, -disallowed.amount.minor);
  MovementRow movement =
      movementOf(fact, MovementKind::kExpenditureDisallowed, disallowed.amount.minor, disallowed.occurred_at);
  movement.original = disallowed.expenditure;
  addMovement(grant, movement);
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::ExpenditureReverse& reversed) {
  const bool of_vendor = reversed.original.isNone();
  if (of_vendor) {
    count(grant.vendor_refunds, reversed.amount.minor);
  } else {
    ExpenditureRow* row = expenditures_.change(reversed.original);
    if (row == nullptr) return withoutSubject(fact, "expenditure", reversed.original.text());
    count(row->reversed, reversed.amount.minor);
    row->changed = fact.index;
    spend(grant, row->line, -reversed.amount.minor);
  }
  const MovementKind kind = of_vendor ? MovementKind::kVendorRefund : MovementKind::kExpenditureReversed;
  MovementRow movement = movementOf(fact, kind, reversed.amount.minor, reversed.occurred_at);
  movement.subject = reversed.reversal;
  movement.original = reversed.original;
  addMovement(grant, movement);
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::InterestRecord& interest) {
  count(grant.interest, interest.amount.minor);
  addMovement(grant, movementOf(fact, MovementKind::kInterest, interest.amount.minor, interest.occurred_at));
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow& grant, const ledger::RefundSend& refund) {
  count(grant.returned, refund.amount.minor);
  refunds_[refund.refund] = fact.index;
  MovementRow movement = movementOf(fact, MovementKind::kRefund, refund.amount.minor, refund.occurred_at);
  movement.subject = refund.refund;
  addMovement(grant, movement);
  return {};
}

Result<void> GrantStatements::apply(const Fact& fact, GrantRow&, const ledger::RefundReceive& received) {
  const auto found = refunds_.find(received.refund);
  if (found == refunds_.end()) return withoutSubject(fact, "refund", received.refund.text());
  MovementRow* refund = movements_.change(found->second);
  if (refund == nullptr) return withoutSubject(fact, "refund", received.refund.text());
  refund->confirmed_index = fact.index;
  return {};
}

Result<void> GrantStatements::apply(const Fact&, GrantRow& grant, const ledger::GrantClose&) {
  grant.state = GrantState::kClosed;
  grant.demanded = 0;
  grant.waived = grant.on_hand;
  return {};
}

template <class Command>
Result<void> GrantStatements::foldMoney(const Fact& fact, const Command& command) {
  if constexpr (requires(GrantRow & grant) { this->apply(fact, grant, command); }) {
    if (grants_.find(command.grant) == nullptr) return withoutSubject(fact, "grant", command.grant.text());
    Result<void> applied;
    alter(fact, command.grant, [&](GrantRow& grant) { applied = apply(fact, grant, command); });
    return applied;
  } else {
    return {};
  }
}

Result<void> GrantStatements::fold(const Fact& fact) {
  const auto& body = fact.command->body;
  Result<void> folded;
  if (const auto* awarded = body.as<ledger::GrantAward>()) {
    award(fact, *awarded);
  } else if (const auto* batch = body.as<ledger::ImportVoid>()) {
    voidBatch(fact, batch->batch);
  } else if (const auto* waiver = body.as<ledger::RefundWaive>()) {
    folded = waive(fact, *waiver);
  } else {
    folded = visit([&](const auto& command) { return foldMoney(fact, command); }, body);
  }
  if (overflown_) return sumOverflows(fact);
  return folded;
}

}  // namespace projections
