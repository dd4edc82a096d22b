#include "ledger/rules/proposing.h"

#include "ledger/rules/acting.h"
#include "ledger/rules/refusal.h"

namespace ledger {

bool isProposed(const State& state, const SubjectId& project) {
  const auto* life = state.lives.find(project);
  return life != nullptr && life->role == StreamRole::kProject &&
         (life->state == SubjectState::kProposed || life->state == SubjectState::kApproved);
}

Result<void> checkProposed(const State& state, const ProjectStart& command) {
  if (!isProposed(state, command.project)) return {};
  if (state.lives.find(command.project)->state != SubjectState::kApproved) {
    return refuse("WRONG_STATE", "project " + command.project.text() +
                                     " is proposed and not approved: its front office approves it before it starts");
  }
  const ProjectPropose& plan = state.proposed_projects.find(command.project)->plan;
  const bool same = command.programme == plan.programme && command.organisation == plan.organisation &&
                    command.region == plan.region && command.from == plan.from && command.to == plan.to &&
                    command.names == plan.names;
  if (same) return {};
  return refuse("PROJECT_DIFFERS", "project " + command.project.text() +
                                       " starts with the programme, organisation, region, days and names that were "
                                       "approved: propose it anew under another id where they changed");
}

void evolve(State& state, const ProjectPropose& command, const Context& context) {
  state.projects.edit(command.project) =
      ProjectRecord{command.programme, command.organisation, command.region, command.from, command.to};
  state.proposed_projects.edit(command.project) = ProposedProject{command, askerOf(context)};
}

Result<Decision> judge(const State& state, const ProjectApprove& command, const Context& context) {
  if (!isActing(context, state.proposed_projects.find(command.project)->proposer)) return Decision{};
  return refuse("SAME_PERSON", "who proposed the project does not approve it: another clerk of the office does");
}

}  // namespace ledger
