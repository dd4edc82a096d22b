#include "tools/bench/measures.h"

namespace tools {
namespace {

// Microseconds of each event of a log.
struct Costs {
  double append = 0;
  double audit = 0;
  double rebuild = 0;
  double disk = 0;  // bytes on disk for each byte of entries
};

// Of the large log the audit is measured beside its peer, too: there its start no longer counts.
Costs costsAt(const Plan& plan, std::size_t events, Figures* audit) {
  const Workload workload = makeWorkload(events);
  StoredLedger stored(workload, plan.folder / "growth");
  const std::filesystem::path tiles = plan.folder / "growth-tiles";
  stored.exportTiles(workload, tiles);
  const double scale = 1e6 / static_cast<double>(stored.ledger().sealed().size);
  Costs costs;
  costs.append = stored.seconds() * 1e6 / static_cast<double>(workload.events);
  costs.audit = auditSeconds(plan, tiles, /*integrity_only=*/false) * scale;
  costs.rebuild = rebuildSeconds(plan, stored) * scale;
  costs.disk = static_cast<double>(stored.diskBytes()) / static_cast<double>(stored.entryBytes());
  if (audit != nullptr) measureAudit(plan, tiles, stored, *audit);
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
  Figure disk;
  disk.name = "growth: bytes on disk per byte of entries";
  disk.unit = "";
  disk.ours.add(many.disk);
  disk.target = Target{1.3, Better::kLess};
  disk.note = std::to_string(plan.many_events) + " events, no compression, right after writing";
  figures.push_back(std::move(disk));
}

}  // namespace tools
