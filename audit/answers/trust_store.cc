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
      : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
        held_(descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) == 0) {}
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  bool held() const { return held_; }

 private:
  int descriptor_;
  bool held_;
};

// Only where it is certain that nothing is there, nothing was seen before.
bool isCertainlyMissing(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::symlink_status(file, error).type() == std::filesystem::file_type::not_found;
}

// It may be a later one.
bool cannotBeRead(const Findings& own, const std::string& what, Findings& findings) {
  if (own.open()) findings.couldNotCheck(what + " could not be kept: " + own.notCheckedList().front());
  return own.open();
}

}  // namespace

std::filesystem::path TrustStore::fileOf(const std::string& origin) const {
  return folder_ / (hexOf(sha256(bytesOf(origin))) + ".checkpoint");
}

std::filesystem::path TrustStore::judgedFileOf(const std::string& origin) const {
  return fileOf(origin).replace_extension(".judged");
}

std::optional<SignedCheckpoint> TrustStore::find(const std::string& origin, Findings& findings) const {
  const auto file = fileOf(origin);
  if (isCertainlyMissing(file)) return std::nullopt;
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
  if (cannotBeRead(own, "the checkpoint", findings)) return;
  if (there && there->checkpoint.size >= seen.checkpoint.size) return;
  if (!writeWhole(file, audit::textOf(Bytes(seen.bytes))))
    return findings.couldNotCheck("the checkpoint could not be kept: " + file.string() + " cannot be written");
  findings.checked("trust store: the checkpoint of size " + std::to_string(seen.checkpoint.size) + " is kept in " +
                   file.string());
}

std::optional<Judged> TrustStore::findJudged(const std::string& origin, Findings& findings) const {
  const auto file = judgedFileOf(origin);
  if (isCertainlyMissing(file)) return std::nullopt;
  const auto bytes = readWhole(file, kJudgedBytesMax);
  auto judged = bytes ? Judged::parse(*bytes) : std::nullopt;
  if (judged && judged->key.name == origin) return judged;
  std::string why = !bytes ? " cannot be read" : " is damaged";
  if (judged) why = " is of " + judged->key.name + ", not of " + origin;
  findings.couldNotCheck("what was judged before: " + file.string() + why +
                         "; take it away, and all of the log is judged again");
  return std::nullopt;
}

void TrustStore::keepJudged(const Judged& judged, Findings& findings) const {
  const auto file = judgedFileOf(judged.key.name);
  const FolderLock lock(folder_);
  if (!lock.held()) return findings.couldNotCheck("the audit could not be kept: no folder " + folder_.string());
  Findings own;
  const auto there = findJudged(judged.key.name, own);
  if (cannotBeRead(own, "the audit", findings)) return;
  if (there && there->size() > judged.size()) return;
  if (there && there->size() == judged.size() && there->by == judged.by) return;
  // For its owner alone: nobody else has to rest on it.
  if (!writeWhole(file, judged.text(), 0600))
    return findings.couldNotCheck("the audit could not be kept: " + file.string() + " cannot be written");
  findings.checked("trust store: the audit at size " + std::to_string(judged.size()) + " is kept in " + file.string());
}

}  // namespace audit
