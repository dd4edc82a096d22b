// Proof — checks of inclusion and consistency proofs: pure functions of their arguments.
//
// Errors   kInvalid BAD_PROOF, saying what does not fit.
// Source   RFC 9162 sections 2.1.3.2 and 2.1.4.2.
#pragma once

#include <span>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"

namespace ledger {

// Requires nothing: any index, size and path may be hostile.
Result<void> verifyInclusion(Position index, Position size, const Digest& leaf, std::span<const Digest> path,
                             const Digest& root);

struct TreeHead {
  Position size = 0;
  Digest root;
};

// An old size of 0 is refused: an empty tree proves nothing.
Result<void> verifyConsistency(const TreeHead& old_head, const TreeHead& new_head, std::span<const Digest> proof);

}  // namespace ledger
