#include "ledger/rules/policy.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/rules/refusal.h"

namespace ledger {

const PolicyRecord* hoursLimitsOn(const State& state, CivilDay day) {
  const auto& policies = state.ledger().policies;
  std::vector<SubjectId> repealed;
  // NOLINTNEXTLINE(modernize-loop-convert): backwards, and without ranges of views
  for (auto record = policies.rbegin(); record != policies.rend(); ++record) {
    const PolicyPublish& policy = record->policy;
    const bool covers = policy.valid_from <= day && (policy.valid_to == 0 || day <= policy.valid_to);
    if (!covers || policy.kind != PolicyKind::kHoursLimits ||
        std::ranges::find(repealed, policy.policy) != repealed.end())
      continue;
    if (policy.status == LegalStatus::kRepealed) repealed.push_back(policy.policy);
    const bool decides = policy.status == LegalStatus::kInForce || policy.status == LegalStatus::kUnverified;
    if (decides) return &*record;
  }
  return nullptr;
}

Result<Decision> judge(const State&, const PolicyPublish& command, const Context&) {
  if (command.valid_to != 0 && command.valid_from > command.valid_to) {
    return refuse("BAD_POLICY", "the policy is valid from " + dayText(command.valid_from) + " but only to " +
                                    dayText(command.valid_to));
  }
  const auto& day_limits = command.hours_limits.limits;
  for (std::size_t i = 0; i < day_limits.size(); ++i) {
    const std::int64_t minutes = day_limits[i].day_minutes.count();
    if (minutes < 1 || minutes > limits::kMinutesPerDay) {
      return refuse("BAD_POLICY", "a day limit of " + std::to_string(minutes) + " min is not within 1 to 1440");
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (day_limits[k].age_band == day_limits[i].age_band) {
        return refuse("BAD_POLICY", "two day limits for the age band " + std::string(nameOf(day_limits[i].age_band)));
      }
    }
  }
  return Decision{};
}

void evolve(State& state, const PolicyPublish& command, const Context& context) {
  state.editLedger().policies.push_back({context.index, command});
}

}  // namespace ledger
