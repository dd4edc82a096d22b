#include "audit/replay/coordination.h"

#include "audit/replay/later_kinds.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

std::string participationOf(schema::ParticipationRecord::Reader command) {
  const Id forum = idOf(command.getForum());
  return std::string(forum.begin(), forum.end()) + stringOf(command.getCountry()) + ' ' +
         std::to_string(static_cast<unsigned>(command.getRole()));
}

Refusal judgeForum(const State& state, schema::ParticipationRecord::Reader command) {
  if (!state.participations.contains(participationOf(command))) return {};
  return {"PARTICIPATION_TAKEN", "that country's people in that role were counted before"};
}

Refusal judgeDeed(const State& state, schema::DeedRecord::Reader command) {
  const Days* days = find(state.campaigns, idOf(command.getCampaign()));
  const std::int64_t day = civilDay(Moment::of(command.getOccurredAt()));
  if (days == nullptr || days->cover(day)) return {};
  return {"OUTSIDE_CAMPAIGN", "the deed lies outside the days of its campaign"};
}

Refusal judgeVisit(const Case& c, schema::MonitoringVisitRecord::Reader command) {
  if (c.rules < kVersionThree) return {};
  const auto findings = command.getFindings();
  if (!rises(findings, [](auto one) { return static_cast<unsigned>(one.getAspect()); }))
    return {"BAD_FINDINGS", "an aspect stands twice, or not in the order of their numbers"};
  const bool on_track = command.getVerdict() == schema::VisitVerdict::ON_TRACK;
  const bool grave = command.getVerdict() == schema::VisitVerdict::SERIOUS_REMARKS;
  const bool serious = !allOf(findings, [](auto one) { return !one.getSerious(); });
  if ((on_track && findings.size() != 0) || (serious && !grave))
    return {"VERDICT_DIFFERS", "the findings are not those of such a verdict"};
  return {};
}

void applyDeployment(State& state, schema::Command::Reader command) {
  if (command.isDeploymentOrder()) {
    const auto order = command.getDeploymentOrder();
    const std::int64_t day = civilDay(Moment::of(order.getOccurredAt()));
    state.deployments_of[idOf(order.getOrganisation())].push_back({idOf(order.getDeployment()), {day, 0}});
  }
  if (!command.isDeploymentEnd()) return;
  const auto end = command.getDeploymentEnd();
  for (Deployment& one : state.deployments_of[subjectOf(state, command, "organisation")]) {
    if (one.id == idOf(end.getDeployment())) one.days.last = civilDay(Moment::of(end.getOccurredAt()));
  }
}

}  // namespace

Refusal judgeCoordination(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isDirectionAdd()) {
    const bool taken = state.directions.contains(stringOf(command.getDirectionAdd().getCode()));
    return taken ? Refusal{"DIRECTION_TAKEN", "a direction of that code is there already"} : Refusal{};
  }
  if (command.isParticipationRecord()) return judgeForum(state, command.getParticipationRecord());
  if (command.isDeedRecord()) return judgeDeed(state, command.getDeedRecord());
  if (command.isMonitoringVisitRecord()) return judgeVisit(c, command.getMonitoringVisitRecord());
  return {};
}

void applyCoordination(State& state, const Case&, schema::Command::Reader command) {
  if (command.isDirectionAdd()) {
    const auto direction = command.getDirectionAdd();
    state.directions.try_emplace(stringOf(direction.getCode()), idOf(direction.getDirection()));
  }
  if (command.isParticipationRecord()) state.participations.insert(participationOf(command.getParticipationRecord()));
  if (command.isCampaignOpen()) {
    const auto campaign = command.getCampaignOpen();
    state.campaigns.try_emplace(idOf(campaign.getCampaign()), Days{campaign.getFrom(), campaign.getTo()});
  }
  applyDeployment(state, command);
}

}  // namespace audit
