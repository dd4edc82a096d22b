// Archive — the named members of an export: a stored ZIP or a folder.
//
// Shape    members are found by exact name; a folder and a ZIP of the same members read alike.
// Errors   nullopt: no such member, longer than the caller allows, or not readable.
// Threads  readers may share an archive.
#pragma once

#include <filesystem>
#include <memory>

#include "audit/base/finding.h"

namespace audit {

class Archive {
 public:
  virtual ~Archive() = default;
  virtual std::optional<Buffer> read(const std::string& name, std::uint64_t bytes_max) const = 0;
  virtual bool has(const std::string& name) const = 0;
  // Every name it holds, sorted by byte; of a folder of bare tiles only those that may belong to it.
  virtual const std::vector<std::string>& names() const = 0;
  virtual bool isZip() const = 0;
};

// Bytes that can be read at any place: a file, or memory in tests.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::uint64_t size() const = 0;
  virtual bool read(std::uint64_t offset, std::span<std::uint8_t> out) const = 0;
};
std::unique_ptr<ByteSource> openFile(const std::filesystem::path& path);
std::unique_ptr<ByteSource> memorySource(Buffer bytes);

// Judges every byte outside the members' contents and the checksums of the contents; null where it is no ZIP at all.
std::unique_ptr<Archive> openZip(std::unique_ptr<ByteSource> source, Findings& findings);
std::unique_ptr<Archive> openFolder(const std::filesystem::path& folder, Findings& findings);

}  // namespace audit
