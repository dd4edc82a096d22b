#include "tools/bench/append_peers.h"
#include "tools/bench/measures.h"

namespace tools {
namespace {

struct Rates {
  Runs ledger, log, rocksdb, sqlite;
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
    {
      StoredLedger stored(workload, plan.folder / "ledger");
      ledger_seconds = stored.seconds();
      frames = stored.frames();
    }
    const double rocksdb_seconds = secondsOfRawRocksdb(frames, plan.folder / "rocksdb");
    const double log_seconds = secondsOfOurLog(frames, plan.folder / "log");
    const double sqlite_seconds = secondsOfSqlite(frames, plan.folder / "sqlite");
    if (round == 0) continue;  // warms up
    const auto events = static_cast<double>(workload.events);
    groups = frames.size();
    rates.ledger.add(events / ledger_seconds);
    rates.rocksdb.add(events / rocksdb_seconds);
    rates.log.add(events / log_seconds);
    rates.sqlite.add(events / sqlite_seconds);
  }
  const std::string counts = std::to_string(workload.events) + " events in " + std::to_string(groups) + " groups, " +
                             std::to_string(kClients) + " clients";
  const auto add = [&](Figure figure) {
    figure.note = counts;
    figures.push_back(std::move(figure));
  };
  add(figureOf("durable append, the ledger with all checks", rates.ledger, "RocksDB, same frames", rates.rocksdb, 0.5));
  add(figureOf("durable append, the ledger with all checks", rates.ledger, "SQLite, same groups", rates.sqlite, 3));
  add(figureOf("durable append, the log alone", rates.log, "RocksDB, same frames", rates.rocksdb, 0.5));
  add(figureOf("durable append, the log alone", rates.log, "SQLite, same groups", rates.sqlite, 3));
}

}  // namespace tools
