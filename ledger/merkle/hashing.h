// Hashing — leaf and node hashes of the Merkle tree.
//
// Source   RFC 6962 section 2.1.
#pragma once

#include "ledger/base/digest.h"

namespace ledger {

// H(0x00 ‖ entry).
Digest leafHash(ByteView entry);
// H(0x01 ‖ left ‖ right).
Digest nodeHash(const Digest& left, const Digest& right);
// H of nothing.
Digest emptyRoot();
// Root over the leaf hashes of these entries.
Digest rootOf(std::span<const Bytes> entries);

}  // namespace ledger
