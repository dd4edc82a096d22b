// StreamRoots — from a stream's leaf to the roots that a StreamHeads names, or from two neighbours: that there is none.
//
// Errors   INCOMPLETE_STREAM where a path leads elsewhere, FIGURES_DIFFER where one of minutes does; BUNDLE_DAMAGED
// where
//          other trees are shown than the stream asks for.
// Threads  single-thread.
// Source   ledger/schema/README.md section 10, "Trees" and "Paths".
#pragma once

#include "audit/base/finding.h"
#include "audit/log/stream_bundle.h"
#include "ledger/schema/completeness.capnp.h"

namespace audit {

class StreamRoots {
 public:
  using Heads = ledger::schema::StreamHeads::Reader;

  StreamRoots(Heads heads, const StreamClaim& claim, Findings& findings)
      : heads_(heads), claim_(claim), findings_(findings) {}

  // Count and last position of the stream; nullopt where it is in no tree, or that could not be shown.
  std::optional<StreamHead> judge();
  // After judge(): the leaf that has its sums; that of a grant is not judged yet.
  const std::optional<LeafPath>& sums() const { return sums_; }

  // Whether that leaf leads to its root with these sums. Requires sums().
  bool holds(const Sums& sums) const;

 private:
  bool judgeTrees();
  void judgeOwn(const TreePath& tree);
  void judgeAbsence(const TreePath& tree);
  void judgeMinutes(const TreePath& tree);

  Heads heads_;
  const StreamClaim& claim_;
  Findings& findings_;
  std::optional<StreamHead> head_;
  std::optional<LeafPath> own_;
  std::optional<LeafPath> sums_;
};

}  // namespace audit
