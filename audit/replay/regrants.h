// Replay of sub-awards: a grant that its grantee awards on from a line of it, and the expenditures that pay for that.
//
// Source   ledger/schema/README.md, section 6, "Sub-awards".
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Of all sub-awards from that line, but for void ones.
Sum awardedFrom(const State& state, const Grant& parent, std::string_view line);

// What an award with a parent needs beyond what every award does.
Refusal judgeSubAward(const State& state, const Case& c, schema::GrantAward::Reader command);
void applySubAward(State& state, const Case& c, schema::GrantAward::Reader command);
// Where a sub-award is agreed, its parent is.
Refusal judgeParent(const State& state, const Case& c, const Grant& grant);

struct Eligible {
  std::int64_t from_day = 0;
  std::int64_t to_day = 0;
};
// The eligible period of a sub-award lies in its parent's.
Refusal judgeInParent(const State& state, const Case& c, const Grant& grant, const Eligible& period);

// On a line of cost type regrant one disbursement of a sub-award from that line is paid, elsewhere none.
Refusal judgeRegrant(const State& state, const Case& c, schema::ExpenditureRecord::Reader command);

// No grant closes before its sub-awards that were agreed, nor where they got something else than is spent on them.
Refusal judgeRegranted(const State& state, const Case& c, const Id& grant);

}  // namespace audit
