// Small files that are whole or absent, whatever happens to the power.
//
// Errors   a sentence with the path and what the system said.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace audit::witness {

struct FileText {
  bool missing = false;  // certainly
  std::string trouble;   // why it could not be read; empty where it could, or is missing
  std::string text;
};
FileText readFile(const std::filesystem::path& path, std::size_t bytes_max);

// Beside the file, synced, renamed, the folder synced; nothing is left behind where that fails. A file for its owner
// alone is never written over.
enum class Keep { kForAll, kForOwner };
std::optional<std::string> writeFile(const std::filesystem::path& path, std::string_view text, Keep keep);
// Makes the folders above and this one, each synced into the one that holds it.
std::optional<std::string> makeFolders(const std::filesystem::path& folder);

}  // namespace audit::witness
