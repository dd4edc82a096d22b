#include "audit/replay_people.h"

#include <algorithm>

namespace audit {
namespace {

Refusal judgeMerge(const State& state, const Case& c, schema::ProfilesMerge::Reader command) {
  const Id absorbed = idOf(command.getAbsorbed());
  if (absorbed == idOf(command.getPerson())) return {"SAME_PERSON", "a registration is not merged with itself"};
  const Person* person = find(state.persons, absorbed);
  if (person == nullptr) return kUnknownSubject;
  const bool holds =
      std::ranges::any_of(person->roles, [&](const RoleHeld& role) { return role.counts(c.recorded_at); });
  return holds ? Refusal{"ROLE_HELD", "the absorbed registration still holds a role"} : Refusal{};
}

}  // namespace

Refusal judgePeople(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isGuardianConsentRecord()) {
    const auto consent = command.getGuardianConsentRecord();
    if (idOf(consent.getGuardian()) == idOf(consent.getPerson())) return {"SAME_PERSON", "nobody is the own guardian"};
  }
  if (command.isProfilesMerge()) return judgeMerge(state, c, command.getProfilesMerge());
  return {};
}

void applyPeople(State& state, const Case&, schema::Command::Reader command) {
  if (command.isProfilesMerge()) {
    Life& life = state.lives[idOf(command.getProfilesMerge().getAbsorbed())];
    life.role = "person";
    life.state = "merged";
  }
  if (command.isRelatedPartyDeclare()) {
    const auto related = command.getRelatedPartyDeclare();
    state.related[{idOf(related.getPerson()), idOf(related.getOrganisation())}].push_back(
        {related.getFrom(), related.getTo()});
  }
}

}  // namespace audit
