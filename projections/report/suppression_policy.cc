#include "projections/report/suppression_policy.h"

#include <vector>

#include "projections/columns.h"
#include "projections/report/policy_on.h"
#include "projections/report/stamp.h"

namespace projections {

ledger::Result<SuppressionPolicy> readSuppressionPolicy(Database& database) {
  const auto day = newestDay(database);
  if (!day) return day.error();
  if (*day == 0) return SuppressionPolicy{};
  return readSuppressionPolicyOn(database, *day);
}

ledger::Result<SuppressionPolicy> readSuppressionPolicyOn(Database& database, ledger::CivilDay day) {
  SuppressionPolicy in_force;
  Statement all = database.prepare(selectAll<SuppressionPolicyRow>() + "order by since desc");
  const auto policies = readRows<SuppressionPolicyRow>(all);
  if (!policies) return policies.error();
  const SuppressionPolicyRow* policy = policyOn(*policies, day);
  if (policy == nullptr) return in_force;
  in_force.rule = {policy->least, policy->least_with_minors};
  in_force.document = *policy;
  return in_force;
}

}  // namespace projections
