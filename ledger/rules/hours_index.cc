#include "ledger/rules/hours_index.h"

#include <algorithm>

#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"

namespace ledger {

void indexHours(State& state, const SubjectId& id) {
  HoursRecord& hours = state.hours.edit(id);
  SubjectId& newest = state.newest_hours.edit(hours.volunteer);
  hours.earlier = newest;
  newest = id;
  state.begun.edit({hours.volunteer, hours.occurred_at.civilDay()}).push_back(id);
}

Result<void> checkOneEntry(const State& state, const HoursClaim& command, const Context& context) {
  if (context.rules < kRules3 || context.imported() || command.split) return {};
  const CivilDay day = command.occurred_at.civilDay();
  Result<void> result;
  eachProfile(state, command.volunteer, [&](const PersonId& profile) {
    const auto* same_day = state.begun.find({profile, day});
    if (same_day == nullptr) return;
    for (const SubjectId& id : *same_day) {
      const HoursRecord& other = *state.hours.find(id);
      const bool gone = other.state == HoursState::kRejected || other.state == HoursState::kVoided;
      if (gone || !result || other.activity != command.activity || other.role != command.role) continue;
      result =
          refuse("HOURS_TAKEN", "the hours entry " + id.text() + " is of the same volunteer, activity and role on " +
                                    dayText(day) + ": say `split` where the service was in parts");
    }
  });
  return result;
}

bool isDeployed(const State& state, const SubjectId& organisation, CivilDay day) {
  const auto* deployments = state.deployments.find(organisation);
  return deployments != nullptr &&
         std::ranges::any_of(*deployments, [&](const Deployment& one) { return one.days.cover(day); });
}

}  // namespace ledger
