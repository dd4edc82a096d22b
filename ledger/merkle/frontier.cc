#include "ledger/merkle/frontier.h"

#include "ledger/merkle/hashing.h"

namespace ledger {

void Frontier::push(const Digest& leaf) {
  pushSubtree(leaf, 0);
}

void Frontier::pushSubtree(const Digest& root, unsigned height) {
  ASAR_CHECK(size_ % (std::uint64_t{1} << height) == 0);
  Digest current = root;
  for (std::uint64_t bits = size_ >> height; (bits & 1) != 0; bits >>= 1) {
    current = nodeHash(subtrees_.back(), current);
    subtrees_.pop_back();
  }
  subtrees_.push_back(current);
  size_ += std::uint64_t{1} << height;
}

Digest Frontier::root() const {
  if (subtrees_.empty()) return emptyRoot();
  Digest root = subtrees_.back();
  for (std::size_t i = subtrees_.size() - 1; i-- > 0;) root = nodeHash(subtrees_[i], root);
  return root;
}

}  // namespace ledger
