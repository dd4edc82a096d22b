// Proofs beside those of golang.org/x/mod/sumdb/tlog, over the leaf hashes of the same log.
#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

#include "ledger/merkle/proof.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::Digest;
using ledger::Position;
using ledger::TreeHead;

constexpr std::size_t kPeerProofs = 2'000;
constexpr std::array<const char*, 4> kKinds = {"inclusion proofs made", "inclusion proofs checked",
                                               "consistency proofs made", "consistency proofs checked"};
// Microseconds of each kind, the medians of one round.
using Medians = std::array<double, kKinds.size()>;

void writeLeaves(StoredLedger& stored, const std::filesystem::path& file) {
  constexpr Position kAtOnce = 65'536;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  const Position size = stored.ledger().sealed().size;
  for (Position at = 0; at < size;) {
    const auto hashes = orGiveUp(stored.log().leafHashes(at, std::min(kAtOnce, size - at)));
    for (const Digest& hash : hashes) out << ledger::asText(hash.bytes);
    at += hashes.size();
  }
}

Medians ourRound(StoredLedger& stored, ledger::SeededRandom& random) {
  const auto sealed = stored.ledger().sealed();
  std::array<Runs, kKinds.size()> times;
  const auto timed = [&](std::size_t kind, const auto& work) {
    const Stopwatch watch;
    auto made = work();
    times.at(kind).add(watch.seconds() * 1e6);
    return made;
  };
  for (std::size_t i = 0; i < kPeerProofs; ++i) {
    const Position index = random.below(sealed.size);
    const Digest leaf = orGiveUp(stored.log().leafHashes(index, 1)).front();
    const auto path = timed(0, [&] { return orGiveUp(stored.ledger().inclusion(index, sealed.size)); });
    timed(1, [&] { return verifyInclusion(index, sealed.size, leaf, path, sealed.root).ok(); });
    const Position size = 1 + random.below(sealed.size - 1);
    const TreeHead old_head{size, orGiveUp(stored.ledger().rootAt(size))};
    const auto way = timed(2, [&] { return orGiveUp(stored.ledger().consistency(size, sealed.size)); });
    timed(3, [&] { return verifyConsistency(old_head, {sealed.size, sealed.root}, way).ok(); });
  }
  Medians medians{};
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) medians.at(kind) = times.at(kind).median();
  return medians;
}

Medians theirRound(const Plan& plan, const std::filesystem::path& leaves, const std::string& root) {
  const auto told = plan.folder / "tlog-peer.json";
  runChild({plan.tlog_peer.string(), leaves.string(), std::to_string(kPeerProofs), root}, told);
  std::ifstream in(told);
  const auto json = nlohmann::json::parse(in, nullptr, false);
  Medians medians{};
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind)
    medians.at(kind) = json.is_array() && json.size() == kKinds.size() ? json[kind].get<double>() : 0;
  if (std::ranges::any_of(medians, [](double one) { return one <= 0; }))
    giveUp({ledger::ErrorCode::kUnavailable, "PEER_FAILED", plan.tlog_peer.string() + " measured nothing"});
  return medians;
}

}  // namespace

void measureProofPeer(const Plan& plan, StoredLedger& stored, Figures& figures) {
  if (plan.tlog_peer.empty()) return;
  const auto leaves = plan.folder / "leaves";
  writeLeaves(stored, leaves);
  const auto sealed = stored.ledger().sealed();
  std::array<Figure, kKinds.size()> made;
  ledger::SeededRandom random(2);
  for (int round = 0; round <= plan.rounds; ++round) {
    const Medians ours = ourRound(stored, random);
    const Medians theirs = theirRound(plan, leaves, sealed.root.base64());
    if (round == 0) continue;  // warms up
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
      made.at(kind).ours.add(1e6 / ours.at(kind));
      made.at(kind).peer.add(1e6 / theirs.at(kind));
    }
  }
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    Figure& figure = made.at(kind);
    figure.name = kKinds.at(kind);
    figure.unit = "proofs/s";
    figure.peer_name = "Go x/mod tlog";
    figure.ratio = ratioOf(figure.ours, figure.peer);
    figure.target = Target{1, Better::kMore};
    figure.note = "size " + std::to_string(sealed.size) + ", medians of " + std::to_string(kPeerProofs) +
                  ", both trees in memory, one thread";
    figures.push_back(std::move(figure));
  }
  std::filesystem::remove(leaves);
}

}  // namespace tools
