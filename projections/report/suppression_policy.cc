#include "projections/report/suppression_policy.h"

#include <algorithm>
#include <vector>

#include "projections/columns.h"
#include "projections/report/period.h"

namespace projections {

ledger::Result<SuppressionPolicy> readSuppressionPolicy(Database& database) {
  Statement newest = database.prepare("select recorded_at from facts order by fact_index desc limit 1");
  const auto row = newest.step();
  if (!row) return row.error();
  if (!*row) return SuppressionPolicy{};
  return readSuppressionPolicyOn(database, recordedDay(newest.nextInteger()));
}

ledger::Result<SuppressionPolicy> readSuppressionPolicyOn(Database& database, ledger::CivilDay day) {
  SuppressionPolicy in_force;
  Statement all = database.prepare(selectAll<SuppressionPolicyRow>() + "order by since desc");
  const auto policies = readRows<SuppressionPolicyRow>(all);
  if (!policies) return policies.error();
  std::vector<ledger::SubjectId> repealed;
  for (const SuppressionPolicyRow& policy : *policies) {
    const bool covers = policy.valid_from <= day && (policy.valid_to == 0 || day <= policy.valid_to);
    if (!covers || std::ranges::find(repealed, policy.policy) != repealed.end()) continue;
    if (policy.status == ledger::LegalStatus::kRepealed) repealed.push_back(policy.policy);
    if (policy.status != ledger::LegalStatus::kInForce && policy.status != ledger::LegalStatus::kUnverified) continue;
    in_force.rule = {policy.least, policy.least_with_minors};
    in_force.document = policy;
    return in_force;
  }
  return in_force;
}

}  // namespace projections
