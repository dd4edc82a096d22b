// Later kinds — what the schema alone says of the kinds that came after the first version: the subjects they name, the
// lives of these, and the fields of a common name. Read from the annotations, not from the ledger's code.
//
// Threads  pure functions.
// Source   ledger/schema/README.md, section 6, "Later kinds".
#pragma once

#include "audit/replay/case.h"
#include "audit/replay/streams.h"

namespace audit {

// 0 for the kinds of the first version.
std::uint16_t sinceOf(schema::Command::Reader command);
inline bool isLater(schema::Command::Reader command) {
  return sinceOf(command) != 0;
}

// The past tense of a command of any kind, such as "DonationReceived".
std::string_view eventOf(schema::Command::Reader command);
// The first stream of its entries, such as "donation"; empty: it has none.
std::string_view roleOf(schema::Command::Reader command);
bool isInStreamOf(schema::Command::Reader command, std::string_view role);

// The subject of that role, which the command names or which follows from those it names; zeros where there is none.
Id subjectOf(const State& state, schema::Command::Reader command, std::string_view role);

StreamIds laterStreams(const State& state, schema::Command::Reader command);
// Of every kind: whether the subjects it names are in the states asked for.
Refusal judgeConditions(const State& state, const Case& c, schema::Command::Reader command);
Refusal judgeLife(const State& state, const Case& c, schema::Command::Reader command);
// Of every kind: the states that its fields say subjects are in afterwards.
void changeStates(State& state, schema::Command::Reader command);
void goOn(State& state, schema::Command::Reader command);

}  // namespace audit
