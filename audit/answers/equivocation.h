// Equivocation — the proof, to be handed on, that a log signed two checkpoints which contradict each other.
//
// Shape    text: `asar/equivocation/v1 LF`, `path SP n LF` and n lines of base64, then twice `note SP bytes LF` and so
//          many bytes of a signed note, the one of the smaller size first. Of one size: other roots, no path. Of two
//          sizes: the hashes that make up the newer root, as RFC 6962 orders them, with the older log's first node in
//          front; they give the newer root and, at the older size, a root that is not the one signed.
// Why      one newer root allows one such path only: whoever signed it has signed what the log was at the older size.
// Errors   nullopt: no such text, in its one spelling. A text that shows nothing is BUNDLE_DAMAGED: nobody lied.
// Threads  pure functions.
// Source   C2SP signed-note and tlog-checkpoint; RFC 9162 section 2.1.4.2.
#pragma once

#include "audit/answers/answer.h"
#include "audit/log/opened_log.h"

namespace audit {

inline constexpr std::string_view kEquivocationStart = "asar/equivocation/v1\n";
inline constexpr std::uint64_t kEquivocationBytesMax = 3U << 20U;

struct Equivocation {
  std::vector<Hash> path;  // empty where the sizes are equal
  SignedCheckpoint older;  // of the smaller size
  SignedCheckpoint newer;

  static std::optional<Equivocation> parse(Bytes bytes);
  std::string text() const;
  // Whether the two checkpoints contradict each other; signatures are not judged here.
  bool contradicts() const;
};

// FORK where the file shows that the log of `vkey` lied, which is then named; without a key it is left open.
void verifyEquivocation(Bytes text, const std::optional<VerifierKey>& vkey, Answer& answer);

}  // namespace audit
