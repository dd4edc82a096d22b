// asar_bench — measures this program beside others that do comparable work, in one run and in turn.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <thread>

#include "tools/bench/measures.h"

namespace {

void measure(const tools::Plan& plan, tools::Figures& figures) {
  const tools::Workload workload = tools::makeWorkload(plan.events);
  std::fprintf(stderr, "asar_bench: appending %zu events in %d rounds\n", workload.events, plan.rounds);
  tools::measureAppend(plan, workload, figures);
  {
    std::fprintf(stderr, "asar_bench: audit, rebuild, proofs\n");
    tools::StoredLedger stored(workload, plan.folder / "ledger");
    stored.exportTiles(workload, plan.folder / "tiles");
    tools::measureAudit(plan, plan.folder / "tiles", stored, figures);
    tools::measureAuditOfSingles(plan, figures);
    tools::measureRebuild(plan, stored, figures);
    tools::measureProofs(stored, figures);
    tools::measureHeads(stored, figures);
    tools::measureGrantProof(workload, stored, figures);
  }
  std::fprintf(stderr, "asar_bench: following, witnesses\n");
  tools::measureFollow(plan, figures);
  tools::measureWitnessed(plan, figures);
  if (plan.many_events != 0) std::fprintf(stderr, "asar_bench: growth to %zu events\n", plan.many_events);
  tools::measureGrowth(plan, figures);
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): a benchmark that cannot go on may end so
int main(int argc, char** argv) {
  tools::Plan plan;
  bool json = false;
  std::filesystem::path memory_of;
  CLI::App app("asar_bench: how fast, beside what. Missed targets are marked; they are no failure.", "asar_bench");
  app.add_option("--folder", plan.folder, "where it may write; emptied")->required();
  app.add_option("--audit", plan.audit, "the asar-audit program")->required()->check(CLI::ExistingFile);
  app.add_option("--witness", plan.witness, "the asar-witness program")->check(CLI::ExistingFile);
  app.add_option("--tlog-peer", plan.tlog_peer, "the program of tlog_peer.go")->check(CLI::ExistingFile);
  app.add_option("--hledger", plan.hledger, "the hledger program")->check(CLI::ExistingFile);
  app.add_option("--ledger", plan.ledger, "the ledger program")->check(CLI::ExistingFile);
  app.add_option("--events", plan.events, "events of the workload")->check(CLI::Range(1'000, 10'000'000))->take_last();
  app.add_option("--many-events", plan.many_events, "events of the log that shows growth; 0: none")->take_last();
  app.add_option("--rounds", plan.rounds, "counted rounds, after one that warms up")
      ->check(CLI::Range(1, 100))
      ->take_last();
  app.add_flag("--json", json, "one JSON object a line instead of the table");
  app.add_option("--memory-of", memory_of, "only the peak of a rebuild from that ledger's log: a run starts itself so");
  CLI11_PARSE(app, argc, argv);
  tools::emptyFolder(plan.folder);
  if (!memory_of.empty()) {
    tools::printRebuildPeak(plan, memory_of);
    return 0;
  }
  tools::Figures figures;
  measure(plan, figures);
  std::fputs((json ? tools::jsonLinesOf(figures) : tools::tableOf(figures)).c_str(), stdout);
  if (!json) {
    std::printf(
        "\n%u processors. Ratios are medians of rounds in which ours and the peer took turns; spread is\n"
        "(largest − smallest) / median. The raw peers check no signature, role or rule and keep no tree; accounting\n"
        "programs add up what moved money or minutes, and know nothing of who signed what and whether they might.\n",
        std::thread::hardware_concurrency());
  }
  return 0;
}
