// Small grants under the verifier's eye, and their end.
#include "tests/sample/grants.h"

namespace sample {

using namespace ledger;

void SmallGrants::verify(const std::vector<Grant*>& grants, std::size_t first, std::size_t count) {
  if (grants.empty()) return;
  Bodies bodies;
  for (const Grant* grant : grants) {
    for (std::size_t i = first; i < first + count; ++i) {
      const SubjectId& id = grant->spent[i].id;
      const bool query = i == 1 && (is(*grant, kQueriedOnce) || is(*grant, kNeverAnswered));
      const bool refused = (i == 2 && is(*grant, kDisallowed)) || (i == 3 && is(*grant, kPartlyDisallowed));
      if (query) {
        bodies.emplace_back(ExpenditureQuery{grant->id, id, ExpenditureReason::kUnreadable, year_.now()});
      } else if (!refused) {
        bodies.emplace_back(ExpenditureVerify{grant->id, id, year_.now()});
      }
    }
  }
  year_.submit(grants[0]->funder->verifier, bodies);
}

void SmallGrants::judgeOdd(const std::vector<Grant*>& grants) {
  if (grants.empty()) return;
  Bodies bodies;
  for (Grant* grant : grants) {
    if (is(*grant, kQueriedOnce)) bodies.emplace_back(ExpenditureVerify{grant->id, grant->spent[1].id, year_.now()});
    const bool whole = is(*grant, kDisallowed);
    if (!whole && !is(*grant, kPartlyDisallowed)) continue;
    const Spending& spending = grant->spent[whole ? 2 : 3];
    const std::int64_t amount = whole ? spending.amount : 300'000;
    bodies.emplace_back(
        ExpenditureDisallow{grant->id, spending.id, tenge(amount), ExpenditureReason::kProhibitedCost, year_.now()});
    grant->on_hand += amount;
  }
  year_.submit(grants[0]->funder->verifier, bodies);
}

void SmallGrants::refund(const std::vector<Grant*>& grants) {
  Bodies received;
  Bodies back;
  for (Grant* grant : grants) {
    if (grant->on_hand == 0) continue;
    grant->refund = year_.newId();
    year_.submit(grant->grantee->officer,
                 {RefundSend{grant->id, grant->refund, tenge(grant->on_hand),
                             "SAMPLE-REFUND-" + numberText(grant->number + 1, 4), year_.now()}});
    received.emplace_back(RefundReceive{grant->id, grant->refund, tenge(grant->on_hand), year_.now()});
    back.emplace_back(comingBack(*grant, grant->on_hand));
    grant->on_hand = 0;
  }
  if (grants.empty()) return;
  year_.submit(grants[0]->funder->payer, received);
  year_.submit(grants[0]->funder->officer, back);
}

void SmallGrants::close(const std::vector<Grant*>& grants) {
  Bodies bodies;
  for (const Grant* grant : grants) {
    if (!is(*grant, kNeverAnswered)) bodies.emplace_back(GrantClose{grant->id, year_.now()});
  }
  if (!grants.empty()) year_.submitByTwo(grants[0]->funder->first, grants[0]->funder->second, bodies);
}

}  // namespace sample
