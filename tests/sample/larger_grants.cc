// Three grants of 13,000,000 tenge from the national centre to NGOs that make small grants: three tranches each.
#include "tests/sample/grants.h"

namespace sample {

using namespace ledger;

namespace {

constexpr std::int64_t kAward = 1'300'000'000;
constexpr std::int64_t kTranches[] = {520'000'000, 455'000'000, 325'000'000};
constexpr std::size_t kPaidInWeek[] = {2, 18, 34};

}  // namespace

LargerGrants::LargerGrants(Year& year) : year_(year) {
  for (std::size_t i = 0; i < 3; ++i) {
    const Funder& grantee = year_.cast_.funders[i];
    grantees_.push_back({grantee.id, 17, grantee.officer});
  }
  for (std::size_t i = 0; i < 3; ++i) {
    Grant grant;
    grant.id = year_.newId();
    grant.number = i;
    grant.funder = &year_.cast_.centre;
    grant.grantee = &grantees_[i];
    grants_.push_back(grant);
  }
}

void LargerGrants::week(std::size_t week) {
  if (week == 1) award();
  for (std::uint16_t i = 0; i < 3; ++i) {
    if (week == kPaidInWeek[i]) pay(static_cast<std::uint16_t>(i + 1));
  }
  if (week > 4 && week % 4 == 1) spend(week);
}

void LargerGrants::award() {
  const Funder& centre = year_.cast_.centre;
  std::vector<CommandBody> awards;
  for (const Grant& grant : grants_) {
    const std::string number = "LG-2025-" + numberText(grant.number + 1, 3);
    awards.emplace_back(GrantAward{grant.id, number, "Sample larger grant " + number, centre.id, grant.grantee->id,
                                   year_.cast_.programmes[grant.number], "KZ-71", tenge(kAward), GrantClass::kMedium,
                                   FundSource::kState, year_.now()});
  }
  year_.submitByTwo(centre.first, centre.second, awards);
  const CivilDay today = year_.now().civilDay();
  for (const Grant& grant : grants_) {
    year_.submitByTwo(
        centre.first, grant.grantee->officer,
        {AgreementSign{grant.id,
                       "AG-LG-2025-" + numberText(grant.number + 1, 3),
                       {{"regrants", CostType::kRegrant, 780'000'000},
                        {"training", CostType::kServices, 325'000'000},
                        {"administration", CostType::kAdministration, 195'000'000}},
                       {{1, kTranches[0], today + 14}, {2, kTranches[1], today + 126}, {3, kTranches[2], today + 238}},
                       today,
                       today + 500,
                       year_.now()}});
  }
}

void LargerGrants::pay(std::uint16_t tranche) {
  const Funder& centre = year_.cast_.centre;
  std::vector<CommandBody> approvals;
  for (const Grant& grant : grants_) approvals.emplace_back(TrancheApprove{grant.id, tranche, year_.now()});
  year_.submitByTwo(centre.first, centre.second, approvals);
  std::vector<CommandBody> payments;
  for (Grant& grant : grants_) {
    grant.disbursement = year_.newId();
    grant.on_hand += kTranches[tranche - 1];
    payments.emplace_back(
        TrancheDisburse{grant.id, grant.disbursement, tranche, tenge(kTranches[tranche - 1]),
                        "SAMPLE-LARGE-" + numberText(grant.number + 1, 1) + "-" + numberText(tranche, 1), year_.now()});
  }
  year_.submit(centre.payer, payments);
  for (const Grant& grant : grants_)
    year_.submit(grant.grantee->officer, {DisbursementConfirm{grant.id, grant.disbursement, year_.now()}});
}

// Every four weeks one payment out of each line, verified by the centre.
void LargerGrants::spend(std::size_t week) {
  static constexpr struct {
    const char* line;
    std::int64_t amount;
  } kPayments[] = {{"regrants", 60'000'000}, {"training", 24'000'000}, {"administration", 14'000'000}};
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
      grant.on_hand -= paid;
    }
    year_.submit(grant.grantee->officer, bodies);
  }
  year_.submit(year_.cast_.centre.verifier, checked);
}

}  // namespace sample
