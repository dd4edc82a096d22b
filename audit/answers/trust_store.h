// TrustStore — the last checkpoint of each log that was found in order, kept in a folder between two audits; and up to
// which one all of it was judged.
//
// Shape    for each origin a file named by the SHA-256 of the origin and ending in `.checkpoint`: the signed note
//          itself, so that each can be handed on, or given to `--old`. Beside it one that ends in `.judged`, of the
//          whole audits alone: `watch`, too, remembers checkpoints, and judges no entry.
// Errors   a store that cannot be read or written leaves the audit open: it must not look as if nothing had been seen.
// Threads  several programs may share a folder: it is locked while a file is replaced, and a size never falls.
#pragma once

#include <filesystem>

#include "audit/verify/judged.h"

namespace audit {

class TrustStore {
 public:
  explicit TrustStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // What was kept of that origin; nullopt where nothing was, or where it cannot be read: that is said.
  std::optional<SignedCheckpoint> find(const std::string& origin, Findings& findings) const;
  // Keeps a checkpoint whose log was found in order. Makes the folder where there is none.
  void keep(const SignedCheckpoint& seen, Findings& findings) const;

  // The same of what was judged; the folder has to be there.
  std::optional<Judged> findJudged(const std::string& origin, Findings& findings) const;
  void keepJudged(const Judged& judged, Findings& findings) const;

  std::filesystem::path fileOf(const std::string& origin) const;
  std::filesystem::path judgedFileOf(const std::string& origin) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace audit
