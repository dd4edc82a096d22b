#include "tests/reference/grant_money.h"

#include <algorithm>

namespace reference {

using namespace ledger;  // the commands

namespace {

// The one that a command of that id made; null where there is none.
template <class List, class Id>
auto find(List& list, const SubjectId& id, Id member) -> decltype(&list.front()) {
  for (auto& one : list) {
    if (one.command->*member == id) return &one;
  }
  return nullptr;
}

// Adds up one fact after the other.
struct Count {
  const World& world;
  Grant& grant;

  Payment* paymentOf(const SubjectId& id) { return find(grant.payments, id, &TrancheDisburse::disbursement); }
  Cost* costOf(const SubjectId& id) { return find(grant.costs, id, &ExpenditureRecord::expenditure); }
  void move(const Fact& fact, const Instant& at, std::int64_t change) {
    grant.moves.push_back({at.utc_ms, fact.index, change});
  }

  void add(const Fact&, const AgreementSign& agreement) { grant.agreement = &agreement; }
  void add(const Fact&, const GrantClose&) { grant.closed = true; }
  void add(const Fact& fact, const TrancheApprove& approval) {
    grant.approved[approval.tranche] = approval.occurred_at.utc_ms;
    grant.approvers.insert(fact.signer);
    if (fact.endorser) grant.approvers.insert(*fact.endorser);
  }
  void add(const Fact& fact, const TrancheDisburse& payment) {
    grant.payments.push_back({&fact, &payment, payment.amount.minor, false});
    grant.paid += payment.amount.minor;
    grant.payers.insert(fact.signer);
    move(fact, payment.occurred_at, payment.amount.minor);
  }
  void add(const Fact&, const DisbursementConfirm& confirmation) {
    paymentOf(confirmation.disbursement)->confirmed = true;
  }
  void add(const Fact& fact, const DisbursementReverse& reversal) {
    grant.payers.insert(fact.signer);
    if (world.isTold(Fault::kReversalForgotten)) return;
    paymentOf(reversal.disbursement)->left -= reversal.amount.minor;
    move(fact, reversal.occurred_at, -reversal.amount.minor);
  }
  void add(const Fact& fact, const ExpenditureRecord& cost) {
    grant.costs.push_back({&fact, &cost, cost.amount.minor, CostStage::kRecorded});
    move(fact, cost.occurred_at, -cost.amount.minor);
  }
  void add(const Fact& fact, const ExpenditureVerify& check) {
    grant.checkers.insert(fact.signer);
    costOf(check.expenditure)->stage = CostStage::kVerified;
  }
  void add(const Fact& fact, const ExpenditureQuery& query) {
    grant.checkers.insert(fact.signer);
    costOf(query.expenditure)->stage = CostStage::kQueried;
  }
  void add(const Fact& fact, const ExpenditureDisallow& refusal) {
    grant.checkers.insert(fact.signer);
    costOf(refusal.expenditure)->stage = CostStage::kDisallowed;
    if (world.isTold(Fault::kDisallowedIsSpent)) return;
    costOf(refusal.expenditure)->standing -= refusal.amount.minor;
    move(fact, refusal.occurred_at, refusal.amount.minor);
  }
  void add(const Fact& fact, const ExpenditureReverse& reversal) {
    if (Cost* cost = costOf(reversal.original)) {
      cost->standing -= reversal.amount.minor;
    } else {
      grant.vendor_refunds += reversal.amount.minor;
    }
    move(fact, reversal.occurred_at, reversal.amount.minor);
  }
  void add(const Fact& fact, const InterestRecord& interest) {
    grant.interest += interest.amount.minor;
    move(fact, interest.occurred_at, interest.amount.minor);
  }
  void add(const Fact& fact, const RefundSend& refund) {
    grant.refunds.push_back({&refund, false});
    move(fact, refund.occurred_at, -refund.amount.minor);
  }
  void add(const Fact& fact, const RefundReceive& receipt) {
    grant.payers.insert(fact.signer);
    find(grant.refunds, receipt.refund, &RefundSend::refund)->received = true;
  }

