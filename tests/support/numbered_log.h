// NumberedLog — entries "entry 0\n", "entry 1\n", … to be read, as many as asked for; nothing is stored but hashes.
//
// Shape    the log of the known answers in tests/vectors.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "ledger/event_reader.h"
#include "ledger/merkle/hashing.h"
#include "ledger/merkle/tree.h"

namespace tests {

class NumberedLog final : public ledger::EventReader {
 public:
  explicit NumberedLog(ledger::Position size) { grow(size); }

  void grow(ledger::Position size) {
    for (ledger::Position i = leaves_.size(); i < size; ++i) {
      leaves_.push_back(ledger::leafHash(entry(i)));
      tree_.append(leaves_.back());
    }
  }

  static ledger::Bytes entry(ledger::Position index) {
    return ledger::toBytes(ledger::asBytes("entry " + std::to_string(index) + "\n"));
  }
  const ledger::Tree& tree() const { return tree_; }
  ledger::LeafReader leaves() const {
    return [this](ledger::Position first, std::size_t count) -> ledger::Result<std::vector<ledger::Digest>> {
      const auto from = leaves_.begin() + static_cast<std::ptrdiff_t>(first);
      return std::vector<ledger::Digest>(from, from + static_cast<std::ptrdiff_t>(count));
    };
  }
  ledger::Digest rootAt(ledger::Position size) const { return *tree_.rootAt(size, leaves()); }

  ledger::Position size() override { return leaves_.size(); }
  ledger::Result<std::vector<ledger::StoredEntry>> read(ledger::Position from, std::size_t max_bytes) override {
    std::vector<ledger::StoredEntry> entries;
    std::size_t bytes = 0;
    for (ledger::Position i = from; i < leaves_.size() && (entries.empty() || bytes < max_bytes); ++i) {
      entries.push_back({i, leaves_[i], entry(i)});
      bytes += entries.back().bytes.size();
    }
    return entries;
  }

 private:
  std::vector<ledger::Digest> leaves_;
  ledger::Tree tree_;
};

}  // namespace tests
