// Logs of plain numbered entries, as folders of tiles: for questions about hashes alone.
#pragma once

#include <fstream>

#include "tests/audit/made_bundle.h"
#include "tests/support/temp_folder.h"

namespace audit::tests {

inline ledger::KeyPair keyOf(std::uint8_t seed) {
  return *ledger::KeyPair::fromSeed(ledger::Seed{seed});
}

// "entry 0", "entry 1" …; those from `changed` on say something else.
inline std::vector<Buffer> numbered(std::uint64_t size, std::uint64_t changed = ~std::uint64_t{0}) {
  std::vector<Buffer> entries;
  for (std::uint64_t i = 0; i < size; ++i) {
    const std::string text = (i < changed ? "entry " : "other ") + std::to_string(i) + "\n";
    entries.emplace_back(text.begin(), text.end());
  }
  return entries;
}

inline void writeFile(const std::filesystem::path& file, Bytes bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

inline std::filesystem::path writeMembers(const Members& members, const std::filesystem::path& folder) {
  for (const auto& [name, bytes] : members) writeFile(folder / name, bytes);
  return folder;
}

}  // namespace audit::tests
