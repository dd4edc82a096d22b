// Recount — the figures of a bundle, counted again from the replayed state and written to the byte.
//
// Shape    of some days alone: grants of which something falls on them or is on hand at their end, with what national
//          figures count of these days, and minutes of service that began on them.
// Units    amounts in minor units of the grant's currency, service in minutes.
// Source   ledger/schema/README.md, "Figures".
#pragma once

#include "audit/base/finding.h"
#include "audit/replay/state.h"
#include "audit/verify/grant_book.h"

namespace audit {

std::string sumText(Sum sum);

struct SealedAt {
  std::uint64_t size = 0;
  Hash root{};
};
std::string figuresOf(const State& state, const SealedAt& at);
std::string figuresOf(const State& state, const GrantBook& book, const DayRange& days, const SealedAt& at);

// Compares figures.json with the recount; the first differences are named. `published` is the name of the file that was
// brought; empty of what the export itself holds.
void compareFigures(const std::string& expected, std::string_view found, const std::string& published,
                    Findings& findings);
// The first figures of two JSON texts that are not the same are named; how many there are. null is a hidden figure.
std::size_t nameDifferences(const std::string& expected, std::string_view found, const std::string& published,
                            Findings& findings);

}  // namespace audit
