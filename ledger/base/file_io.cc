#include "ledger/base/file_io.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace ledger {
namespace {

constexpr std::size_t kPipeBytes = 64 << 10;

// Closes when it goes; a file that was written is closed by hand, so that its error is seen.
class File {
 public:
  File(const std::filesystem::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0640)) {}
  ~File() {
    if (number_ >= 0) ::close(number_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int number() const { return number_; }
  bool isOpen() const { return number_ >= 0; }

 private:
  int number_;
};

Error unwritten(const std::filesystem::path& path) {
  return {ErrorCode::kUnavailable, "FILE_UNWRITTEN", path.string() + " could not be written: " + systemMessage()};
}

}  // namespace

std::string systemMessage() {
  return std::error_code(errno, std::generic_category()).message();
}

Result<Bytes> readWholeFile(const std::filesystem::path& path, std::size_t max_bytes) {
  const File file(path, O_RDONLY);
  if (!file.isOpen()) {
    const bool missing = errno == ENOENT;
    return Error{missing ? ErrorCode::kNotFound : ErrorCode::kUnavailable, missing ? "FILE_MISSING" : "FILE_UNREADABLE",
                 path.string() + " could not be opened: " + systemMessage()};
  }
  // As much as the file seems to have, and one byte more to see its end; a pipe only shows how much it has.
  struct stat facts {};
  const bool sized = ::fstat(file.number(), &facts) == 0 && S_ISREG(facts.st_mode);
  Bytes bytes(std::min(max_bytes, sized ? static_cast<std::size_t>(facts.st_size) : kPipeBytes) + 1);
  std::size_t total = 0;
  for (;;) {
    if (total == bytes.size()) {
      if (total > max_bytes) {
        return Error{ErrorCode::kInvalid, "FILE_TOO_LARGE",
                     path.string() + " has more than the " + std::to_string(max_bytes) +
                         " bytes such a file may have: look whether it is the right one, and whole"};
      }
      bytes.resize(std::min(max_bytes + 1, 2 * total));
    }
    const ssize_t got = ::read(file.number(), bytes.data() + total, bytes.size() - total);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE",
                   path.string() + " could not be read: " + systemMessage()};
    }
    if (got == 0) break;
    total += static_cast<std::size_t>(got);
  }
  bytes.resize(total);
  return bytes;
}

bool writeAt(int file, ByteView bytes, std::size_t offset) {
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(put));
    offset += static_cast<std::size_t>(put);
  }
  return true;
}

Result<void> syncFolder(const std::filesystem::path& folder) {
  const File file(folder, O_RDONLY | O_DIRECTORY);
  if (!file.isOpen() || ::fsync(file.number()) != 0) return unwritten(folder);
  return {};
}

Result<void> makeFolders(const std::filesystem::path& folder) {
  std::filesystem::path missing;
  for (const std::filesystem::path& part : std::filesystem::absolute(folder)) {
    missing /= part;
    if (::mkdir(missing.c_str(), 0750) == 0) {
      ASAR_TRY(syncFolder(missing.parent_path()));
    } else if (errno != EEXIST) {
      return Error{ErrorCode::kUnavailable, "FILE_UNWRITTEN",
                   "the folder " + missing.string() + " cannot be made: " + systemMessage()};
    }
  }
  return {};
}

Result<void> writeFileAtomically(const std::filesystem::path& path, ByteView bytes) {
  const std::filesystem::path beside = path.string() + ".new";
  const auto failed = [&](const std::filesystem::path& which) {
    Error error = unwritten(which);
    ::unlink(beside.c_str());  // half a file would be nobody's
    return error;
  };
  {
    const File file(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    if (!file.isOpen()) return unwritten(beside);
    if (!writeAt(file.number(), bytes, 0) || ::fsync(file.number()) != 0) return failed(beside);
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return failed(path);
  return syncFolder(path.has_parent_path() ? path.parent_path() : ".");
}

}  // namespace ledger
