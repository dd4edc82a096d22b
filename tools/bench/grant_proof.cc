// What it takes to prove one grant: how far its stream has come and what it sums to, under a signed checkpoint.
#include "audit/answers/shown_entries.h"
#include "audit/answers/stream_roots.h"
#include "audit/log/opened_log.h"
#include "ledger/event/codec.h"
#include "ledger/rules/heads.h"
#include "ledger/seal/vkey.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::Position;
using ledger::SumTree;

constexpr std::size_t kGrants = 200;

// The members of a stream's bundle, but for the entries of the stream itself.
struct GrantProof {
  std::string stream, proofs, checkpoint;
  ledger::Bytes entries;

  std::size_t bytes() const { return stream.size() + proofs.size() + checkpoint.size() + entries.size(); }
};

// What all grants share: the heads, and what leads from them to the checkpoint.
struct Heads {
  ledger::HeadTrees trees;
  Position index = 0;
  GrantProof shared;
};

Heads recordHeads(const Workload& workload, StoredLedger& stored) {
  Heads heads;
  stored.ledger().inspect([&](const ledger::State& state) { heads.trees = orGiveUp(ledger::headTreesOf(state)); });
  heads.index = stored.ledger().sealed().size + 1;
  orGiveUp(stored.ledger().submit(workload.world->scribe.sign(*workload.keeper, {headsOf(heads.trees, heads.index)})));
  const auto sealed = stored.ledger().sealed();
  heads.shared.checkpoint = workload.signedNote(sealed.size, sealed.root);
  const auto entry = orGiveUp(stored.log().read(heads.index, 1)).entries.front().body;
  heads.shared.entries = {static_cast<std::uint8_t>(entry.size() >> 8U), static_cast<std::uint8_t>(entry.size())};
  heads.shared.entries.insert(heads.shared.entries.end(), entry.begin(), entry.end());
  heads.shared.proofs = "index " + std::to_string(heads.index) + "\n";
  for (const auto& hash : orGiveUp(stored.ledger().inclusion(heads.index, sealed.size)))
    heads.shared.proofs += hash.base64() + "\n";
  heads.shared.proofs += "command\n\n";  // the only one of its submission
  return heads;
}

std::string sumsText(const ledger::StreamSums& sums, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += " " + std::to_string(sums.at(i));
  return text;
}

GrantProof proofOf(const Heads& heads, std::size_t place) {
  const SumTree& tree = heads.trees.grants.at("KZT");
  const ledger::StreamLeaf& leaf = tree.leaves().at(place);
  GrantProof proof = heads.shared;
  proof.stream = "asar/stream/v1\ngrant " + leaf.id.text() + "\nheads " + std::to_string(heads.index) +
                 "\ntree grants KZT\nleaf " + std::to_string(place) + " " + leaf.id.text() + " " +
                 std::to_string(leaf.count) + " " + std::to_string(leaf.last) + sumsText(leaf.sums, tree.sums()) + "\n";
  for (const auto& node : tree.path(place))
    proof.stream +=
        "node " + node.hash.base64() + " " + std::to_string(node.count) + sumsText(node.sums, tree.sums()) + "\n";
  return proof;
}

// As who received it would: from bytes to the sums that are believed.
bool holds(const GrantProof& proof, const audit::VerifierKey& key) {
  audit::Findings findings;
  const auto seen = audit::SignedCheckpoint::parse(audit::bytesOf(proof.checkpoint));
  const auto claim = audit::StreamClaim::parse(audit::bytesOf(proof.stream));
  auto brought = audit::broughtEntries(proof.entries, audit::bytesOf(proof.proofs));
  if (!seen || !claim || !brought || !judgeCheckpoint(*seen, key, "the checkpoint", findings)) return false;
  const audit::ShownEntries shown(std::move(*brought), seen->checkpoint, findings);
  const auto event = shown.events().find(claim->heads);
  if (event == shown.events().end()) return false;
  audit::StreamRoots roots(event->second.command.getStreamHeads(), *claim, findings);
  if (!roots.judge() || !roots.sums()) return false;
  return roots.holds(roots.sums()->head.sums) && findings.total() == 0;
}

}  // namespace

void measureGrantProof(const Workload& workload, StoredLedger& stored, Figures& figures) {
  const Heads heads = recordHeads(workload, stored);
  const auto key = audit::VerifierKey::parse(ledger::vkeyText(workload.logKey()));
  const std::size_t grants = heads.trees.grants.at("KZT").leaves().size();
  Runs bytes, checked;
  const std::string note = std::to_string(grants) + " grants, size " + std::to_string(stored.ledger().sealed().size);
  for (std::size_t i = 0; i < kGrants; ++i) {
    const GrantProof proof = proofOf(heads, i * grants / kGrants);
    bytes.add(static_cast<double>(proof.bytes()));
    const Stopwatch checking(Stopwatch::Of::kThreadCpu);
    if (!key || !holds(proof, *key)) giveUp({ledger::ErrorCode::kCorrupt, "PROOF_REFUSED", "a grant's proof"});
    checked.add(checking.seconds() * 1e3);
  }
  Figure largest;
  largest.name = "proof of one grant, the largest";
  largest.unit = "bytes";
  largest.ours = bytes;
  largest.share = 1;
  largest.target = Target{4096, Better::kLess};
  largest.note = note + ": sums, path, heads, receipt, checkpoint";
  Figure slowest;
  slowest.name = "proof of one grant checked, p99";
  slowest.unit = "ms of CPU";
  slowest.ours = checked;
  slowest.share = 0.99;
  slowest.target = Target{1, Better::kLess};
  slowest.note = note + ", by the second opinion, p50 " + std::to_string(checked.median() * 1e3).substr(0, 5) + " µs";
  figures.push_back(std::move(largest));
  figures.push_back(std::move(slowest));
}

}  // namespace tools
