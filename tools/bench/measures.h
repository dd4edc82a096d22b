// Measures — one function for each thing measured; each adds its figures.
//
// Threads  one; what runs beside it would be measured too.
#pragma once

#include "tools/bench/child.h"
#include "tools/bench/figure.h"
#include "tools/bench/plan.h"
#include "tools/bench/stored_ledger.h"

namespace tools {

using Figures = std::vector<Figure>;

// Durable appends, beside the same frames written to plain RocksDB and the same entries to SQLite.
void measureAppend(const Plan& plan, const Workload& workload, Figures& figures);
// asar-audit over the exported log, beside bare SHA-256 over the same bytes; by two threads; then with every rule.
void measureAudit(const Plan& plan, const std::filesystem::path& tiles, StoredLedger& stored, Figures& figures);
// The same with one command in each submission, beside bare signature checks.
void measureAuditOfSingles(const Plan& plan, Figures& figures);
// Read models made anew from entry 0 on, beside the accounting programs that are there; and the memory it takes.
void measureRebuild(const Plan& plan, StoredLedger& stored, Figures& figures);
// How far the read models are behind published checkpoints while others append.
void measureFollow(const Plan& plan, Figures& figures);
// Proofs made and checked at the log's size.
void measureProofs(StoredLedger& stored, Figures& figures);
// The same beside Go's, where that is there.
void measureProofPeer(const Plan& plan, StoredLedger& stored, Figures& figures);
// The proof of one grant's sums: its bytes, and the time to check them. Records heads in the ledger.
void measureGrantProof(const Workload& workload, StoredLedger& stored, Figures& figures);
// Receipts cosigned by witnesses on loopback, where the program is there.
void measureWitnessed(const Plan& plan, Figures& figures);
// The trees that bind the heads of all streams, made from the state.
void measureHeads(StoredLedger& stored, Figures& figures);
// The cost of an event in a large log against that in a small one; of the large one also the audit, the proofs and
// those of grants.
void measureGrowth(const Plan& plan, Figures& figures);

struct AuditWishes {
  unsigned threads = 1;
  bool integrity_only = false;
};
Took runAudit(const Plan& plan, const std::filesystem::path& tiles, const AuditWishes& wishes);

double rebuildSeconds(const Plan& plan, StoredLedger& stored);
// What a rebuild needs at most when it is all that a process does: for that, this program starts itself once more.
double rebuildPeakMib(const Plan& plan, const StoredLedger& stored);
// What it does then: rebuilds from the ledger in that folder and prints the peak in KiB.
void printRebuildPeak(const Plan& plan, const std::filesystem::path& ledger);

}  // namespace tools