  template <class Body>
  void addIf(const Fact& fact) {
    if (const auto* body = fact.body.as<Body>(); body != nullptr && body->grant == grant.award->grant) add(fact, *body);
  }
};

template <class... Bodies>
void countAll(Count& count, const Fact& fact) {
  (count.addIf<Bodies>(fact), ...);
}

}  // namespace

const Payment* Grant::payment(const SubjectId& id) const {
  return find(payments, id, &TrancheDisburse::disbursement);
}

const Cost* Grant::cost(const SubjectId& id) const {
  return find(costs, id, &ExpenditureRecord::expenditure);
}

const Refund* Grant::refund(const SubjectId& id) const {
  return find(refunds, id, &RefundSend::refund);
}

const BudgetLine* Grant::line(const std::string& name) const {
  if (agreement == nullptr) return nullptr;
  for (const BudgetLine& one : agreement->lines) {
    if (one.line == name) return &one;
  }
  return nullptr;
}

const Tranche* Grant::tranche(std::uint16_t number) const {
  if (agreement == nullptr) return nullptr;
  for (const Tranche& one : agreement->tranches) {
    if (one.number == number) return &one;
  }
  return nullptr;
}

std::int64_t Grant::paidOf(std::uint16_t tranche) const {
  std::int64_t sum = 0;
  for (const Payment& one : payments) {
    if (one.command->tranche == tranche) sum += one.left;
  }
  return sum;
}

std::int64_t Grant::spentOn(const std::string& line) const {
  std::int64_t sum = 0;
  for (const Cost& one : costs) {
    if (one.command->line == line) sum += one.standing;
  }
  return sum;
}

std::optional<Grant> grantOf(const World& world, const SubjectId& id) {
  std::optional<Grant> grant;
  each<GrantAward>(world, [&](const Fact&, const GrantAward& award) {
    if (award.grant != id) return;
    grant.emplace().award = &award;
  });
  if (!grant) return grant;
  Count count{world, *grant};
  for (const Fact& fact : world.facts) {
    countAll<AgreementSign, GrantClose, TrancheApprove, TrancheDisburse, DisbursementConfirm, DisbursementReverse,
             ExpenditureRecord, ExpenditureVerify, ExpenditureQuery, ExpenditureDisallow, ExpenditureReverse,
             InterestRecord, RefundSend, RefundReceive>(count, fact);
  }
  return grant;
}

GrantFigures figuresOf(const Grant& grant) {
  GrantFigures figures;
  figures.awarded = grant.award->amount.minor;
  for (const Payment& one : grant.payments) figures.disbursed += one.left;
  for (const Cost& one : grant.costs) figures.spent += one.standing;
  for (const Refund& one : grant.refunds) figures.returned += one.command->amount.minor;
  for (const Move& one : grant.moves) figures.on_hand += one.change;
  if (grant.agreement != nullptr) {
    for (const BudgetLine& line : grant.agreement->lines) figures.lines[line.line] = grant.spentOn(line.line);
  }
  return figures;
}

std::map<SubjectId, GrantFigures> allFigures(const World& world) {
  std::map<SubjectId, GrantFigures> all;
  each<GrantAward>(
      world, [&](const Fact&, const GrantAward& award) { all[award.grant] = figuresOf(*grantOf(world, award.grant)); });
  return all;
}

bool isMissing(const World& world, const Grant& grant, const Move& more) {
  auto moves = grant.moves;
  moves.push_back(more);
  std::ranges::sort(moves, [](const Move& a, const Move& b) { return a.at != b.at ? a.at < b.at : a.index < b.index; });
  std::int64_t on_hand = 0;
  bool missing = false;
  for (const Move& one : moves) {
    on_hand += one.change;
    missing = missing || on_hand < 0;
  }
  return world.isTold(Fault::kOnlyLastBalance) ? on_hand < 0 : missing;
}

}  // namespace reference
