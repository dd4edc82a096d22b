#include <thread>

#include "ledger/seal/ed25519.h"
#include "tools/bench/hash_limit.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::Digest;

Runs perSecond(double count, const Runs& seconds) {
  Runs rates;
  for (const double one : seconds.values) rates.add(count / one);
  return rates;
}

struct Seconds {
  Runs limit, integrity, replay;  // of CPU
  Runs one_thread, two_threads;   // of wall time, integrity alone
};

Seconds measureRounds(const Plan& plan, const std::filesystem::path& tiles, const Leaves& leaves, const Digest& root) {
  Seconds seconds;
  for (int round = 0; round <= plan.rounds; ++round) {
    const double limit = leaves.secondsToHash(root);
    const Took alone = runAudit(plan, tiles, {1, /*integrity_only=*/true});
    const Took by_two = runAudit(plan, tiles, {2, /*integrity_only=*/true});
    const Took replay = runAudit(plan, tiles, {1, /*integrity_only=*/false});
    if (round == 0) continue;  // warms up
    seconds.limit.add(limit);
    seconds.integrity.add(alone.cpu_seconds);
    seconds.one_thread.add(alone.wall_seconds);
    seconds.two_threads.add(by_two.wall_seconds);
    seconds.replay.add(replay.cpu_seconds);
  }
  return seconds;
}

// CPU seconds of so many signature checks and nothing else.
double secondsToCheck(std::size_t count) {
  constexpr std::size_t kMessageBytes = 280;  // a header and what is signed before it
  ledger::SeededRandom random(3);
  ledger::Seed seed{};
  random.fill(seed);
  const auto pair = orGiveUp(ledger::KeyPair::fromSeed(seed));
  ledger::Bytes message(kMessageBytes);
  random.fill(message);
  const auto signature = pair.sign(message);
  const Stopwatch watch(Stopwatch::Of::kThreadCpu);
  for (std::size_t i = 0; i < count; ++i) {
    if (!ledger::verifySignature(pair.publicKey(), message, signature))
      giveUp({ledger::ErrorCode::kCorrupt, "SIG_INVALID", "a signature does not hold"});
  }
  return watch.seconds();
}

}  // namespace

void measureAuditOfSingles(const Plan& plan, Figures& figures) {
  constexpr std::size_t kShare = 10;  // each costs a signature, and as much as many commands
  const Workload workload = makeWorkload(plan.events / kShare, 1);
  StoredLedger stored(workload, plan.folder / "singles");
  const auto tiles = plan.folder / "singles-tiles";
  stored.exportTiles(workload, tiles);
  Figure figure;
  figure.name = "audit with every rule, submissions of one";
  for (int round = 0; round <= plan.rounds; ++round) {
    const double checks = secondsToCheck(workload.events);
    const double audit = runAudit(plan, tiles, {1, /*integrity_only=*/false}).cpu_seconds;
    if (round == 0) continue;  // warms up
    figure.ours.add(static_cast<double>(workload.events) / audit);
    figure.peer.add(static_cast<double>(workload.events) / checks);
  }
  figure.unit = "events per CPU-s";
  figure.peer_name = "Ed25519 alone";
  figure.ratio = ratioOf(figure.ours, figure.peer);
  figure.note = std::to_string(workload.events) + " events in as many submissions, whole process, with its founding";
  figures.push_back(std::move(figure));
}

Took runAudit(const Plan& plan, const std::filesystem::path& tiles, const AuditWishes& wishes) {
  std::vector<std::string> words = {plan.audit.string(), "verify", tiles.string(), "--threads",
                                    std::to_string(wishes.threads)};
  if (wishes.integrity_only) words.emplace_back("--integrity-only");
  return runChild(std::move(words));
}

void measureAudit(const Plan& plan, const std::filesystem::path& tiles, StoredLedger& stored, Figures& figures) {
  const Leaves leaves(stored.log());
  const Seconds seconds = measureRounds(plan, tiles, leaves, stored.ledger().sealed().root);
  const auto entries = static_cast<double>(leaves.size());
  const std::string counts = std::to_string(leaves.size()) + " entries, ";
  Figure pass;
  pass.name = "audit of bytes, chain, root, checkpoint";
  pass.unit = "entries per CPU-s";
  pass.ours = perSecond(entries, seconds.integrity);
  pass.peer_name = "SHA-256 alone";
  pass.peer = perSecond(entries, seconds.limit);
  pass.ratio = ratioOf(pass.ours, pass.peer);
  pass.target = Target{0.8, Better::kMore};
  pass.note = counts + "one thread, whole process";
  figures.push_back(std::move(pass));
  Figure by_two;
  by_two.name = "audit of the same by two threads";
  by_two.unit = "entries/s";
  by_two.ours = perSecond(entries, seconds.two_threads);
  by_two.peer_name = "one thread";
  by_two.peer = perSecond(entries, seconds.one_thread);
  by_two.ratio = ratioOf(by_two.ours, by_two.peer);
  if (std::thread::hardware_concurrency() > 1) by_two.target = Target{1.8, Better::kMore};
  by_two.note = counts + "wall time, whole process";
  figures.push_back(std::move(by_two));
  Figure full;
  full.name = "audit with every rule, submissions of 256";
  full.unit = "events per CPU-s";
  const std::uint64_t events = stored.countEvents();
  full.ours = perSecond(static_cast<double>(events), seconds.replay);
  full.target = Target{250'000, Better::kMore};
  full.note = std::to_string(events) + " events, keys, roles, rules and recount, whole process";
  figures.push_back(std::move(full));
}

}  // namespace tools
