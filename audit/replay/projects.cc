#include "audit/replay/projects.h"

#include "audit/base/sha256.h"

namespace audit {
namespace {

// A zero byte stands in no text, so that two different triples never spell alike.
Hash hashOf(schema::Names::Reader names) {
  const std::string all = stringOf(names.getKk()) + '\0' + stringOf(names.getRu()) + '\0' + stringOf(names.getEn());
  return sha256(bytesOf(all));
}

template <class Command>
Project projectOf(Command command) {
  return {idOf(command.getProgramme()), idOf(command.getOrganisation()), regionId(stringOf(command.getRegion())),
          command.getFrom(), command.getTo()};
}

}  // namespace

Refusal judgeDirection(const State& state, const Case& c, schema::ProgrammeDefine::Reader command) {
  if (c.rules < kVersionThree) return {};
  const auto direction = state.directions.find(stringOf(command.getDirection()));
  const bool retired = direction != state.directions.end() && isIn(state, direction->second, "retired");
  return retired ? kWrongState : Refusal{};
}

bool isProposed(const State& state, const Id& project) {
  return state.proposed_projects.contains(project);
}

Refusal judgeStart(const State& state, schema::ProjectStart::Reader command) {
  const Id id = idOf(command.getProject());
  if (!isIn(state, id, "approved")) return kWrongState;
  const Project* project = find(state.projects, id);
  const ProposedProject* proposed = find(state.proposed_projects, id);
  const bool same = project != nullptr && proposed != nullptr && *project == projectOf(command) &&
                    proposed->names == hashOf(command.getNames());
  return same ? Refusal{} : Refusal{"PROJECT_DIFFERS", "the project that starts is not the one that was proposed"};
}

Refusal judgeProjects(const State& state, const Case& c, schema::Command::Reader command) {
  if (!command.isProjectApprove()) return {};
  const ProposedProject* proposed = find(state.proposed_projects, idOf(command.getProjectApprove().getProject()));
  const bool own = proposed != nullptr && proposed->proposer.meets(c.signer());
  return own ? Refusal{"SAME_PERSON", "nobody approves a project that she proposed"} : Refusal{};
}

void applyProjects(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isProjectPropose()) {
    const auto proposal = command.getProjectPropose();
    const Id id = idOf(proposal.getProject());
    state.projects.try_emplace(id, projectOf(proposal));
    state.proposed_projects.try_emplace(id, ProposedProject{c.signer(), hashOf(proposal.getNames())});
  }
  if (command.isProjectCancel()) state.proposed_projects.erase(idOf(command.getProjectCancel().getProject()));
}

}  // namespace audit
