#include "ledger/rules/exchange.h"

#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

ClaimedKey linkKey(const ExternalIdLink& command) {
  return {Claimed::kLink, command.system.text() + ' ' + command.external_id};
}

}  // namespace

Result<Decision> judge(const State& state, const ExternalSystemRegister& command, const Context&) {
  if (!isClaimed(state, {Claimed::kSystem, command.code})) return Decision{};
  return refuse("SYSTEM_TAKEN", "the system '" + command.code + "' is in the ledger already");
}

void evolve(State& state, const ExternalSystemRegister& command, const Context&) {
  state.claimed.edit({Claimed::kSystem, command.code}) = command.system;
}

Result<Decision> judge(const State& state, const ExternalIdLink& command, const Context&) {
  if (!state.ids.has(command.subject))
    return refuse("UNKNOWN_SUBJECT", "nothing in the ledger has the id " + command.subject.text());
  if (state.persons.has(PersonId{command.subject.bytes}))
    return refuse("PERSON_LINKED", "an id of another system is personal data: it is not linked to a person here");
  if (!isClaimed(state, linkKey(command))) return Decision{};
  return refuse("LINK_TAKEN", "the id " + command.external_id + " of that system is linked to a subject already");
}

void evolve(State& state, const ExternalIdLink& command, const Context&) {
  state.claimed.edit(linkKey(command)) = command.subject;
}

Result<Decision> judge(const State&, const StatementMatch& command, const Context&) {
  if (command.matched <= command.rows) return Decision{};
  return refuse("BAD_COUNT", std::to_string(command.matched) + " rows are matched, but the statement has " +
                                 std::to_string(command.rows));
}

}  // namespace ledger
