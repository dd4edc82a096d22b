// Codec — canonical Cap'n Proto bytes ↔ plain values. The only door between the two.
//
// Shape    bytes are one canonical segment without a segment table; encoding is canonical always.
// Errors   decode returns kInvalid: NOT_CANONICAL where re-encoding gives other bytes (that is also how
//          unknown fields show), MALFORMED otherwise. Hostile bytes are bounded and never throw.
// Threads  pure functions.
// Source   ledger/schema/README.md "Canonical bytes"; Cap'n Proto encoding, "Canonicalization".
#pragma once

#include "ledger/base/result.h"
#include "ledger/event/values.h"

namespace ledger {

Bytes encode(const Command& command);
Bytes encode(const Header& header);
Bytes encode(const Entry& entry);
Bytes encode(const Submission& submission);

Result<Command> decodeCommand(ByteView bytes);
Result<Header> decodeHeader(ByteView bytes);
Result<Entry> decodeEntry(ByteView bytes);
Result<Submission> decodeSubmission(ByteView bytes);

// An entry whose leaf hash has been checked already: skips the re-encoding.
Result<Entry> decodeStoredEntry(ByteView bytes);
// A command out of such an entry.
Result<Command> decodeStoredCommand(ByteView bytes);

// SHA-256 of the schema files, in name order, that this program was built from.
Digest schemaHash();

}  // namespace ledger
