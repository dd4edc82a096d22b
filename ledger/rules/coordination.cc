#include "ledger/rules/coordination.h"

#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

ClaimedKey participationKey(const ParticipationRecord& command) {
  return {Claimed::kParticipation,
          command.forum.text() + " " + command.country + " " + std::string(nameOf(command.role))};
}

}  // namespace

Result<Decision> judge(const State& state, const DirectionAdd& command, const Context&) {
  if (!state.claimed.has({Claimed::kDirection, command.code})) return Decision{};
  return refuse("DIRECTION_TAKEN", "the direction '" + command.code + "' is in the ledger already");
}

void evolve(State& state, const DirectionAdd& command, const Context&) {
  state.claimed.edit({Claimed::kDirection, command.code}) = command.direction;
}

void evolve(State& state, const CampaignOpen& command, const Context&) {
  state.campaigns.edit(command.campaign) = Days{command.from, command.to};
}

Result<Decision> judge(const State& state, const DeedRecord& command, const Context&) {
  const Days& days = *state.campaigns.find(command.campaign);
  const CivilDay day = command.occurred_at.civilDay();
  if (days.from <= day && day <= days.to) return Decision{};
  return refuse("OUTSIDE_CAMPAIGN", "the deed of " + dayText(day) + " is not within the campaign's days " +
                                        dayText(days.from) + " to " + dayText(days.to));
}

void evolve(State& state, const DeploymentOrder& command, const Context&) {
  state.deployments.edit(command.organisation).push_back({command.deployment, {command.occurred_at.civilDay(), 0}});
}

void evolve(State& state, const DeploymentEnd& command, const Context&) {
  for (const auto& [role, id] : state.lives.find(command.deployment)->belongs) {
    if (role != StreamRole::kOrganisation) continue;
    for (Deployment& one : state.deployments.edit(id)) {
      if (one.id == command.deployment) one.days.to = command.occurred_at.civilDay();
    }
  }
}

Result<Decision> judge(const State& state, const ParticipationRecord& command, const Context&) {
  if (!state.claimed.has(participationKey(command))) return Decision{};
  return refuse("PARTICIPATION_TAKEN", "the people of " + command.country + " in the role '" +
                                           std::string(nameOf(command.role)) + "' are counted at this forum already");
}

void evolve(State& state, const ParticipationRecord& command, const Context&) {
  state.claimed.edit(participationKey(command)) = command.forum;
}

}  // namespace ledger
