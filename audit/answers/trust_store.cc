#include "audit/answers/trust_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "audit/log/bundle.h"
#include "audit/log/note.h"
#include "audit/log/whole_file.h"

namespace audit {
namespace {

// Released when it goes out of scope, and by the system where the program dies.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder)
      : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    held_ = descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) == 0;
  }
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  bool held() const { return held_; }

 private:
  int descriptor_;
  bool held_ = false;
};

}  // namespace

std::filesystem::path TrustStore::fileOf(const std::string& origin) const {
  return folder_ / (hexOf(sha256(bytesOf(origin))) + ".checkpoint");
}

std::optional<SignedCheckpoint> TrustStore::find(const std::string& origin, Findings& findings) const {
  const auto file = fileOf(origin);
  std::error_code error;
  // Only where it is certain that nothing is there, nothing was seen before.
  const auto status = std::filesystem::symlink_status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) return std::nullopt;
  const auto bytes = readWhole(file, kNoteBytesMax);
  auto seen = bytes ? SignedCheckpoint::parse(*bytes) : std::nullopt;
  if (seen && seen->checkpoint.origin == origin) return seen;
  findings.couldNotCheck("what was trusted before: " + file.string() +
                         (bytes ? " is no checkpoint of " + origin : " cannot be read"));
  return std::nullopt;
}

void TrustStore::keep(const SignedCheckpoint& seen, Findings& findings) const {
  const auto file = fileOf(seen.checkpoint.origin);
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  const FolderLock lock(folder_);
  if (!lock.held()) return findings.couldNotCheck("the checkpoint could not be kept: no folder " + folder_.string());
  // Another audit may have kept a later one meanwhile; what cannot be read may be one.
  Findings own;
  const auto there = find(seen.checkpoint.origin, own);
  if (own.open()) return findings.couldNotCheck("the checkpoint could not be kept: " + own.notCheckedList().front());
  if (there && there->checkpoint.size >= seen.checkpoint.size) return;
  if (!writeWhole(file, audit::textOf(Bytes(seen.bytes))))
    return findings.couldNotCheck("the checkpoint could not be kept: " + file.string() + " cannot be written");
  findings.checked("trust store: the checkpoint of size " + std::to_string(seen.checkpoint.size) + " is kept in " +
                   file.string());
}

}  // namespace audit
