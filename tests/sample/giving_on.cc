// The small grants in the books of the larger ones: each payment is an expenditure on the line of regrants.
#include "tests/sample/grants.h"

namespace sample {

using namespace ledger;

CommandBody SmallGrants::giving(const Grant& grant, const SubjectId& disbursement, std::int64_t amount) {
  const bool first = disbursement == grant.disbursement;
  return ExpenditureRecord{grant.funder->means,
                           first ? grant.given : year_.newId(),
                           "regrants",
                           tenge(amount),
                           year_.document(),
                           DocumentKind::kContract,
                           "AG-" + grantNumber(grant) + (first ? "" : "-2"),
                           year_.now().civilDay(),
                           "individual",
                           PaymentMethod::kBank,
                           year_.now(),
                           disbursement};
}

CommandBody SmallGrants::comingBack(const Grant& grant, std::int64_t amount) {
  return ExpenditureReverse{grant.funder->means,       year_.newId(), grant.given, tenge(amount), year_.document(),
                            ExpenditureReason::kOther, year_.now()};
}

void SmallGrants::giveOn(const std::vector<Grant*>& grants) {
  Bodies given;
  Bodies checked;
  for (const Grant* grant : grants) given.emplace_back(giving(*grant, grant->disbursement, kSmallGrant));
  year_.submit(grants[0]->funder->officer, given);
  for (const Grant* grant : grants)
    checked.emplace_back(ExpenditureVerify{grant->funder->means, grant->given, year_.now()});
  year_.submit(year_.cast_.centre.verifier, checked);
}

}  // namespace sample
