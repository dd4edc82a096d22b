#include "ledger/rules/personal.h"

#include "ledger/rules/refusal.h"

namespace ledger {

Result<Decision> judge(const State& state, const PersonErase& command, const Context&) {
  if (!state.erased.has(command.person)) return Decision{};
  return refuse("WRONG_STATE", "the personal data of " + command.person.text() + " was erased already");
}

void evolve(State& state, const PersonErase& command, const Context& context) {
  state.erased.edit(command.person) = ErasureRecord{context.index, context.recorded_at};
}

Result<Decision> judge(const State& state, const VaultAccessHash& command, const Context& context) {
  if (command.day >= Instant{context.recorded_at, 0}.civilDay())
    return refuse("IN_FUTURE", dayText(command.day) + " is not over yet in UTC: accesses may still follow");
  if (command.day <= state.ledger().last_access_day) {
    return refuse("WRONG_STATE", "the accesses of " + dayText(state.ledger().last_access_day) +
                                     " are in the log: days come in order, each once");
  }
  return Decision{};
}

void evolve(State& state, const VaultAccessHash& command, const Context&) {
  state.editLedger().last_access_day = command.day;
}

}  // namespace ledger
