#include "audit/replay_personal.h"

namespace audit {

Refusal judge(const State& state, const Case&, schema::PersonErase::Reader command) {
  const Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return kUnknownSubject;
  return person->erased ? kWrongState : Refusal{};
}

void apply(State& state, const Case&, schema::PersonErase::Reader command) {
  if (Person* person = find(state.persons, idOf(command.getPerson()))) person->erased = true;
}

Refusal judge(const State& state, const Case& c, schema::VaultAccessHash::Reader command) {
  if (command.getDay() >= civilDay(c.recorded_at, 0)) return kInFuture;
  return command.getDay() <= state.last_access_day ? kWrongState : Refusal{};
}

void apply(State& state, const Case&, schema::VaultAccessHash::Reader command) {
  state.last_access_day = command.getDay();
}

}  // namespace audit
