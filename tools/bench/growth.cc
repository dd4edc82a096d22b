#include "tools/bench/measures.h"

namespace tools {
namespace {

// Microseconds of each event of a log.
struct Costs {
  double append = 0;
  double audit = 0;
  double rebuild = 0;
  double memory = 0;  // MiB at most of a rebuild, not of an event
  double disk = 0;    // bytes on disk for each byte of entries
};

// Of the large log the audit is measured beside its peers, too, where its start no longer counts, and the proofs.
Costs costsAt(const Plan& plan, std::size_t events, Figures* more) {
  const Workload workload = makeWorkload(events);
  StoredLedger stored(workload, plan.folder / "growth");
  const std::filesystem::path tiles = plan.folder / "growth-tiles";
  stored.exportTiles(workload, tiles);
  const double scale = 1e6 / static_cast<double>(stored.ledger().sealed().size);
  Costs costs;
  costs.append = stored.seconds() * 1e6 / static_cast<double>(workload.events);
  costs.audit = runAudit(plan, tiles, {1, /*integrity_only=*/false}).cpu_seconds * scale;
  costs.rebuild = rebuildSeconds(plan, stored) * scale;
  costs.disk = static_cast<double>(stored.diskBytes()) / static_cast<double>(stored.entryBytes());
  // Last, for another reader of the log may leave a file beside it.
  costs.memory = rebuildPeakMib(plan, stored);
  if (more != nullptr) {
    measureAudit(plan, tiles, stored, *more);
    measureProofs(stored, *more);
    measureProofPeer(plan, stored, *more);
    measureGrantProof(workload, stored, *more);
  }
  return costs;
}

Figure figureOf(const std::string& name, double many, double few, const std::string& note) {
  Figure figure;
  figure.name = name;
  figure.unit = "µs/event";
  figure.ours.add(many);
  figure.peer_name = "small log";
  figure.peer.add(few);
  figure.ratio = ratioOf(figure.ours, figure.peer);
  figure.target = Target{1.25, Better::kLess};
  figure.note = note;
  return figure;
}

}  // namespace

void measureGrowth(const Plan& plan, Figures& figures) {
  if (plan.many_events == 0) return;
  const Costs few = costsAt(plan, plan.events, nullptr);
  const Costs many = costsAt(plan, plan.many_events, &figures);
  const std::string note =
      std::to_string(plan.many_events) + " events against " + std::to_string(plan.events) + ", a lower ratio is better";
  figures.push_back(figureOf("growth: append, wall", many.append, few.append, note));
  figures.push_back(figureOf("growth: full audit, CPU", many.audit, few.audit, note));
  figures.push_back(figureOf("growth: rebuild, wall", many.rebuild, few.rebuild, note));
  Figure memory;
  memory.name = "growth: memory of a rebuild at most";
  memory.unit = "MiB";
  memory.ours.add(many.memory);
  memory.peer_name = "small log";
  memory.peer.add(few.memory);
  memory.target = Target{1024, Better::kLess};
  memory.note =
      std::to_string(plan.many_events) + " events against " + std::to_string(plan.events) + ", a process of its own";
  figures.push_back(std::move(memory));
  Figure disk;
  disk.name = "growth: bytes on disk per byte of entries";
  disk.unit = "";
  disk.ours.add(many.disk);
  disk.target = Target{1.3, Better::kLess};
  disk.note = std::to_string(plan.many_events) + " events, no compression, right after writing";
  figures.push_back(std::move(disk));
}

}  // namespace tools
