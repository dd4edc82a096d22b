// TlogProof — the offline receipt of one entry: its index, its audit path, and the checkpoint they lead to.
//
// Shape    `c2sp.org/tlog-proof@v1`, perhaps opaque bytes bound to nothing, index, path, checkpoint verbatim.
// Errors   nullopt: the bytes are no such text.
// Source   C2SP tlog-proof v1; ledger/schema/README.md, "Exports".
#pragma once

#include "audit/base/bytes.h"

namespace audit {

inline constexpr std::string_view kTlogProofStart = "c2sp.org/tlog-proof@v1\n";

struct TlogProof {
  Buffer extra;
  std::uint64_t index = 0;
  std::vector<Hash> path;  // leaf's sibling first, at most 63
  std::string checkpoint;  // the signed note; not judged here

  static std::optional<TlogProof> parse(Bytes bytes);
  std::string text() const;
};

}  // namespace audit
