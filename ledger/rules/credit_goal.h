// Credit goal — what the next minutes of service would earn: the nearest that is better than what was reached.
//
// Shape    nothing where no more minutes help: the cap is reached, or a condition that is no sum of minutes is not met.
// Units    whole minutes; credits as the policy counts them; minor units.
// Threads  pure functions.
#pragma once

#include "ledger/rules/credit.h"

namespace ledger {

struct CreditGoal {
  Minutes minutes{};  // that have to count
  Minutes missing{};  // of them
  std::uint32_t credits = 0;
  std::optional<Money> voucher;
  std::vector<std::string> tiers;  // the smallest first; none with whole hours
  friend bool operator==(const CreditGoal&, const CreditGoal&) = default;
};

// `result` is what evaluateCredit() gave for the same rules and question.
std::optional<CreditGoal> nextGoal(const CreditRules& rules, const CreditQuestion& question,
                                   const CreditResult& result);

}  // namespace ledger
