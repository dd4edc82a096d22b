// A grant of the national centre to each NGO that makes small grants: at scale 1 of 26,000,000 tenge, in three
// tranches. Six tenths of it are given on.
#include "tests/sample/grants.h"

namespace sample {

using namespace ledger;

namespace {

constexpr std::int64_t kPercent[] = {40, 35, 25};
constexpr std::size_t kPaidInWeek[] = {1, 17, 33};
constexpr std::int64_t kTraining = 650'000'000;
constexpr std::int64_t kAdministration = 390'000'000;

// What the small grants of one NGO come to.
std::int64_t regrantsOf(const Scale& scale, std::size_t funders) {
  const auto each = static_cast<std::int64_t>((scale.small_grants + funders - 1) / funders);
  return each * kSmallGrant;
}

}  // namespace

LargerGrants::LargerGrants(Year& year) : year_(year) {
  for (const Funder& funder : year_.cast_.funders) grantees_.push_back({funder.id, 17, funder.officer});
  for (std::size_t i = 0; i < grantees_.size(); ++i) {
    Grant grant;
    grant.id = year_.cast_.funders[i].means;
    grant.number = i;
    grant.funder = &year_.cast_.centre;
    grant.grantee = &grantees_[i];
    grants_.push_back(grant);
  }
  regrants_ = regrantsOf(year_.scale_, grants_.size());
}

void LargerGrants::week(std::size_t week) {
  if (week == 0) {
    award();
    agree();
  }
  for (std::uint16_t i = 0; i < 3; ++i) {
    if (week == kPaidInWeek[i]) pay(i);
  }
  if (week > 4 && week % 4 == 1) spend(week);
}

void LargerGrants::award() {
  const Funder& centre = year_.cast_.centre;
  std::vector<CommandBody> awards;
  for (const Grant& grant : grants_) {
    const std::string number = "LG-2025-" + numberText(grant.number + 1, 3);
    awards.emplace_back(GrantAward{grant.id, number, "Sample larger grant " + number, centre.id, grant.grantee->id,
                                   year_.cast_.programmes[grant.number % kDirections], "KZ-71",
                                   tenge(regrants_ + kTraining + kAdministration), GrantClass::kMedium,
                                   FundSource::kState, year_.now()});
  }
  year_.submitByTwo(centre.first, centre.second, awards);
}

// The whole award; what does not divide falls to the last.
std::vector<std::int64_t> LargerGrants::tranches() const {
  const std::int64_t whole = regrants_ + kTraining + kAdministration;
  const std::int64_t first = whole / 100 * kPercent[0], second = whole / 100 * kPercent[1];
  return {first, second, whole - first - second};
}

void LargerGrants::agree() {
  const CivilDay today = year_.now().civilDay();
  const auto amounts = tranches();
  for (const Grant& grant : grants_) {
    year_.submitByTwo(
        year_.cast_.centre.first, grant.grantee->officer,
        {AgreementSign{grant.id,
                       "AG-LG-2025-" + numberText(grant.number + 1, 3),
                       {{"regrants", CostType::kRegrant, regrants_},
                        {"training", CostType::kServices, kTraining},
                        {"administration", CostType::kAdministration, kAdministration}},
                       {{1, amounts[0], today + 14}, {2, amounts[1], today + 126}, {3, amounts[2], today + 238}},
                       today,
                       today + 500,
                       year_.now()}});
  }
}

void LargerGrants::pay(std::size_t part) {
  const Funder& centre = year_.cast_.centre;
  const auto tranche = static_cast<std::uint16_t>(part + 1);
  const std::int64_t amount = tranches()[part];
  std::vector<CommandBody> approvals;
  for (const Grant& grant : grants_) approvals.emplace_back(TrancheApprove{grant.id, tranche, year_.now()});
  year_.submitByTwo(centre.first, centre.second, approvals);
  std::vector<CommandBody> payments;
  for (Grant& grant : grants_) {
    grant.disbursement = year_.newId();
    payments.emplace_back(
        TrancheDisburse{grant.id, grant.disbursement, tranche, tenge(amount),
                        "SAMPLE-LARGE-" + numberText(grant.number + 1, 1) + "-" + numberText(tranche, 1), year_.now()});
  }
  year_.submit(centre.payer, payments);
  for (const Grant& grant : grants_)
    year_.submit(grant.grantee->officer, {DisbursementConfirm{grant.id, grant.disbursement, year_.now()}});
}

// Every four weeks one payment out of each line but that of regrants, verified by the centre.
void LargerGrants::spend(std::size_t week) {
  static constexpr struct {
    const char* line;
    std::int64_t amount;
  } kPayments[] = {{"training", 24'000'000}, {"administration", 14'000'000}};
  std::vector<CommandBody> checked;
  for (Grant& grant : grants_) {
    std::vector<CommandBody> bodies;
    for (const auto& [line, amount] : kPayments) {
      const std::int64_t paid = amount - static_cast<std::int64_t>(year_.below(40)) * 50'000;
      const SubjectId id = year_.newId();
      Digest document;
      year_.random_.fill(document.bytes);
      bodies.emplace_back(ExpenditureRecord{
          grant.id, id, line, tenge(paid), document, DocumentKind::kAct,
          "ACT-" + numberText(week, 2) + "-" + numberText(grant.number + 1, 1) + "-" + std::string(line),
          year_.now().civilDay() - 2, "SAMPLE-SELLER-" + numberText(201 + year_.below(40), 3), PaymentMethod::kBank,
          year_.now()});
      checked.emplace_back(ExpenditureVerify{grant.id, id, year_.now()});
    }
    year_.submit(grant.grantee->officer, bodies);
  }
  year_.submit(year_.cast_.centre.verifier, checked);
}

}  // namespace sample
