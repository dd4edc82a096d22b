#include "audit/rules/money_facts.h"

#include <algorithm>

namespace audit {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char large(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// The figure of a grant that a report may name; nullopt where the ledger has none of that name.
std::optional<Sum> figureOf(const Grant& grant, std::string_view name) {
  if (name == "awarded") return Sum{grant.awarded};
  if (name == "disbursed") return grant.disbursed;
  if (name == "spent") return grant.spent;
  if (name == "returned") return grant.returned;
  if (name == "onHand") return grant.on_hand;
  if (name == "interest") return grant.interest;
  return std::nullopt;
}

bool isOwed(const State& state, const Id& obligation) {
  return isIn(state, obligation, "due") || isIn(state, obligation, "returned");
}

}  // namespace

std::string numberKey(std::string_view number) {
  std::string key;
  for (std::size_t i = 0; i < number.size();) {
    const bool digits = isDigit(number[i]);
    if (!digits && !isLetter(number[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < number.size() && (digits ? isDigit(number[end]) : isLetter(number[end]))) ++end;
    while (digits && i + 1 < end && number[i] == '0') ++i;
    if (!key.empty()) key += '.';
    for (; i < end; ++i) key += large(number[i]);
  }
  return key;
}

std::string vendorKey(std::string_view vendor) {
  constexpr std::string_view kPrefix = "KZ-BIN-";
  constexpr std::size_t kBinDigits = 12;
  std::string key(vendor);
  std::ranges::transform(key, key.begin(), large);
  const bool bin = key.starts_with(kPrefix) && key.size() == kPrefix.size() + kBinDigits &&
                   std::ranges::all_of(key.substr(kPrefix.size()), isDigit);
  return bin ? key.substr(kPrefix.size()) : key;
}

void MoneyFacts::hear(const State& state, const Case& c, schema::Command::Reader command) {
  hearSpending(state, c, command);
  hearGrants(state, c, command);
  hearReports(state, c, command);
  hearGiving(state, c, command);
  hearParties(state, c, command);
  hearCalls(state, c, command);
}

void MoneyFacts::did(const Case& c, const Id& grant, Duty duty) {
  if (c.imported() || grant == Id{}) return;
  auto& list = duties[grant];
  list.push_back({duty, c.signer(), c.index});
  if (c.second) list.push_back({duty, c.endorser(), c.index});
}

void MoneyFacts::note(const Case& c, schema::ExpenditureRecord::Reader command) {
  SpentFact fact;
  fact.id = idOf(command.getExpenditure());
  fact.grant = idOf(command.getGrant());
  fact.index = c.index;
  fact.line = stringOf(command.getLine());
  fact.amount = command.getAmount().getMinor();
  fact.currency = stringOf(command.getAmount().getCurrency());
  fact.document = fixed<32>(command.getDocumentHash());
  fact.kind = command.getDocumentKind();
  fact.number = stringOf(command.getDocumentNumber());
  fact.number_key = numberKey(fact.number);
  fact.document_day = command.getDocumentDate();
  fact.vendor = stringOf(command.getVendor());
  fact.vendor_key = vendorKey(fact.vendor);
  fact.method = command.getMethod();
  fact.at = Moment::of(command.getOccurredAt());
  fact.day = civilDay(fact.at);
  fact.recorded_day = civilDay(c.recorded_at, fact.at.offset_minutes);
  fact.imported = c.imported();
  did(c, fact.grant, Duty::kRecord);
  addFact(spent, spent_at_, std::move(fact));
}

void MoneyFacts::hearSpending(const State& /*state*/, const Case& c, schema::Command::Reader command) {
  if (command.isExpenditureRecord()) return note(c, command.getExpenditureRecord());
  if (command.isExpenditureCorrect()) {
    const auto correct = command.getExpenditureCorrect();
    did(c, idOf(correct.getGrant()), Duty::kRecord);
    SpentFact* fact = factOf(spent, spent_at_, idOf(correct.getExpenditure()));
    if (fact == nullptr) return;
    fact->line = stringOf(correct.getLine());
    fact->amount = correct.getAmount().getMinor();
    return;
  }
  if (command.isExpenditureVerify()) return did(c, idOf(command.getExpenditureVerify().getGrant()), Duty::kVerify);
  if (command.isExpenditureQuery()) {
    const auto query = command.getExpenditureQuery();
    if (query.getReason() == schema::ExpenditureReason::UNREADABLE) unreadable.insert(idOf(query.getExpenditure()));
    return did(c, idOf(query.getGrant()), Duty::kVerify);
  }
  if (command.isExpenditureDisallow()) return did(c, idOf(command.getExpenditureDisallow().getGrant()), Duty::kVerify);
}

void MoneyFacts::note(const State& state, const Case& c, schema::TrancheDisburse::Reader command) {
  PaidFact fact;
  fact.id = idOf(command.getDisbursement());
  fact.grant = idOf(command.getGrant());
  fact.index = c.index;
  fact.tranche = command.getTranche();
  fact.amount = command.getAmount().getMinor();
  fact.day = civilDay(Moment::of(command.getOccurredAt()));
  fact.imported = c.imported();
  const Grant* grant = find(state.grants, fact.grant);
  if (grant != nullptr && fact.tranche >= 1 && fact.tranche <= grant->tranches.size())
    fact.approved = grant->tranches[fact.tranche - 1U].approved;
  for (const Id& obligation : listOf(state.obligations_of, fact.grant)) {
    const ObligationFact* owed = factOf(obligations, obligation_at_, obligation);
    if (owed != nullptr && isOwed(state, obligation) && owed->due < fact.day) fact.overdue.push_back(owed->index);
  }
  did(c, fact.grant, Duty::kPay);
  paid_of[fact.grant].push_back(paid.size());
  paid.push_back(std::move(fact));
}

void MoneyFacts::note(const Case& c, schema::DisbursementConfirm::Reader command) {
  for (const std::size_t place : listOf(paid_of, idOf(command.getGrant()))) {
    if (paid[place].id != idOf(command.getDisbursement())) continue;
    paid[place].confirmed =
        ConfirmedFact{c.index, civilDay(c.recorded_at, Moment::of(command.getOccurredAt()).offset_minutes)};
  }
}

void MoneyFacts::hearGrants(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isGrantAward()) {
    const auto award = command.getGrantAward();
    if (award_of.try_emplace(idOf(award.getGrant()), awards.size()).second) {
      awards.push_back({idOf(award.getGrant()), idOf(award.getApplication()), c.index, award.getOccurredAt().getUtcMs(),
                        civilDay(Moment::of(award.getOccurredAt())), c.imported()});
    }
    return did(c, idOf(award.getGrant()), Duty::kApprove);
  }
  if (command.isTrancheApprove()) return did(c, idOf(command.getTrancheApprove().getGrant()), Duty::kApprove);
  if (command.isTrancheDisburse()) return note(state, c, command.getTrancheDisburse());
  if (command.isDisbursementConfirm()) return note(c, command.getDisbursementConfirm());
  if (command.isDisbursementReverse()) return did(c, idOf(command.getDisbursementReverse().getGrant()), Duty::kPay);
  if (command.isRefundReceive()) return did(c, idOf(command.getRefundReceive().getGrant()), Duty::kPay);
  if (command.isRefundDemand()) {
    const auto demand = command.getRefundDemand();
    const Grant* grant = find(state.grants, idOf(demand.getGrant()));
    return addFact(demands, demand_at_,
                   {idOf(demand.getDemand()), idOf(demand.getGrant()), c.index, demand.getAmount().getMinor(),
                    demand.getDue(), false, grant == nullptr ? 0 : grant->returned});
  }
  if (command.isRefundWaive()) {
    DemandFact* fact = factOf(demands, demand_at_, idOf(command.getRefundWaive().getDemand()));
    if (fact != nullptr) fact->waived = true;
  }
}

void MoneyFacts::note(const State& state, const Case& c, schema::ReportSubmit::Reader command) {
  ObligationFact* fact = factOf(obligations, obligation_at_, idOf(command.getObligation()));
  if (fact == nullptr) return;
  ReportFact report{civilDay(Moment::of(command.getOccurredAt())), c.index, {}, 0};
  const Grant* grant = find(state.grants, fact->grant);
  if (fact->kind == schema::ReportKind::FINANCIAL && grant != nullptr) {
    for (const auto figure : command.getFigures()) {
      const auto ledger = figureOf(*grant, figure.getName().cStr());
      if (ledger) {
        report.figures.push_back({stringOf(figure.getName()), figure.getValue(), *ledger});
      } else {
        ++report.unknown;
      }
    }
  }
  fact->reports.push_back(std::move(report));
}

void MoneyFacts::hearReports(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isObligationCreate()) {
    const auto owed = command.getObligationCreate();
    obligations_of[idOf(owed.getOrganisation())].push_back(obligations.size());
    return addFact(obligations, obligation_at_,
                   {idOf(owed.getObligation()),
                    idOf(owed.getOrganisation()),
                    idOf(owed.getGrant()),
                    owed.getKind(),
                    c.index,
                    owed.getDue(),
                    false,
                    {}});
  }
  if (command.isObligationExtend()) {
    const auto more = command.getObligationExtend();
    if (auto* fact = factOf(obligations, obligation_at_, idOf(more.getObligation()))) fact->due = more.getDue();
    return;
  }
  if (command.isObligationWaive()) {
    ObligationFact* fact = factOf(obligations, obligation_at_, idOf(command.getObligationWaive().getObligation()));
    if (fact != nullptr) fact->waived = true;
  }
  if (command.isAuditOpen()) return did(c, idOf(command.getAuditOpen().getGrant()), Duty::kAudit);
  if (command.isFindingRaise()) {
    const AuditCase* audit = find(state.audits, idOf(command.getFindingRaise().getAudit()));
    if (audit != nullptr) did(c, audit->grant, Duty::kAudit);
  }
  if (command.isReportSubmit()) return note(state, c, command.getReportSubmit());
}

void MoneyFacts::hearGiving(const State& /*state*/, const Case& c, schema::Command::Reader command) {
  if (command.isDonationAllocate()) {
    const auto given = command.getDonationAllocate();
    allocations.push_back({idOf(given.getAllocation()), idOf(given.getDonation()), idOf(given.getProject()), c.index,
                           given.getAmount().getMinor(), stringOf(given.getAmount().getCurrency())});
    return;
  }
  if (command.isGiftReceive()) {
    const auto gift = command.getGiftReceive();
    gifts.push_back({idOf(gift.getGift()), c.index, stringOf(gift.getUnit()), gift.getQuantity(),
                     gift.getValue().getMinor(), stringOf(gift.getValue().getCurrency())});
    return;
  }
  if (command.isDeliverableAccept()) {
    const auto act = command.getDeliverableAccept();
    documents.push_back({"deliverable", idOf(act.getDeliverable()), c.index, fixed<32>(act.getDocument()),
                         act.getAmount().getMinor(), stringOf(act.getAmount().getCurrency())});
    return;
  }
}

}  // namespace audit
