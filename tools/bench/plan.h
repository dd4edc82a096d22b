// Plan — what one run of the benchmarks measures, and how large.
#pragma once

#include <cstddef>
#include <filesystem>

namespace tools {

struct Plan {
  std::size_t events = 100'000;         // of the workload
  std::size_t many_events = 1'000'000;  // of the one that shows growth; 0: not measured
  int rounds = 5;                       // counted, after one that warms up
  std::filesystem::path folder;         // for everything that is written
  std::filesystem::path audit;          // the asar-audit program
  std::filesystem::path witness;        // the asar-witness program; empty: nothing is cosigned
  std::filesystem::path tlog_peer;      // the program of tlog_peer.go; empty: there is none beside our proofs
  std::filesystem::path hledger;        // accounting programs that read our journal; empty: not beside the rebuild
  std::filesystem::path ledger;
};

}  // namespace tools
