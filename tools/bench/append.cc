#include "tools/bench/append_peers.h"
#include "tools/bench/measures.h"

namespace tools {
namespace {

struct Rates {
  Runs ledger, log, rocksdb, sqlite;
  Runs ledger_cpu;  // seconds
};

Figure figureOf(std::string name, const Runs& ours, std::string peer_name, const Runs& peer, double target) {
  Figure figure;
  figure.name = std::move(name);
  figure.unit = "events/s";
  figure.ours = ours;
  figure.peer_name = std::move(peer_name);
  figure.peer = peer;
  figure.ratio = ratioOf(ours, peer);
  figure.target = Target{target, Better::kMore};
  return figure;
}

}  // namespace

void measureAppend(const Plan& plan, const Workload& workload, Figures& figures) {
  Rates rates;
  std::size_t groups = 0;
  for (int round = 0; round <= plan.rounds; ++round) {
    std::vector<StoredFrame> frames;
    double ledger_seconds = 0;
    double ledger_cpu = 0;
    {
      StoredLedger stored(workload, plan.folder / "ledger");
      ledger_seconds = stored.seconds();
      ledger_cpu = stored.cpuSeconds();
      frames = stored.frames();
    }
    const double rocksdb_seconds = secondsOfRawRocksdb(frames, plan.folder / "rocksdb");
    const double log_seconds = secondsOfOurLog(frames, plan.folder / "log");
    const double sqlite_seconds = secondsOfSqlite(frames, plan.folder / "sqlite");
    if (round == 0) continue;  // warms up
    const auto events = static_cast<double>(workload.events);
    groups = frames.size();
    rates.ledger.add(events / ledger_seconds);
    rates.ledger_cpu.add(ledger_cpu);
    rates.rocksdb.add(events / rocksdb_seconds);
    rates.log.add(events / log_seconds);
    rates.sqlite.add(events / sqlite_seconds);
  }
  const std::string counts = std::to_string(workload.events) + " events in " + std::to_string(groups) + " groups";
  const double micros = rates.ledger_cpu.median() * 1e6 / static_cast<double>(workload.events);
  const std::string ledger_counts = counts + ", " + std::to_string(kClients) + " clients, " +
                                    std::to_string(micros).substr(0, 4) + " µs of CPU per event";
  const auto add = [&](Figure figure, const std::string& note) {
    figure.note = note;
    figures.push_back(std::move(figure));
  };
  const std::string ledger = "durable append, the ledger with all checks";
  const std::string log = "durable append, the log alone";
  add(figureOf(ledger, rates.ledger, "RocksDB, same frames", rates.rocksdb, 0.5), ledger_counts);
  add(figureOf(ledger, rates.ledger, "SQLite, same groups", rates.sqlite, 3), ledger_counts);
  add(figureOf(log, rates.log, "RocksDB, same frames", rates.rocksdb, 0.5), counts);
  add(figureOf(log, rates.log, "SQLite, same groups", rates.sqlite, 3), counts);
}

}  // namespace tools
