#include "projections/database.h"
#include "projections/follower.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {

double rebuildSeconds(const Plan& plan, StoredLedger& stored) {
  const std::filesystem::path folder = plan.folder / "read";
  emptyFolder(folder);
  auto database = orGiveUp(projections::Database::open(folder / "read.db"));
  ledger::LogReader reader(stored.log());
  const ledger::Sealed sealed = stored.ledger().sealed();
  const Stopwatch watch;
  orGiveUp(projections::rebuild(database, reader, {sealed.size, sealed.root}));
  return watch.seconds();
}

void measureRebuild(const Plan& plan, StoredLedger& stored, Figures& figures) {
  const auto entries = stored.ledger().sealed().size;
  Figure figure;
  for (int round = 0; round <= plan.rounds; ++round) {
    const double seconds = rebuildSeconds(plan, stored);
    if (round > 0) figure.ours.add(static_cast<double>(entries) / seconds);
  }
  figure.name = "rebuild of all read models";
  figure.unit = "entries/s";
  figure.target = Target{250'000, Better::kMore};
  figure.note = std::to_string(entries) + " entries, SQLite, wall time";
  figures.push_back(std::move(figure));
}

}  // namespace tools
