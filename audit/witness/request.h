// The body of an add-checkpoint request, taken apart and judged.
//
// Shape    "old N", up to 63 hashes in base64, an empty line, a signed checkpoint. The answer is decided by its bytes,
//          the keys trusted for its origin and what was cosigned last, in the order of the protocol.
// Errors   nullopt: the body is malformed; a Verdict carries the status of the refusal.
// Threads  pure functions.
// Source   C2SP tlog-witness, add-checkpoint.
#pragma once

#include <span>

#include "audit/log/note.h"

namespace audit::witness {

struct AddRequest {
  std::uint64_t old_size = 0;
  std::vector<Hash> proof;
  Note note;
  Checkpoint checkpoint;

  static std::optional<AddRequest> parse(std::string_view body);
};

// What was cosigned last for an origin; size 0 with the empty root before the first.
struct Seen {
  std::uint64_t size = 0;
  Hash root{};
};

struct Verdict {
  unsigned status = 200;
  std::string sentence;                     // for a person; empty where the checkpoint may be cosigned
  std::vector<NoteSignature> trusted = {};  // the lines of known keys, each verified
};

// 403, or 200 with the lines: at least one known key has signed, and no line of a known key is broken.
Verdict judgeSignatures(const Note& note, std::span<const VerifierKey> trusted);
// 400, 409, 422 or 200.
Verdict judgeGrowth(const AddRequest& request, const Seen& seen);

std::string lineOf(const NoteSignature& signature);

}  // namespace audit::witness
