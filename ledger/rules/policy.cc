#include "ledger/rules/policy.h"

#include <algorithm>

#include "ledger/rules/policy_document.h"
#include "ledger/rules/refusal.h"

namespace ledger {

const PolicyRecord* policyOn(const State& state, PolicyKind kind, CivilDay day, const SubjectId& policy_id) {
  const auto& policies = state.ledger().policies;
  std::vector<SubjectId> repealed;
  // NOLINTNEXTLINE(modernize-loop-convert): backwards, and without ranges of views
  for (auto record = policies.rbegin(); record != policies.rend(); ++record) {
    const PolicyPublish& policy = (*record)->policy;
    const bool covers = policy.valid_from <= day && (policy.valid_to == 0 || day <= policy.valid_to);
    const bool meant = policy.kind == kind && (policy_id.isNone() || policy.policy == policy_id);
    if (!covers || !meant || std::ranges::find(repealed, policy.policy) != repealed.end()) continue;
    if (policy.status == LegalStatus::kRepealed) repealed.push_back(policy.policy);
    const bool decides = policy.status == LegalStatus::kInForce || policy.status == LegalStatus::kUnverified;
    if (decides) return record->get();
  }
  return nullptr;
}

Result<Decision> judge(const State&, const PolicyPublish& command, const Context& context) {
  if (command.kind != PolicyKind::kHoursLimits && context.rules < 2) {
    return refuse("KIND_TOO_NEW", "policies of the kind " + std::string(nameOf(command.kind)) +
                                      " came with version 2 of the rules, and this is judged by version " +
                                      std::to_string(context.rules));
  }
  if (command.valid_to != 0 && command.valid_from > command.valid_to) {
    return refuse("BAD_POLICY", "the policy is valid from " + dayText(command.valid_from) + " but only to " +
                                    dayText(command.valid_to));
  }
  ASAR_TRY(checkDocument(command));
  return Decision{};
}

void evolve(State& state, const PolicyPublish& command, const Context& context) {
  state.editLedger().policies.push_back(std::make_shared<const PolicyRecord>(PolicyRecord{context.index, command}));
}

}  // namespace ledger
