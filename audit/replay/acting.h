// Acting — in whose role a person speaks: in her own, or in one that another person delegated to her for some days.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 5, "Delegations".
#pragma once

#include "audit/replay/case.h"

namespace audit {

enum class Voice {
  kNone,        // may not say it
  kAlone,       // the effect is there at once
  kWithSecond,  // proposed, until a second person endorses it
};

struct Speech {
  Voice voice = Voice::kNone;
  Id acts_for{};  // zeros: by herself
};

// The role counts when the case is recorded, in that organisation or office or everywhere; without regard to
// delegations. While a person is suspended or excluded none but that of authority does, since version 3.
bool holds(const State& state, const Case& c, const Id& person, schema::Role role, const Id& scope);
// The same, wherever it is held.
bool holdsAnywhere(const State& state, const Case& c, const Id& person, schema::Role role);

// A person with her own roles, or with the one of a delegation.
class Bearer {
 public:
  Bearer(const State& state, const Case& c, const Id& person, const Delegation* lent = nullptr)
      : state_(state), case_(c), person_(person), lent_(lent) {}

  const Id& person() const { return person_; }
  bool has(schema::Role role, const Id& scope = {}) const;
  bool hasSomewhere(schema::Role role) const;

 private:
  const State& state_;
  const Case& case_;
  Id person_;
  const Delegation* lent_;
};

// Those that count for that person at the time of the case, in the order in which they were recorded; for an operator,
// and for who is suspended or excluded, none does.
std::vector<const Delegation*> delegationsTo(const State& state, const Case& c, const Id& person);

// By her own roles first, then by the first delegation that lets her say it.
template <class Say>
Speech speak(const State& state, const Case& c, const Id& person, Say say) {
  const Voice own = say(Bearer(state, c, person));
  if (own != Voice::kNone) return {own, {}};
  for (const Delegation* lent : delegationsTo(state, c, person)) {
    const Voice voice = say(Bearer(state, c, person, lent));
    if (voice != Voice::kNone) return {voice, lent->person};
  }
  return {};
}

// The rules of setting one.
Refusal judgeActing(const State& state, const Case& c, schema::Command::Reader command);
void applyActing(State& state, const Case& c, schema::Command::Reader command);

}  // namespace audit
