#include "ledger/merkle/proof.h"

#include <bit>

#include "ledger/base/limits.h"
#include "ledger/merkle/hashing.h"

namespace ledger {
namespace {

Error badProof(std::string why) {
  return {ErrorCode::kInvalid, "BAD_PROOF", "the proof does not hold: " + std::move(why)};
}

}  // namespace

Result<void> verifyInclusion(Position index, Position size, const Digest& leaf, std::span<const Digest> path,
                             const Digest& root) {
  if (index >= size) return badProof("index " + std::to_string(index) + " is not in a tree of " + std::to_string(size));
  if (path.size() > limits::kProofHashesMax) return badProof("more than 63 hashes");
  Position node = index;
  Position last = size - 1;
  Digest hash = leaf;
  for (const Digest& sibling : path) {
    if (last == 0) return badProof("it has too many hashes");
    if ((node & 1) != 0 || node == last) {
      hash = nodeHash(sibling, hash);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  if (last != 0) return badProof("it has too few hashes");
  if (hash != root) return badProof("it leads to root " + hash.hex() + ", not " + root.hex());
  return {};
}

Result<void> verifyConsistency(const TreeHead& old_head, const TreeHead& new_head, std::span<const Digest> proof) {
  if (old_head.size == 0) return badProof("the older tree is empty");
  if (old_head.size > new_head.size) return badProof("the older tree is the larger one");
  if (proof.size() > limits::kProofHashesMax) return badProof("more than 63 hashes");
  if (old_head.size == new_head.size) {
    if (proof.empty() && old_head.root == new_head.root) return {};
    return badProof("two roots for one size");
  }
  std::span<const Digest> rest = proof;
  Digest first = old_head.root;
  if (!std::has_single_bit(old_head.size)) {
    if (rest.empty()) return badProof("it has no hashes");
    first = rest[0];
    rest = rest.subspan(1);
  }
  if (proof.empty()) return badProof("it has no hashes");
  Position node = old_head.size - 1;
  Position last = new_head.size - 1;
  for (; (node & 1) != 0; node >>= 1) last >>= 1;
  Digest old_root = first;
  Digest new_root = first;
  for (const Digest& hash : rest) {
    if (last == 0) return badProof("it has too many hashes");
    if ((node & 1) != 0 || node == last) {
      old_root = nodeHash(hash, old_root);
      new_root = nodeHash(hash, new_root);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      new_root = nodeHash(new_root, hash);
    }
    node >>= 1;
    last >>= 1;
  }
  if (last != 0) return badProof("it has too few hashes");
  if (old_root != old_head.root) return badProof("it leads to another older root");
  if (new_root != new_head.root) return badProof("it leads to another newer root");
  return {};
}

}  // namespace ledger
