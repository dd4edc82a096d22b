// WatchedLog — a log of any history with its key, as a witness is asked about it.
//
// Shape    entry i is "entry <i>" followed by what sets one history apart from another from `forked_at` on. Signing and
//          proving are the ledger's: the witness under test has its own code for both.
#pragma once

#include <string>
#include <vector>

#include "ledger/merkle/hashing.h"
#include "ledger/merkle/tree.h"
#include "ledger/seal/checkpoint.h"
#include "ledger/seal/witness_client.h"

namespace tests {

class WatchedLog {
 public:
  explicit WatchedLog(std::string origin = "log.example/one", std::uint8_t seed = 7)
      : origin_(std::move(origin)), pair_(*ledger::KeyPair::fromSeed(ledger::Seed{seed})) {
    grow(20);
  }

  // Another history from this size on.
  WatchedLog forkedAt(std::uint64_t size) const {
    WatchedLog other = *this;
    other.leaves_.resize(size);
    other.tree_ = {};
    for (const auto& leaf : other.leaves_) other.tree_.append(leaf);
    other.mark_ = "'";
    other.grow(20);
    return other;
  }

  std::string vkey() const { return ledger::vkeyText(verifier()); }
  ledger::VerifierKey verifier() const {
    return ledger::verifierKey(origin_, ledger::NoteKeyType::kEd25519, pair_.publicKey());
  }
  ledger::Digest rootAt(std::uint64_t size) const { return *tree_.rootAt(size, reader()); }
  std::vector<ledger::Digest> proof(std::uint64_t old_size, std::uint64_t size) const {
    if (old_size == 0 || old_size >= size) return {};
    return *tree_.consistency(old_size, size, reader());
  }
  std::string note(std::uint64_t size) const { return noteOf(rootAt(size), size); }
  std::string noteOf(const ledger::Digest& root, std::uint64_t size) const {
    ledger::SignedNote note{ledger::checkpointText({origin_, size, root}), {}};
    note.signatures.push_back(ledger::signNote(note.text, origin_, pair_));
    return ledger::noteText(note);
  }
  // The body that asks for the growth from one size to another.
  std::string body(std::uint64_t old_size, std::uint64_t size) const {
    return ledger::addCheckpointBody(old_size, proof(old_size, size), note(size));
  }
  ledger::LogView view() const {
    return {[this](ledger::Position size) { return tree_.rootAt(size, reader()); },
            [this](ledger::Position old_size, ledger::Position size) {
              return tree_.consistency(old_size, size, reader());
            }};
  }

 private:
  void grow(std::uint64_t size) {
    while (leaves_.size() < size) {
      const std::string entry = "entry " + std::to_string(leaves_.size()) + mark_;
      leaves_.push_back(ledger::leafHash(ledger::asBytes(entry)));
      tree_.append(leaves_.back());
    }
  }
  ledger::LeafReader reader() const {
    return [this](ledger::Position first, std::size_t count) -> ledger::Result<std::vector<ledger::Digest>> {
      const auto begin = leaves_.begin() + static_cast<std::ptrdiff_t>(first);
      return std::vector<ledger::Digest>(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
  }

  std::string origin_;
  ledger::KeyPair pair_;
  std::string mark_;
  std::vector<ledger::Digest> leaves_;
  ledger::Tree tree_;
};

}  // namespace tests
