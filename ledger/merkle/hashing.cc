#include "ledger/merkle/hashing.h"

#include "ledger/merkle/frontier.h"

namespace ledger {

Digest leafHash(ByteView entry) {
  static constexpr std::uint8_t kPrefix[] = {0x00};
  return sha256({kPrefix, entry});
}

Digest nodeHash(const Digest& left, const Digest& right) {
  static constexpr std::uint8_t kPrefix[] = {0x01};
  return sha256({kPrefix, left.bytes, right.bytes});
}

Digest emptyRoot() {
  return sha256(ByteView{});
}

Digest rootOf(std::span<const Bytes> entries) {
  Frontier frontier;
  for (const Bytes& entry : entries) frontier.push(leafHash(entry));
  return frontier.root();
}

}  // namespace ledger
