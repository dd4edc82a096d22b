#include "tools/asar/evidence_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <optional>

#include "ledger/base/file_io.h"
#include "ledger/base/ids.h"

namespace tools {
namespace {

using ledger::ByteView;
using ledger::Digest;
using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::uint64_t kEvidenceBytesMax = std::uint64_t{1} << 30;
constexpr std::size_t kBlockBytes = 64 << 10;
constexpr std::size_t kFolderDigits = 2;
constexpr mode_t kFileMode = 0600, kFolderMode = 0700;
constexpr std::string_view kBegun = ".begun-";

class Opened {
 public:
  Opened(int at, const std::string& name, int flags)
      : number_(::openat(at, name.c_str(), flags | O_CLOEXEC, kFileMode)) {}
  ~Opened() {
    if (number_ >= 0) ::close(number_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW;
// A pipe is opened without waiting for who would write into it, and then refused.
constexpr int kReadFlags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
constexpr int kNewFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;

Error unwritten(const std::string& path) {
  return {ErrorCode::kUnavailable, "FILE_UNWRITTEN", path + " could not be written: " + ledger::systemMessage()};
}
Error unreadable(const std::string& path) {
  return {ErrorCode::kUnavailable, "FILE_UNREADABLE", path + " could not be read: " + ledger::systemMessage()};
}

bool isPlainFile(int file) {
  struct stat facts {};
  return ::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode);
}

std::string_view typeOf(ByteView start) {
  struct Start {
    std::string_view bytes, type;
  };
  using std::string_view_literals::operator""sv;
  static constexpr std::array kStarts = {Start{"%PDF-"sv, "application/pdf"}, Start{"\xff\xd8\xff"sv, "image/jpeg"},
                                         Start{"\x89PNG\r\n\x1a\n"sv, "image/png"},
                                         Start{"PK\x03\x04"sv, "application/zip"}, Start{"<?xml"sv, "application/xml"}};
  const auto found =
      std::ranges::find_if(kStarts, [&](const Start& one) { return ledger::asText(start).starts_with(one.bytes); });
  return found == kStarts.end() ? "application/octet-stream" : found->type;
}

// What becomes of the bytes of `from`; copied to `to` unless that is negative.
Result<Evidence> readThrough(int from, const std::string& from_path, int to, const std::string& to_path) {
  if (!isPlainFile(from))
    return Error{ErrorCode::kInvalid, "NO_PLAIN_FILE", from_path + " is no plain file: give the document itself"};
  ledger::Hasher hasher;
  Evidence out;
  std::array<std::uint8_t, kBlockBytes> block{};
  for (;;) {
    const ssize_t got = ::read(from, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(from_path);
    if (got == 0) break;
    const ByteView bytes(block.data(), static_cast<std::size_t>(got));
    if (out.bytes == 0) out.type = typeOf(bytes);
    if (out.bytes + bytes.size() > kEvidenceBytesMax) {
      return Error{ErrorCode::kInvalid, "FILE_TOO_LARGE",
                   from_path + " has more than 1 GiB: divide it, a document of evidence is read as a whole"};
    }
    hasher.add(bytes);
    if (to >= 0 && !ledger::writeAt(to, bytes, out.bytes)) return unwritten(to_path);
    out.bytes += bytes.size();
  }
  out.hash = hasher.finish();
  return out;
}

// Gives the file its name unless something has that name. True: it has it now.
Result<bool> nameUnlessTaken(int from_folder, const std::string& from, int to_folder, const std::string& to) {
  if (::renameat2(from_folder, from.c_str(), to_folder, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == EEXIST) return false;
  const bool unknown = errno == EINVAL || errno == ENOSYS;  // to this file system
  if (!unknown) return unwritten(to);
  if (::linkat(from_folder, from.c_str(), to_folder, to.c_str(), 0) == 0) {
    ::unlinkat(from_folder, from.c_str(), 0);
    return true;
  }
  return errno == EEXIST ? Result<bool>(false) : unwritten(to);
}

bool isHex(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string begunName(ledger::Random& random) {
  return std::string(kBegun) + random.id<ledger::SubjectId>().text();
}

std::string folderOf(const Digest& hash) {
  return hash.hex().substr(0, kFolderDigits);
}

Error altered(const Digest& hash, const std::string& why) {
  return {ErrorCode::kCorrupt, "EVIDENCE_ALTERED",
          "what is kept under " + hash.hex() + " is not the document: " + why + "; move " +
              EvidenceStore::pathOf(hash) + " away and add the document again"};
}

// The folder's own, made where it is missing.
Result<void> ensureFolder(int at, const std::string& name) {
  if (::mkdirat(at, name.c_str(), kFolderMode) != 0) return errno == EEXIST ? Result<void>() : unwritten(name);
  if (at != AT_FDCWD) return ::fsync(at) == 0 ? Result<void>() : unwritten(name);
  const auto above = std::filesystem::path(name).parent_path();
  return ledger::syncFolder(above.empty() ? "." : above);
}

}  // namespace

std::string_view nameOf(EvidenceState state) {
  switch (state) {
    case EvidenceState::kPresent:
      return "present";
    case EvidenceState::kMissing:
      return "missing";
    case EvidenceState::kAltered:
      return "altered";
    case EvidenceState::kUnreadable:
      return "unreadable";
  }
  return "unreadable";
}

std::string EvidenceStore::pathOf(const Digest& hash) {
  return folderOf(hash) + "/" + hash.hex();
}

Result<EvidenceAdded> EvidenceStore::add(const std::filesystem::path& source, ledger::Random& random) const {
  // The name that was typed may be a link; what is kept never is.
  const Opened from(AT_FDCWD, source.string(), kReadFlags & ~O_NOFOLLOW);
  if (!from) {
    if (errno == ENOENT) return Error{ErrorCode::kNotFound, "FILE_MISSING", source.string() + " does not exist"};
    return unreadable(source.string());
  }
  return keep(
      [&](int file, const std::string& path) -> Result<Evidence> {
        auto read = readThrough(from.number(), source.string(), file, path);
        if (!read || read->bytes != 0) return read;
        return Error{ErrorCode::kInvalid, "EVIDENCE_EMPTY", source.string() + " is empty: there is nothing to keep"};
      },
      random);
}

Result<EvidenceAdded> EvidenceStore::addText(std::string_view text, ledger::Random& random) const {
  const ByteView bytes = ledger::asBytes(text);
  return keep(
      [&](int file, const std::string& path) -> Result<Evidence> {
        if (!ledger::writeAt(file, bytes, 0)) return unwritten(path);
        return Evidence{ledger::sha256(bytes), bytes.size(), typeOf(bytes)};
      },
      random);
}

Result<EvidenceAdded> EvidenceStore::keep(const Fill& fill, ledger::Random& random) const {
  ASAR_TRY(ensureFolder(AT_FDCWD, folder_.string()));
  const Opened folder(AT_FDCWD, folder_.string(), kFolderFlags);
  if (!folder) return unreadable(folder_.string());
  const std::string begun = begunName(random);
  const Opened copy(folder.number(), begun, kNewFlags);
  if (!copy) return unwritten((folder_ / begun).string());
  const auto place = [&]() -> Result<EvidenceAdded> {
    const auto kept = fill(copy.number(), (folder_ / begun).string());
    if (!kept) return kept.error();
    if (::fsync(copy.number()) != 0) return unwritten((folder_ / begun).string());
    ASAR_TRY(ensureFolder(folder.number(), folderOf(kept->hash)));
    const Opened inner(folder.number(), folderOf(kept->hash), kFolderFlags);
    if (!inner) return unreadable((folder_ / folderOf(kept->hash)).string());
    const auto named = nameUnlessTaken(folder.number(), begun, inner.number(), kept->hash.hex());
    if (!named) return named.error();
    if (!*named) {
      const auto there = look(kept->hash);
      if (there.state != EvidenceState::kPresent) return altered(kept->hash, there.why);
    }
    if (::fsync(inner.number()) != 0 || ::fsync(folder.number()) != 0) return unwritten(folder_.string());
    return EvidenceAdded{*kept, !*named};
  };
  auto added = place();
  if (!added || added->known) ::unlinkat(folder.number(), begun.c_str(), 0);
  return added;
}

EvidenceFound EvidenceStore::look(const Digest& hash) const {
  const auto absent = [&](const std::string& path) {
    if (errno == ENOENT) return EvidenceFound{};
    if (errno == ELOOP || errno == ENOTDIR) return EvidenceFound{EvidenceState::kAltered, {}, path + " is a link"};
    return EvidenceFound{EvidenceState::kUnreadable, {}, unreadable(path).message};
  };
  const Opened folder(AT_FDCWD, folder_.string(), kFolderFlags);
  if (!folder) return absent(folder_.string());
  const std::string inner_path = (folder_ / folderOf(hash)).string();
  const Opened inner(folder.number(), folderOf(hash), kFolderFlags);
  if (!inner) return absent(inner_path);
  const std::string path = (folder_ / pathOf(hash)).string();
  const Opened file(inner.number(), hash.hex(), kReadFlags);
  if (!file) return absent(path);
  const auto read = readThrough(file.number(), path, -1, "");
  if (!read) {
    const bool unread = read.error().code == ErrorCode::kUnavailable;
    return {unread ? EvidenceState::kUnreadable : EvidenceState::kAltered, {}, read.error().message};
  }
  if (read->hash != hash)
    return {EvidenceState::kAltered,
            {},
            path + " holds " + std::to_string(read->bytes) + " bytes of SHA-256 " + read->hash.hex()};
  return {EvidenceState::kPresent, *read, ""};
}

Result<Evidence> EvidenceStore::copyTo(const Digest& hash, const std::filesystem::path& out,
                                       ledger::Random& random) const {
  const Error taken{ErrorCode::kConflict, "FILE_EXISTS",
                    out.string() + " exists: give another name, it is not replaced"};
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(out, ignored))) return taken;
  const auto found = look(hash);
  if (found.state == EvidenceState::kMissing)
    return Error{ErrorCode::kNotFound, "EVIDENCE_MISSING",
                 "no document " + hash.hex() + " is kept in " + folder_.string()};
  if (found.state == EvidenceState::kUnreadable) return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", found.why};
  if (found.state == EvidenceState::kAltered) return altered(hash, found.why);
  const std::string begun = out.string() + begunName(random);
  const Opened from(AT_FDCWD, (folder_ / pathOf(hash)).string(), kReadFlags);
  if (!from) return unreadable((folder_ / pathOf(hash)).string());
  const Opened copy(AT_FDCWD, begun, kNewFlags);
  if (!copy) return unwritten(begun);
  const auto place = [&]() -> Result<Evidence> {
    const auto read = readThrough(from.number(), (folder_ / pathOf(hash)).string(), copy.number(), begun);
    if (!read) return read.error();
    if (read->hash != hash) return altered(hash, "it changed while it was read");
    if (::fsync(copy.number()) != 0) return unwritten(begun);
    const auto named = nameUnlessTaken(AT_FDCWD, begun, AT_FDCWD, out.string());
    if (!named) return named.error();
    if (!*named) return taken;
    ASAR_TRY(ledger::syncFolder(out.has_parent_path() ? out.parent_path() : "."));
    return *read;
  };
  auto placed = place();
  if (!placed) ::unlink(begun.c_str());
  return placed;
}

Result<EvidenceListed> EvidenceStore::list() const {
  namespace fs = std::filesystem;
  EvidenceListed out;
  std::error_code error;
  const auto status = fs::symlink_status(folder_, error);
  if (status.type() == fs::file_type::not_found) return out;
  if (status.type() != fs::file_type::directory)
    return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE", folder_.string() + " is no folder that can be read"};
  const auto each = [&](const fs::path& folder, const auto& visit) {
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) visit(*at);
  };
  each(folder_, [&](const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    std::error_code unknown;
    if (!isHex(name, kFolderDigits) || entry.symlink_status(unknown).type() != fs::file_type::directory)
      return out.strays.push_back(name);
    each(entry.path(), [&](const fs::directory_entry& file) {
      const std::string inner = file.path().filename().string();
      const bool kept = isHex(inner, 2 * sizeof(Digest)) && inner.starts_with(name);
      if (!kept) return out.strays.push_back(name + "/" + inner);
      out.hashes.push_back(Digest::from(*ledger::fromHex(inner)));
    });
  });
  if (error)
    return Error{ErrorCode::kUnavailable, "FILE_UNREADABLE",
                 folder_.string() + " could not be read: " + error.message()};
  std::ranges::sort(out.hashes);
  std::ranges::sort(out.strays);
  return out;
}

}  // namespace tools
