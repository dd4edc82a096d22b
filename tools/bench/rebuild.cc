#include <cstdio>
#include <fstream>

#include "projections/database.h"
#include "projections/follower.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::ErrorCode;
using ledger::RocksdbLog;

double rebuildSeconds(const std::filesystem::path& folder, RocksdbLog& log) {
  emptyFolder(folder);
  auto database = orGiveUp(projections::Database::open(folder / "read.db"));
  ledger::LogReader reader(log);
  const ledger::SealedHead sealed = log.sealedHead();
  const Stopwatch watch;
  orGiveUp(projections::rebuild(database, reader, {sealed.head.size, sealed.root}));
  return watch.seconds();
}

// KiB that this process had in memory at most. getrusage would count what its parent had before it began.
std::uint64_t peakKib() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::uint64_t kib = 0;
    if (word == "VmHWM:" && status >> kib) return kib;
  }
  giveUp({ErrorCode::kUnavailable, "NO_PROC", "/proc/self/status does not tell the peak of memory"});
}

}  // namespace

double rebuildSeconds(const Plan& plan, StoredLedger& stored) {
  return rebuildSeconds(plan.folder / "read", stored.log());
}

void printRebuildPeak(const Plan& plan, const std::filesystem::path& ledger) {
  auto log = orGiveUp(RocksdbLog::open(ledger, {ledger::LogMode::kReadOnly, /*rehash=*/false}));
  rebuildSeconds(plan.folder, *log);
  std::printf("%llu\n", static_cast<unsigned long long>(peakKib()));
}

double rebuildPeakMib(const Plan& plan, const StoredLedger& stored) {
  const std::filesystem::path output = plan.folder / "memory.txt";
  runChild({std::filesystem::read_symlink("/proc/self/exe").string(), "--audit", plan.audit.string(), "--folder",
            (plan.folder / "memory").string(), "--memory-of", stored.folder().string()},
           output);
  double kib = 0;
  if (!(std::ifstream(output) >> kib)) {
    giveUp({ErrorCode::kUnavailable, "CHILD_FAILED", "a rebuild of its own did not tell its peak of memory"});
  }
  return kib / 1024;
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
