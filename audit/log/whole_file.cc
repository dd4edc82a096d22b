#include "audit/log/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/log/archive.h"

namespace audit {
namespace {

bool writeAll(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(descriptor, text.data(), text.size());
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(descriptor) == 0;
}

bool syncFolder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return synced;
}

}  // namespace

std::optional<Buffer> readWhole(const std::filesystem::path& file, std::uint64_t bytes_max) {
  const auto source = openFile(file);
  if (!source || source->size() > bytes_max) return std::nullopt;
  Buffer bytes(source->size());
  if (!source->read(0, bytes)) return std::nullopt;
  return bytes;
}

bool writeWhole(const std::filesystem::path& file, std::string_view text, unsigned mode) {
  // A name of its own, so that two programs never write into one file.
  std::string beside = file.string() + ".XXXXXX";
  const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool written = writeAll(descriptor, text) && ::fchmod(descriptor, mode) == 0;
  const bool closed = ::close(descriptor) == 0;
  if (!written || !closed || ::rename(beside.c_str(), file.c_str()) != 0) {
    ::unlink(beside.c_str());
    return false;
  }
  return syncFolder(file.parent_path());
}

}  // namespace audit
