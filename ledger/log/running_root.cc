#include "ledger/log/running_root.h"

namespace ledger {
namespace {

constexpr std::uint8_t kLeafPrefix[] = {0};
constexpr std::uint8_t kNodePrefix[] = {1};

Digest nodeHash(const Digest& left, const Digest& right) {
  return sha256({ByteView(kNodePrefix), left.view(), right.view()});
}

}  // namespace

void RunningRoot::append(const Digest& leaf_hash) {
  Digest carried = leaf_hash;
  for (Position bits = size_; (bits & 1) != 0; bits >>= 1) {
    carried = nodeHash(subtrees_.back(), carried);
    subtrees_.pop_back();
  }
  subtrees_.push_back(carried);
  ++size_;
}

Digest RunningRoot::root() const {
  if (subtrees_.empty()) return sha256(ByteView{});
  Digest root = subtrees_.back();
  for (std::size_t i = subtrees_.size() - 1; i > 0; --i) root = nodeHash(subtrees_[i - 1], root);
  return root;
}

Digest leafHashOf(ByteView entry) {
  return sha256({ByteView(kLeafPrefix), entry});
}

}  // namespace ledger
