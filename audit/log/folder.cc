#include <algorithm>
#include <fstream>

#include "audit/log/archive.h"

namespace audit {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesMax = 4'000'000;

class Folder final : public Archive {
 public:
  Folder(fs::path root, std::vector<std::string> names) : root_(std::move(root)), names_(std::move(names)) {}

  std::optional<Buffer> read(const std::string& name, std::uint64_t bytes_max) const override {
    if (!has(name)) return std::nullopt;
    const auto source = openFile(root_ / name);
    if (!source || source->size() > bytes_max) return std::nullopt;
    Buffer bytes(source->size());
    if (!source->read(0, bytes)) return std::nullopt;
    return bytes;
  }
  bool has(const std::string& name) const override { return std::binary_search(names_.begin(), names_.end(), name); }
  const std::vector<std::string>& names() const override { return names_; }
  bool isZip() const override { return false; }

 private:
  fs::path root_;
  std::vector<std::string> names_;
};

}  // namespace

std::unique_ptr<Archive> openFolder(const fs::path& folder, Findings& findings) {
  std::vector<std::string> names;
  std::error_code error;
  // A bundle is listed whole, so that a file its manifest does not name is seen; tiles may lie among other things.
  const bool bundle = fs::is_regular_file(folder / "manifest", error);
  if (!bundle) {
    for (const char* name : {"README", "checkpoint", "figures.json"}) {
      if (fs::is_regular_file(folder / name, error)) names.emplace_back(name);
    }
  }
  const fs::path listed = bundle ? folder : folder / "tile";
  fs::recursive_directory_iterator files(listed, error);
  while (!error && files != fs::recursive_directory_iterator() && names.size() < kFilesMax) {
    if (files->is_regular_file(error)) names.push_back(files->path().lexically_relative(folder).generic_string());
    files.increment(error);
  }
  if (error) findings.couldNotCheck("the folder " + listed.string() + " could not be listed: " + error.message());
  std::sort(names.begin(), names.end());
  return std::make_unique<Folder>(folder, std::move(names));
}

}  // namespace audit
