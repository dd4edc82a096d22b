// Signed file — the last checkpoint this log has signed, kept apart from the log and from its backups.
//
// Shape    the text of the checkpoint; synced before the signature is given away.
// Errors   kCorrupt ROLLBACK_SUSPECTED: asked to sign below or beside what was signed before.
// Threads  one.
// Source   C2SP tlog-checkpoint: a log never signs inconsistent checkpoints.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "ledger/base/clock.h"
#include "ledger/seal/checkpoint.h"

namespace ledger {

class SignedFile {
 public:
  explicit SignedFile(std::filesystem::path path) : path_(std::move(path)) {}

  // Nothing where nothing was signed yet.
  Result<std::optional<Checkpoint>> last() const;
  // Moves on to `next`; `root_at` gives the root the log has at an earlier size, which must be the signed one.
  Result<void> advance(const Checkpoint& next, const std::function<Result<Digest>(Position)>& root_at);

 private:
  std::filesystem::path path_;
};

// Signs checkpoints of one log.
class LogSigner {
 public:
  LogSigner(std::string origin, KeyPair key, std::filesystem::path signed_file)
      : origin_(std::move(origin)), key_(std::move(key)), signed_(std::move(signed_file)) {}

  // The signed note. The size and root are durable before.
  Result<std::string> sign(Position size, const Digest& root, const std::function<Result<Digest>(Position)>& root_at);
  VerifierKey verifier() const { return verifierKey(origin_, NoteKeyType::kEd25519, key_.publicKey()); }

 private:
  std::string origin_;
  KeyPair key_;
  SignedFile signed_;
};

}  // namespace ledger
