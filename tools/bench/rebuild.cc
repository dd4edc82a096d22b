#include <cstdio>
#include <fstream>

#include "projections/database.h"
#include "projections/follower.h"
#include "tools/bench/books.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::ErrorCode;
using ledger::RocksdbLog;
using projections::Models;

double rebuildSeconds(const std::filesystem::path& folder, RocksdbLog& log, Models models) {
  emptyFolder(folder);
  auto database = orGiveUp(projections::Database::open(folder / "read.db"));
  ledger::LogReader reader(log);
  const ledger::SealedHead sealed = log.sealedHead();
  projections::FollowOptions options;
  options.models = models;
  const Stopwatch watch;
  orGiveUp(projections::catchUp(database, reader, {sealed.head.size, sealed.root}, options));
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

Figure rateFigure(const char* name, double target, std::string note) {
  Figure figure;
  figure.name = name;
  figure.unit = "entries/s";
  figure.target = Target{target, Better::kMore};
  figure.note = std::move(note);
  return figure;
}

// Rates of the same entries; the journal has a transaction only where money or minutes moved.
Figure besideBooks(Figure figure, const BooksPeer& peer, const Runs& theirs, const std::string& transactions) {
  figure.peer_name = peer.name;
  figure.peer = theirs;
  figure.ratio = ratioOf(figure.ours, theirs);
  figure.target = Target{peer.name == "hledger" ? 20.0 : 5.0, Better::kMore};
  figure.note = peer.name + " reads " + transactions +
                " transactions of the same entries and prints what is on hand of each grant; it leaves out people, "
                "claims, verifications, documents, regions, search";
  return figure;
}

}  // namespace

double rebuildSeconds(const Plan& plan, StoredLedger& stored) {
  return rebuildSeconds(plan.folder / "read", stored.log(), Models::kAllButEntries);
}

void printRebuildPeak(const Plan& plan, const std::filesystem::path& ledger) {
  auto log = orGiveUp(RocksdbLog::open(ledger, {ledger::LogMode::kReadOnly, /*rehash=*/false}));
  rebuildSeconds(plan.folder, *log, Models::kAll);
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
  const std::string of = std::to_string(entries) + " entries, SQLite, ";
  Figure models = rateFigure("rebuild of all read models but the journal", 250'000, of + "wall time");
  Figure journal =
      rateFigure("rebuild of the journal of public entries", 50'000, of + "what it adds to the time of the others");
  const auto books = plan.folder / "books.journal";
  const std::uint64_t transactions = writeBooks(stored, books);
  const auto peers = booksPeersOf(plan);
  std::vector<Runs> theirs(peers.size());
  for (int round = 0; round <= plan.rounds; ++round) {
    const double seconds = rebuildSeconds(plan.folder / "read", stored.log(), Models::kAllButEntries);
    const double with_journal = rebuildSeconds(plan.folder / "read", stored.log(), Models::kAll);
    std::vector<double> of_peers;
    of_peers.reserve(peers.size());
    for (const BooksPeer& peer : peers) of_peers.push_back(secondsToBalance(peer, books));
    if (round == 0) continue;  // warms up
    for (std::size_t i = 0; i < peers.size(); ++i) theirs[i].add(static_cast<double>(entries) / of_peers[i]);
    models.ours.add(static_cast<double>(entries) / seconds);
    journal.ours.add(static_cast<double>(entries) / (with_journal - seconds));
  }
  const Figure alone = models;
  figures.push_back(std::move(models));
  for (std::size_t i = 0; i < peers.size(); ++i)
    figures.push_back(besideBooks(alone, peers[i], theirs[i], std::to_string(transactions)));
  figures.push_back(std::move(journal));
  std::filesystem::remove(books);
  Figure memory;
  memory.name = "memory of a rebuild at most";
  memory.unit = "MiB";
  memory.ours.add(rebuildPeakMib(plan, stored));
  memory.target = Target{1024, Better::kLess};
  memory.note = of + "all read models, a process of its own";
  figures.push_back(std::move(memory));
}

}  // namespace tools
