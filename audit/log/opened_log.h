// OpenedLog — an export opened for questions about single entries and older sizes, without replaying it.
//
// Shape    the checkpoint is read and its signature judged; nodes come out of the hash tiles, a few of which are
//          kept at a time. What they say counts only once a path of them leads to a signed root.
// Errors   what is wrong is a finding; nullptr where there is no checkpoint to ask about.
// Threads  one thread per log.
#pragma once

#include <map>

#include "audit/log/archive.h"
#include "audit/log/chunk.h"
#include "audit/log/log_keys.h"
#include "audit/log/note.h"
#include "audit/log/paths.h"
#include "audit/log/place.h"

namespace audit {

// A checkpoint as it was signed.
struct SignedCheckpoint {
  Buffer bytes;
  Note note;
  Checkpoint checkpoint;

  static std::optional<SignedCheckpoint> parse(Bytes bytes);
};

// False, and a finding, where `key` did not sign it or is of another origin. `name` is what the sentence calls it.
bool judgeCheckpoint(const SignedCheckpoint& seen, const VerifierKey& key, const std::string& name, Findings& findings);

class TileNodes final : public Nodes {
 public:
  // Both have to outlive it.
  TileNodes(const Archive& archive, std::uint64_t size) : archive_(archive), size_(size) {}
  std::optional<Hash> node(std::size_t level, std::uint64_t index) override;

 private:
  const std::vector<Hash>* tile(int level, std::uint64_t number);

  const Archive& archive_;
  std::uint64_t size_;
  std::map<std::pair<int, std::uint64_t>, std::vector<Hash>> tiles_;
  Sha256 hasher_;
};

class OpenedLog {
 public:
  // Opens a bundle or tile folder; damage, a bad signature or another origin are findings. The key is `pinned`, or
  // else the one that the founding names.
  static std::unique_ptr<OpenedLog> open(const Place& place, const std::optional<VerifierKey>& pinned,
                                         Findings& findings);

  const SignedCheckpoint& checkpoint() const { return checkpoint_; }
  std::uint64_t size() const { return checkpoint_.checkpoint.size; }
  const Archive& archive() const { return *archive_; }
  const std::optional<VerifierKey>& key() const { return key_; }
  const std::optional<Founding>& founding() const { return founding_; }
  // The checkpoint bears the signature of the log's key.
  bool sealed() const { return sealed_; }
  // The log's key at an earlier size; where nothing says which keys it had, key().
  std::optional<VerifierKey> keyAt(std::uint64_t size) const;
  Nodes& nodes() { return *nodes_; }

  // The bytes of an entry and the leaf hash that follows from them; nullopt where they cannot be read.
  std::optional<Buffer> entry(std::uint64_t index) const;
  // Whether the tiles lead to the root of the checkpoint; else a finding, or something left open.
  bool judgeRoot(Findings& findings);

 private:
  OpenedLog(std::unique_ptr<Archive> archive, SignedCheckpoint checkpoint);
  void judgeKeys(const std::optional<VerifierKey>& pinned, const std::string& name, Findings& findings);

  std::unique_ptr<Archive> archive_;
  SignedCheckpoint checkpoint_;
  std::optional<Founding> founding_;
  std::optional<VerifierKey> key_;
  bool sealed_ = false;
  LogKeys keys_;  // read where the founding's key did not sign, or another one was given
  std::unique_ptr<TileNodes> nodes_;
};

}  // namespace audit
