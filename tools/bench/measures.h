// Measures — one function for each thing measured; each adds its figures.
//
// Threads  one; what runs beside it would be measured too.
#pragma once

#include "tools/bench/figure.h"
#include "tools/bench/plan.h"
#include "tools/bench/stored_ledger.h"

namespace tools {

using Figures = std::vector<Figure>;

// Durable appends, beside the same frames written to plain RocksDB and the same entries to SQLite.
void measureAppend(const Plan& plan, const Workload& workload, Figures& figures);
// asar-audit over the exported log, beside bare SHA-256 over the same bytes; then with every rule.
void measureAudit(const Plan& plan, const std::filesystem::path& tiles, StoredLedger& stored, Figures& figures);
// Read models made anew from entry 0 on.
void measureRebuild(const Plan& plan, StoredLedger& stored, Figures& figures);
// Proofs made and checked at the log's size.
void measureProofs(StoredLedger& stored, Figures& figures);
// The cost of an event in a large log against that in a small one.
void measureGrowth(const Plan& plan, Figures& figures);

// CPU seconds of asar-audit, its start included.
double auditSeconds(const Plan& plan, const std::filesystem::path& tiles, bool integrity_only);
double rebuildSeconds(const Plan& plan, StoredLedger& stored);

}  // namespace tools
