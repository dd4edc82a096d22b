// Heads — how far every stream has come and what it sums to, in trees that one command binds to the log.
//
// Shape    made from the state when somebody asks: an append pays nothing for them. One making costs a walk over the
//          streams and hours entries and two hashes for each leaf.
// Units    minutes; minor units of a grant's currency, one tree for each.
// Errors   COMMANDS_MISMATCH, HEADS_MISPLACED, HEADS_DIFFER; MONEY_OVERFLOW.
// Source   ledger/schema/README.md section 10.
#pragma once

#include <map>
#include <string>

#include "ledger/merkle/sum_tree.h"
#include "ledger/rules/context.h"
#include "ledger/rules/state.h"

namespace ledger {

struct HeadTrees {
  SumTree persons;
  SumTree minutes;                        // the same leaves, with their minutes
  std::map<std::string, SumTree> grants;  // by currency: awarded, disbursed, spent, returned
  SumTree organisations;
  SumTree regions;
};
// Of what the state holds, changes that wait among it.
Result<HeadTrees> headTreesOf(const State& state);
// What a command says of them whose entry is the one at `index`.
StreamHeads headsOf(const HeadTrees& trees, Position index);

// Minutes that stand, attested and not imported; 0 of any other entry.
std::int64_t attestedMinutes(const HoursRecord& hours);
// The stream is a region's.
bool isRegionStream(const SubjectId& stream);

Result<Decision> judge(const State& state, const StreamHeads& command, const Context& context);

}  // namespace ledger
