// Recount — the figures of a bundle, counted again from the replayed state and written to the byte.
//
// Units    amounts in minor units of the grant's currency, service in minutes.
// Source   ledger/schema/README.md, "Figures".
#pragma once

#include "audit/base/finding.h"
#include "audit/replay/state.h"

namespace audit {

std::string sumText(Sum sum);

struct SealedAt {
  std::uint64_t size = 0;
  Hash root{};
};
std::string figuresOf(const State& state, const SealedAt& at);

// Compares figures.json with the recount; the first differences are named.
void compareFigures(const std::string& expected, std::string_view found, Findings& findings);

}  // namespace audit
