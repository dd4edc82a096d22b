// TrustStore — the last checkpoint of each log that was found in order, kept in a folder between two audits.
//
// Shape    one file for each origin, named by the SHA-256 of the origin and ending in `.checkpoint`: the signed note
//          itself, so that each can be handed on, or given to `--old`.
// Errors   a store that cannot be read or written leaves the audit open: it must not look as if nothing had been seen.
// Threads  several programs may share a folder: it is locked while a file is replaced, and a size never falls.
#pragma once

#include <filesystem>

#include "audit/log/opened_log.h"

namespace audit {

class TrustStore {
 public:
  explicit TrustStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // What was kept of that origin; nullopt where nothing was, or where it cannot be read: that is said.
  std::optional<SignedCheckpoint> find(const std::string& origin, Findings& findings) const;
  // Keeps a checkpoint whose log was found in order. Makes the folder where there is none.
  void keep(const SignedCheckpoint& seen, Findings& findings) const;

  std::filesystem::path fileOf(const std::string& origin) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace audit
