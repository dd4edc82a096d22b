// The tables of releases, made anew from the history of a log, byte by byte, and compared with what releases say.
//
// Errors   FIGURES_DIFFER for each table that another hash is recorded of.
// Threads  single-thread.
// Source   ledger/schema/README.md, section 11.
#pragma once

#include "audit/base/finding.h"
#include "audit/verify/release_history.h"

namespace audit {

struct ReleasedTable {
  std::string name;  // national.csv
  std::string bytes;
};

// In the order of their names; empty where the release names others than were made before it.
std::vector<ReleasedTable> tablesOf(const ReleaseHistory& history, const ReleaseSaid& said);
// Says how many tables are as recorded.
void compareReleases(const ReleaseHistory& history, Findings& findings);

}  // namespace audit
