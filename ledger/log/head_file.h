// HeadFile — what the log must contain, kept outside the database that contains it.
//
// Shape    two slots of 4,096 bytes, written in turn and synced: magic "asarhead", u64 size, root, last
//          leaf hash, zeros, and in the last 32 bytes the SHA-256 of the 4,064 before them; integers
//          big-endian. The valid slot of the larger size counts. A torn write damages one slot only.
// Errors   one bad slot is a warning; both bad, or two that contradict each other: kCorrupt
//          HEAD_DAMAGED. No file: kNotFound HEAD_MISSING. A failed write: kUnavailable HEAD_UNWRITTEN.
//          A link, or a file with two names: kRefused HEAD_LINKED.
// Threads  one thread at a time; reading beside another process that writes is safe.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/log/event_log.h"

namespace ledger {

// A head with the RFC 6962 root of the entries before it.
struct SealedHead {
  Head head;
  Digest root;

  friend bool operator==(const SealedHead&, const SealedHead&) = default;
};

constexpr std::size_t kHeadSlotBytes = 4096;

Bytes encodeHeadSlot(const SealedHead& head);
// kCorrupt, saying what is wrong with the slot.
Result<SealedHead> parseHeadSlot(ByteView slot);

struct StoredHead {
  SealedHead newest;
  int slot = 0;  // where it stands, 0 or 1
  std::vector<std::string> warnings;
};

Result<StoredHead> readHeadFile(const std::filesystem::path& path);

class HeadFile {
 public:
  // Makes the file with `first` in both slots; it appears whole or not at all.
  static Result<void> create(const std::filesystem::path& path, const SealedHead& first);
  static Result<std::unique_ptr<HeadFile>> open(const std::filesystem::path& path);
  ~HeadFile();
  HeadFile(const HeadFile&) = delete;
  HeadFile& operator=(const HeadFile&) = delete;

  const StoredHead& stored() const { return stored_; }
  // Durable when it returns. After an error the file may hold either head.
  Result<void> write(const SealedHead& next);

 private:
  HeadFile(std::filesystem::path path, int file, StoredHead stored);

  std::filesystem::path path_;
  int file_;
  StoredHead stored_;
};

}  // namespace ledger
