#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/log/archive.h"

namespace audit {
namespace {

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  ~FileSource() override { ::close(descriptor_); }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::uint64_t size() const override { return size_; }
  // Reads, and does not map: a file cut while it is mapped would kill the program.
  bool read(std::uint64_t offset, std::span<std::uint8_t> out) const override {
    std::size_t got = 0;
    while (got < out.size()) {
      const auto count = ::pread(descriptor_, out.data() + got, out.size() - got, static_cast<off_t>(offset + got));
      if (count <= 0) return false;
      got += static_cast<std::size_t>(count);
    }
    return true;
  }

 private:
  int descriptor_;
  std::uint64_t size_;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(Buffer bytes) : bytes_(std::move(bytes)) {}
  std::uint64_t size() const override { return bytes_.size(); }
  bool read(std::uint64_t offset, std::span<std::uint8_t> out) const override {
    if (offset > bytes_.size() || out.size() > bytes_.size() - offset) return false;
    if (!out.empty()) std::memcpy(out.data(), bytes_.data() + offset, out.size());
    return true;
  }

 private:
  Buffer bytes_;
};

}  // namespace

std::unique_ptr<ByteSource> openFile(const std::filesystem::path& path) {
  // A FIFO must not hold the audit up, and only regular files have a size.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return nullptr;
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return nullptr;
  }
  return std::make_unique<FileSource>(descriptor, static_cast<std::uint64_t>(status.st_size));
}

std::unique_ptr<ByteSource> memorySource(Buffer bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

}  // namespace audit
