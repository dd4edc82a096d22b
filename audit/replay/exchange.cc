#include "audit/replay/exchange.h"

namespace audit {
namespace {

Refusal judgeLink(const State& state, schema::ExternalIdLink::Reader command) {
  const Id subject = idOf(command.getSubject());
  if (!state.ids.contains(subject)) return kUnknownSubject;
  if (state.persons.contains(subject)) return {"PERSON_LINKED", "a person is not linked with another system's id"};
  if (!state.links.contains({idOf(command.getSystem()), stringOf(command.getExternalId())})) return {};
  return {"LINK_TAKEN", "that id of the system was linked before"};
}

}  // namespace

Refusal judgeExchange(const State& state, const Case&, schema::Command::Reader command) {
  if (command.isExternalSystemRegister()) {
    const bool taken = state.systems.contains(stringOf(command.getExternalSystemRegister().getCode()));
    return taken ? Refusal{"SYSTEM_TAKEN", "a system of that code is there already"} : Refusal{};
  }
  if (command.isExternalIdLink()) return judgeLink(state, command.getExternalIdLink());
  if (command.isStatementMatch()) {
    const auto match = command.getStatementMatch();
    if (match.getMatched() > match.getRows()) return {"BAD_COUNT", "more rows were matched than the statement has"};
  }
  return {};
}

void applyExchange(State& state, const Case&, schema::Command::Reader command) {
  if (command.isExternalSystemRegister()) state.systems.insert(stringOf(command.getExternalSystemRegister().getCode()));
  if (command.isExternalIdLink()) {
    const auto link = command.getExternalIdLink();
    state.links.emplace(idOf(link.getSystem()), stringOf(link.getExternalId()));
  }
}

}  // namespace audit
