// prove — receipts and consistency proofs, made from an export and checked before they are handed out.
//
// Errors   what is wrong with the export is a finding, and nothing is made; NOT_FOUND where the log is shorter than
// asked. Threads  single-thread.
#pragma once

#include <filesystem>

#include "audit/answers/answer.h"
#include "audit/log/note.h"
#include "audit/log/place.h"

namespace audit {

struct Proved {
  Answer answer;  // its document is the proof
  Buffer entry;   // the exact bytes whose leaf hash is proved; of `prove` alone
};

struct ProofQuestion {
  Place log;  // a bundle or tile folder
  std::optional<VerifierKey> vkey;
};

// The `.tlog-proof` of one entry.
Proved prove(const ProofQuestion& question, std::uint64_t index);

// What the proof begins at: a checkpoint seen earlier, or a size alone.
struct Earlier {
  std::optional<Buffer> checkpoint;
  std::uint64_t size = 0;
};
Proved proveConsistency(const ProofQuestion& question, const Earlier& from);

}  // namespace audit
