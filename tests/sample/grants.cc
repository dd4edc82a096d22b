#include "tests/sample/grants.h"

namespace sample {

using namespace ledger;

namespace {

constexpr std::int64_t kMaterials = 15'000'000;
constexpr std::int64_t kTransport = 7'000'000;
constexpr std::int64_t kServices = 8'000'000;
constexpr std::int64_t kTakenBack = 1'000'000;

Digest documentHash(Random& random) {
  Digest hash;
  random.fill(hash.bytes);
  return hash;
}

}  // namespace

bool is(const Grant& grant, Oddity oddity) {
  return grant.number % kOddities == oddity;
}

Money tenge(std::int64_t tiyn) {
  return {tiyn, *Currency::parse("KZT")};
}

std::string grantNumber(const Grant& grant) {
  return "SG-" + std::string(grant.start < 9 ? "2025-" : "2026-") + numberText(grant.number + 1, 4);
}

SmallGrants::SmallGrants(Year& year) : year_(year) {
  const Cast& cast = year_.cast_;
  const std::size_t count = year_.scale_.small_grants;
  for (std::size_t i = 0; i < count; ++i) {
    Grant grant;
    grant.id = year_.newId();
    grant.number = i;
    grant.start = 1 + i * 44 / count;
    grant.funder = &cast.funders[i % cast.funders.size()];
    grant.grantee = &cast.grantees[i % cast.grantees.size()];
    grant.disbursement = year_.newId();
    grant.given = year_.newId();
    grants_.push_back(grant);
  }
}

std::vector<std::vector<Grant*>> SmallGrants::ofAge(std::size_t week, std::size_t age) {
  std::vector<std::vector<Grant*>> by_funder(year_.cast_.funders.size());
  for (Grant& grant : grants_) {
    if (grant.start + age == week) by_funder[grant.number % by_funder.size()].push_back(&grant);
  }
  return by_funder;
}

void SmallGrants::week(std::size_t week) {
  for (const auto& grants : ofAge(week, 0)) award(grants);
  for (const auto& grants : ofAge(week, 1)) agree(grants, week);
  for (const auto& grants : ofAge(week, 2)) {
    for (Grant* grant : grants) confirmAndSpend(*grant);
  }
  for (const auto& grants : ofAge(week, 4)) {
    payAgain(grants);
    verify(grants, 0, 2);
    for (Grant* grant : grants) spendMore(*grant);
  }
  for (const auto& grants : ofAge(week, 6)) {
    judgeOdd(grants);
    verify(grants, 2, 2);
    for (Grant* grant : grants) finishSpending(*grant);
  }
  for (const auto& grants : ofAge(week, 7)) {
    verify(grants, 4, 1);
    for (Grant* grant : grants) takeBack(*grant);
  }
  for (const auto& grants : ofAge(week, 8)) {
    refund(grants);
    close(grants);
  }
}

void SmallGrants::award(const std::vector<Grant*>& grants) {
  if (grants.empty()) return;
  Bodies bodies;
  for (const Grant* grant : grants) {
    bodies.emplace_back(GrantAward{grant->id,
                                   grantNumber(*grant),
                                   "Sample small grant " + grantNumber(*grant),
                                   grant->funder->id,
                                   grant->grantee->id,
                                   year_.cast_.programmes[grant->number % kDirections],
                                   std::string(kRegionTable[grant->grantee->region].code),
                                   tenge(kSmallGrant),
                                   GrantClass::kSmall,
                                   FundSource::kState,
                                   year_.now(),
                                   {},
                                   grant->funder->means,
                                   "regrants"});
  }
  year_.submitByTwo(grants[0]->funder->first, grants[0]->funder->second, bodies);
}

void SmallGrants::agree(const std::vector<Grant*>& grants, std::size_t week) {
  if (grants.empty()) return;
  Bodies approvals;
  Bodies payments;
  const CivilDay today = civilDay(week, 0);
  for (Grant* grant : grants) {
    year_.submitByTwo(grant->funder->first, grant->grantee->officer,
                      {AgreementSign{grant->id,
                                     "AG-" + grantNumber(*grant),
                                     {{"materials", CostType::kMaterials, kMaterials},
                                      {"transport", CostType::kTransport, kTransport},
                                      {"services", CostType::kServices, kServices}},
                                     {{1, kSmallGrant, today + 7}},
                                     today,
                                     today + 61,
                                     year_.now()}});
    approvals.emplace_back(TrancheApprove{grant->id, 1, year_.now()});
    grant->on_hand = kSmallGrant;
  }
  year_.submitByTwo(grants[0]->funder->first, grants[0]->funder->second, approvals);
  for (const Grant* grant : grants) {
    payments.emplace_back(TrancheDisburse{grant->id, grant->disbursement, 1, tenge(kSmallGrant),
                                          "SAMPLE-PAY-" + numberText(grant->number + 1, 4), year_.now()});
  }
  year_.submit(grants[0]->funder->payer, payments);
  giveOn(grants);
}

void SmallGrants::spend(Grant& grant, const char* line, std::int64_t of, std::size_t percent, Bodies& bodies) {
  const Spending spending{year_.newId(), of / 10'000 * static_cast<std::int64_t>(percent) * 100};
  bodies.emplace_back(ExpenditureRecord{
      grant.id, spending.id, line, tenge(spending.amount), documentHash(year_.random_), DocumentKind::kInvoice,
      "INV-" + numberText(grant.number + 1, 4) + "-" + numberText(grant.spent.size() + 1, 1),
      year_.now().civilDay() - 1, "SAMPLE-SELLER-" + numberText(1 + year_.below(200), 3), PaymentMethod::kBank,
      year_.now()});
  grant.on_hand -= spending.amount;
  grant.spent.push_back(spending);
}

void SmallGrants::confirmAndSpend(Grant& grant) {
  Bodies bodies;
  bodies.emplace_back(DisbursementConfirm{grant.id, grant.disbursement, year_.now()});
  spend(grant, "materials", kMaterials, 40 + year_.below(11), bodies);
  spend(grant, "materials", kMaterials, 40 + year_.below(10), bodies);
  year_.submit(grant.grantee->officer, bodies);
  if (!is(grant, kPaidTooMuch)) return;
  year_.submit(grant.funder->payer,
               {DisbursementReverse{grant.id, grant.disbursement, tenge(kTakenBack),
                                    "SAMPLE-BACK-" + numberText(grant.number + 1, 4), year_.now()}});
  grant.on_hand -= kTakenBack;
  year_.submit(grant.funder->officer, {comingBack(grant, kTakenBack)});
}

void SmallGrants::payAgain(const std::vector<Grant*>& grants) {
  for (Grant* grant : grants) {
    if (!is(*grant, kPaidTooMuch)) continue;
    const SubjectId again = year_.newId();
    year_.submit(grant->funder->payer,
                 {TrancheDisburse{grant->id, again, 1, tenge(kTakenBack),
                                  "SAMPLE-PAY-" + numberText(grant->number + 1, 4) + "-2", year_.now()}});
    grant->on_hand += kTakenBack;
    year_.submit(grant->funder->officer, {giving(*grant, again, kTakenBack)});
  }
}

void SmallGrants::spendMore(Grant& grant) {
  Bodies bodies;
  spend(grant, "transport", kTransport, 80 + year_.below(21), bodies);
  spend(grant, "services", kServices, 40 + year_.below(11), bodies);
  year_.submit(grant.grantee->officer, bodies);
}

void SmallGrants::finishSpending(Grant& grant) {
  Bodies bodies;
  spend(grant, "services", kServices, 40 + year_.below(11), bodies);
  if (is(grant, kInterest)) {
    bodies.emplace_back(InterestRecord{grant.id, tenge(41'700), documentHash(year_.random_), year_.now()});
    grant.on_hand += 41'700;
  }
  year_.submit(grant.grantee->officer, bodies);
}

void SmallGrants::takeBack(Grant& grant) {
  const bool goods = is(grant, kGoodsReturned);
  if (!goods && !is(grant, kVendorRefund)) return;
  constexpr std::int64_t kBack = 250'000;
  year_.submit(grant.grantee->officer,
               {ExpenditureReverse{grant.id, year_.newId(), goods ? grant.spent[4].id : SubjectId{}, tenge(kBack),
                                   documentHash(year_.random_), ExpenditureReason::kReturnedGoods, year_.now()}});
  grant.on_hand += kBack;
}

}  // namespace sample
