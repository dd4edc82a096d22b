#include "ledger/rules/coordination.h"

#include <algorithm>

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

Result<Decision> judge(const State&, const MonitoringVisitRecord& command, const Context& context) {
  const auto& findings = command.findings;
  if (context.rules < kRules3) return Decision{};
  const auto not_after = [](const VisitFinding& one, const VisitFinding& next) { return one.aspect >= next.aspect; };
  if (std::ranges::adjacent_find(findings, not_after) != findings.end())
    return refuse("BAD_FINDINGS", "the findings of a visit stand in the order of their aspects, one of each");
  if (command.verdict == VisitVerdict::kOnTrack && !findings.empty())
    return refuse("VERDICT_DIFFERS", "a visit with findings does not say onTrack: give the verdict remarks");
  if (command.verdict == VisitVerdict::kSeriousRemarks || std::ranges::none_of(findings, &VisitFinding::serious))
    return Decision{};
  return refuse("VERDICT_DIFFERS", "a visit with a serious finding has the verdict seriousRemarks");
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
