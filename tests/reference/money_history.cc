// Grant money in a random history.
#include <algorithm>

#include "tests/reference/history.h"

namespace reference {

using namespace ledger;  // the commands

namespace {

const Currency& tenge() {
  static const Currency kTenge = *Currency::parse("KZT");
  return kTenge;
}

const Currency& dollar() {
  static const Currency kDollar = *Currency::parse("USD");
  return kDollar;
}

constexpr std::int64_t kAward = 100;

}  // namespace

SubjectId History::used() {
  const std::vector<SubjectId> some = {stage_.office, stage_.activity, stage_.grantee};
  if (!claims_.empty() && chance(40)) return claims_.back().hours;
  if (!awards_.empty() && chance(60)) return awards_.back().grant;
  return one(some);
}

Money History::amount(std::int64_t minor) {
  return {minor, chance(99) ? tenge() : dollar()};
}

// At the bound, just past it, or somewhere below.
Money History::near(std::int64_t bound) {
  const auto kind = below(100);
  if (kind < 30) return amount(bound);
  if (kind < 40) return amount(bound + 1);
  if (kind < 45) return amount(static_cast<std::int64_t>(below(3)) - 2);
  const auto most = static_cast<std::uint64_t>(std::max<std::int64_t>(bound, 1));
  return amount(1 + static_cast<std::int64_t>(below(most)));
}

Digest History::document() {
  const int number = chance(94) ? ++fresh_ : static_cast<int>(below(static_cast<std::uint64_t>(fresh_) + 1));
  return sha256(asBytes("document " + std::to_string(number)));
}

Instant History::day(int from, int to) {
  if (chance(4)) return fact();
  const auto days = static_cast<std::uint64_t>(to - from + 1);
  return {momentOf("2026-06-01", 600).utc_ms + (from + static_cast<int>(below(days))) * kMsPerDay, kOffset};
}

Attempt History::ofMoney(const World& world) {
  if (awards_.empty() || chance(4)) return award();
  const GrantAward chosen = chance(85) ? awards_.back() : one(awards_);
  auto grant = grantOf(world, chosen.grant);
  if (!grant) {
    if (!waiting_.empty() && chance(70)) return endorsement();
    if (chance(80)) return award();
    grant.emplace().award = &chosen;  // of which nothing came
  }
  if (grant->agreement == nullptr && chance(85)) return agree(chosen);
  if (grant->agreement != nullptr && grant->approved.empty() && chance(70)) return payOut(*grant);
  if (grant->closed && chance(60)) return award();
  Attempt attempt;
  const auto kind = below(100);
  const std::int64_t due = grant->tranche(1) == nullptr ? 0 : grant->tranche(1)->amount - grant->paidOf(1);
  if (kind < 15 || (due > 0 && chance(50))) {
    attempt = payOut(*grant);
  } else if (kind < 45) {
    attempt = spend(*grant);
  } else if (kind < 65) {
    attempt = check(*grant);
  } else if (kind < 80) {
    attempt = comeIn(*grant);
  } else {
    attempt = giveBack(*grant);
  }
  return attempt;
}

Attempt History::award() {
  GrantAward award;
  award.grant = newId();
  award.number = "SG-" + std::to_string(chance(95) ? ++fresh_ : 1);
  award.title = "Sample";
  award.funder = chance(97) ? stage_.fund : one(std::vector{stage_.elsewhere, stage_.grantee, stage_.office});
  award.grantee = chance(97) ? stage_.grantee : one(std::vector{stage_.fund, stage_.programme});
  award.programme = chance(99) ? stage_.programme : stage_.project;
  award.region = "KZ-75";
  award.amount = amount(chance(95) ? kAward : static_cast<std::int64_t>(below(3)) - 1);
  award.grant_class = chance(97) ? GrantClass::kShort : GrantClass::kLong;
  award.occurred_at = day(-5, 0);
  return by(stage_.funders, award);
}

Attempt History::agree(const GrantAward& award) {
  AgreementSign agreement;
  agreement.grant = award.grant;
  agreement.number = award.number;
  const std::int64_t whole = std::max<std::int64_t>(award.amount.minor, 3);
  const std::int64_t more = chance(95) ? 0 : static_cast<std::int64_t>(below(3)) - 1;
  agreement.lines = {{"materials", CostType::kMaterials, whole * 6 / 10}, {"other", CostType::kOther, whole * 3 / 10}};
  if (chance(60)) agreement.lines.push_back({"rent", CostType::kRent, whole - whole * 6 / 10 - whole * 3 / 10 + more});
  if (chance(5)) agreement.lines.push_back({"regrant", CostType::kRegrant, 1 + more});
  agreement.tranches = {{1, whole / 2, dayOf("2026-06-05")}, {2, whole / 2 + more, dayOf("2026-06-15")}};
  if (chance(20)) agreement.tranches = {{1, whole, dayOf("2026-06-05")}};
  agreement.eligible_from = dayOf("2026-06-01") + static_cast<CivilDay>(below(4));
  agreement.eligible_to = dayOf(chance(97) ? "2026-06-20" : "2026-06-01");
  agreement.occurred_at = day(0, 0);
  return by(stage_.funders, agreement);
}

Attempt History::payOut(const Grant& grant) {
  const SubjectId id = grant.award->grant;
  const bool second =
      grant.approved.contains(1) && grant.tranche(1) != nullptr && grant.paidOf(1) >= grant.tranche(1)->amount;
  const auto number = static_cast<std::uint16_t>(chance(94) ? (second ? 2 : 1) : below(4));
  if (chance(grant.approved.contains(number) ? 8 : 85)) {
    return by(stage_.funders, TrancheApprove{id, number, chance(95) ? day(1, 1) : day(-1, 2)});
  }
  const Tranche* tranche = grant.tranche(number);
  const Money money = near(tranche == nullptr ? 10 : tranche->amount - grant.paidOf(number));
  return by(stage_.payers, TrancheDisburse{id, newId(), number, money, "PAY", day(2, 8)});
}

Attempt History::spend(const Grant& grant) {
  static const std::vector<std::string> kLines = {"materials", "materials", "other", "rent", "regrant"};
  ExpenditureRecord cost;
  cost.grant = grant.award->grant;
  cost.expenditure = newId();
  cost.line = chance(98) ? one(kLines) : "unknown";
  const BudgetLine* line = grant.line(cost.line);
  const std::int64_t left = line == nullptr ? 5 : line->amount - grant.spentOn(cost.line);
  cost.amount = near(chance(50) ? left : std::min<std::int64_t>(left, figuresOf(grant).on_hand));
  if (chance(40)) cost.amount.minor = 1 + static_cast<std::int64_t>(below(12));
  cost.document_hash = document();
  cost.document_number = "INV-" + std::to_string(chance(94) ? ++fresh_ : static_cast<int>(below(12)));
  cost.occurred_at = day(2, 14);
  cost.document_date = chance(92) ? cost.occurred_at.civilDay() : dayOf("2026-06-20") + static_cast<CivilDay>(below(2));
  cost.vendor = chance(90) ? "individual" : "KZ-BIN-000140000012";
  if (chance(3)) cost.disbursement = anyPayment(grant);
  return by(stage_.officers, cost);
}

SubjectId History::anyCost(const Grant& grant) {
  if (grant.costs.empty() || chance(2)) return used();
  return chance(50) ? grant.costs.back().command->expenditure : one(grant.costs).command->expenditure;
}

SubjectId History::anyPayment(const Grant& grant) {
  return grant.payments.empty() || chance(2) ? used() : one(grant.payments).command->disbursement;
}

Attempt History::check(const Grant& grant) {
  const SubjectId id = grant.award->grant;
  const SubjectId about = anyCost(grant);
  const auto kind = below(100);
  const auto reason = chance(90) ? ExpenditureReason::kWrongAmount : ExpenditureReason::kNone;
  const Instant at = day(6, 14);
  if (kind < 30) return by(stage_.verifiers, ExpenditureVerify{id, about, at});
  if (kind < 55) return by(stage_.verifiers, ExpenditureQuery{id, about, reason, at});
  const Cost* cost = grant.cost(about);
  const Money money = near(cost == nullptr ? 5 : cost->standing);
  return by(stage_.verifiers, ExpenditureDisallow{id, about, money, reason, at});
}

Attempt History::comeIn(const Grant& grant) {
  const SubjectId id = grant.award->grant;
  const auto kind = below(100);
  const auto reason = chance(85) ? ExpenditureReason::kReturnedGoods : ExpenditureReason::kNone;
  const std::int64_t whole = grant.award->amount.minor;
  if (kind < 35) {
    const Money money = chance(70) ? near(3) : near(10 * whole - grant.interest);
    return by(stage_.officers, InterestRecord{id, money, document(), day(3, 14)});
  }
  const SubjectId original = kind < 55 ? SubjectId{} : anyCost(grant);
  const Cost* cost = grant.cost(original);
  Money money = near(cost == nullptr ? 3 : cost->standing);
  if (original.isNone() && chance(30)) money = near(10 * whole - grant.vendor_refunds);
  return by(stage_.officers, ExpenditureReverse{id, newId(), original, money, document(), reason, day(4, 14)});
}

Attempt History::giveBack(const Grant& grant) {
  const SubjectId id = grant.award->grant;
  const std::int64_t on_hand = figuresOf(grant).on_hand;
  const auto kind = below(100);
  if (kind < 15) return by(stage_.officers, DisbursementConfirm{id, anyPayment(grant), day(5, 14)});
  if (kind < 35) {
    const SubjectId about = anyPayment(grant);
    const Payment* payment = grant.payment(about);
    const Money money = near(payment == nullptr ? 5 : chance(50) ? payment->left : std::min(payment->left, on_hand));
    return by(stage_.payers, DisbursementReverse{id, about, money, "BACK", day(6, 14)});
  }
  if (kind < 60) return by(stage_.officers, RefundSend{id, newId(), near(on_hand), "REFUND", day(8, 14)});
  if (kind < 82) {
    if (grant.refunds.empty()) return by(stage_.payers, RefundReceive{id, used(), amount(1), day(9, 14)});
    const RefundSend& sent = *one(grant.refunds).command;
    const Money money = chance(92) ? sent.amount : near(sent.amount.minor);
    return by(stage_.payers, RefundReceive{id, sent.refund, money, day(9, 14)});
  }
  return by(stage_.funders, GrantClose{id, day(9, 14)});
}

}  // namespace reference
