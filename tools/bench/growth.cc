#include <memory>

#include "tools/bench/measures.h"

namespace tools {
namespace {

// What was measured of one size of log.
struct Costs {
  Runs append, audit, rebuild;  // microseconds of each event or entry
  double memory = 0;            // MiB at most of a rebuild
  double disk = 0;              // bytes on disk for each byte of entries
};

class SizedLog {
 public:
  SizedLog(const Plan& plan, std::size_t events, const std::string& name)
      : plan_(plan),
        workload_(makeWorkload(events)),
        folder_(plan.folder / name),
        tiles_(plan.folder / (name + "-tiles")) {}

  // Into an empty folder each time.
  void append() {
    stored_.reset();
    stored_ = std::make_unique<StoredLedger>(workload_, folder_);
    costs_.append.add(stored_->seconds() * 1e6 / static_cast<double>(workload_.events));
  }
  void publish() {
    costs_.disk = static_cast<double>(stored_->diskBytes()) / static_cast<double>(stored_->entryBytes());
    stored_->exportTiles(workload_, tiles_);
  }
  void read(bool is_counted) {
    const double scale = 1e6 / static_cast<double>(stored_->ledger().sealed().size);
    const double audit = runAudit(plan_, tiles_, {1, /*integrity_only=*/false}).cpu_seconds * scale;
    const double rebuild = rebuildSeconds(plan_, *stored_) * scale;
    if (!is_counted) return;
    costs_.audit.add(audit);
    costs_.rebuild.add(rebuild);
  }
  // Last, for another reader of the log may leave a file beside it.
  void measureMemory() { costs_.memory = rebuildPeakMib(plan_, *stored_); }
  // What depends on the size of the log, beside its peers.
  void measureMore(Figures& figures) {
    measureAudit(plan_, tiles_, *stored_, figures);
    measureProofs(*stored_, figures);
    measureProofPeer(plan_, *stored_, figures);
    measureGrantProof(workload_, *stored_, figures);
  }

  const Costs& costs() const { return costs_; }

 private:
  const Plan& plan_;
  Workload workload_;
  std::filesystem::path folder_, tiles_;
  std::unique_ptr<StoredLedger> stored_;
  Costs costs_;
};

Figure figureOf(const std::string& name, const Runs& many, const Runs& few, const std::string& note) {
  Figure figure;
  figure.name = name;
  figure.unit = "µs/event";
  figure.ours = many;
  figure.peer_name = "small log";
  figure.peer = few;
  figure.ratio = ratioOf(many, few);
  figure.target = Target{1.25, Better::kLess};
  figure.note = note + ", a lower ratio is better";
  return figure;
}

}  // namespace

void measureGrowth(const Plan& plan, Figures& figures) {
  if (plan.many_events == 0) return;
  SizedLog small(plan, plan.events, "growth-small");
  SizedLog large(plan, plan.many_events, "growth");
  for (int round = 0; round < plan.rounds; ++round) {
    for (SizedLog* log : {&small, &large}) log->append();
  }
  for (SizedLog* log : {&small, &large}) log->publish();
  for (int round = 0; round <= plan.rounds; ++round) {
    for (SizedLog* log : {&small, &large}) log->read(/*is_counted=*/round > 0);
  }
  for (SizedLog* log : {&small, &large}) log->measureMemory();
  large.measureMore(figures);
  const Costs &few = small.costs(), &many = large.costs();
  const std::string note = std::to_string(plan.many_events) + " events against " + std::to_string(plan.events);
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
  memory.note = note + ", a process of its own";
  figures.push_back(std::move(memory));
  Figure disk;
  disk.name = "growth: bytes on disk per byte of entries";
  disk.unit = "";
  disk.ours.add(many.disk);
  disk.peer_name = "small log";
  disk.peer.add(few.disk);
  disk.target = Target{1.3, Better::kLess};
  disk.note = note + ", no compression, right after writing";
  figures.push_back(std::move(disk));
}

}  // namespace tools
