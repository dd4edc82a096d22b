#include "audit/witness/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace audit::witness {
namespace {

// Closes when it goes.
class Open {
 public:
  Open(const std::filesystem::path& path, int flags, mode_t mode = 0)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Open() {
    if (number_ >= 0) ::close(number_);
  }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

std::string said(const std::filesystem::path& path, const char* what) {
  return path.string() + what + std::error_code(errno, std::generic_category()).message();
}

std::filesystem::path above(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

bool syncFolder(const std::filesystem::path& folder) {
  const Open file(folder, O_RDONLY | O_DIRECTORY);
  return file.number() >= 0 && ::fsync(file.number()) == 0;
}

bool writeAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::write(file, text.data(), text.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::optional<std::string> unwritten(const std::filesystem::path& path) {
  return said(path, " cannot be written: ");
}

}  // namespace

FileText readFile(const std::filesystem::path& path, std::size_t bytes_max) {
  FileText out;
  const Open file(path, O_RDONLY);
  if (file.number() < 0) {
    out.missing = errno == ENOENT;
    if (!out.missing) out.trouble = said(path, " cannot be opened: ");
    return out;
  }
  std::string text(bytes_max + 1, '\0');
  std::size_t total = 0;
  for (;;) {
    const ssize_t got = ::read(file.number(), text.data() + total, text.size() - total);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      out.trouble = said(path, " cannot be read: ");
      return out;
    }
    total += static_cast<std::size_t>(got);
    if (got == 0 || total == text.size()) break;
  }
  if (total > bytes_max) {
    out.trouble = path.string() + " has more than the " + std::to_string(bytes_max) + " bytes such a file may have";
    return out;
  }
  text.resize(total);
  out.text = std::move(text);
  return out;
}

std::optional<std::string> writeFile(const std::filesystem::path& path, std::string_view text, Keep keep) {
  const std::filesystem::path beside = path.string() + ".new";
  const mode_t mode = keep == Keep::kForOwner ? 0600 : 0644;
  {
    const Open file(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode);
    if (file.number() < 0) return unwritten(beside);
    if (!writeAll(file.number(), text) || ::fsync(file.number()) != 0) {
      auto trouble = unwritten(beside);
      ::unlink(beside.c_str());
      return trouble;
    }
  }
  // link() refuses where the name is taken, rename() takes its place.
  const bool placed =
      keep == Keep::kForOwner ? ::link(beside.c_str(), path.c_str()) == 0 : ::rename(beside.c_str(), path.c_str()) == 0;
  if (!placed || keep == Keep::kForOwner) {
    auto trouble = placed ? std::nullopt : unwritten(path);
    ::unlink(beside.c_str());
    if (trouble) return trouble;
  }
  if (!syncFolder(above(path))) return unwritten(above(path));
  return std::nullopt;
}

std::optional<std::string> makeFolders(const std::filesystem::path& folder) {
  std::filesystem::path made;
  for (const std::filesystem::path& part : std::filesystem::absolute(folder)) {
    made /= part;
    if (::mkdir(made.c_str(), 0750) == 0) {
      if (!syncFolder(above(made))) return unwritten(made);
    } else if (errno != EEXIST) {
      return said(made, " cannot be made: ");
    }
  }
  return std::nullopt;
}

}  // namespace audit::witness
