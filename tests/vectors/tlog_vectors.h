// tlogVectors — known answers made with the Go packages golang.org/x/mod/sumdb/{tlog,note} 0.7.0, and their parts.
//
// Shape    hashes in hex; entry i of the second tree is "entry <i>\n".
// Errors   aborts where the file is absent or a hash does not parse: nothing can be tested then.
#pragma once

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ledger/base/digest.h"

namespace tests {

inline nlohmann::json tlogVectors() {
  std::ifstream file(std::string(ASAR_SOURCE_DIR) + "/tests/vectors/tlog_vectors.json");
  if (!file) std::abort();
  return nlohmann::json::parse(file);
}

inline ledger::Digest digestOf(const std::string& hex) {
  const auto bytes = ledger::fromHex(hex);
  if (!bytes || bytes->size() != 32) std::abort();
  return ledger::Digest::from(*bytes);
}

inline std::vector<ledger::Digest> digestsOf(const nlohmann::json& hex_list) {
  std::vector<ledger::Digest> digests;
  for (const auto& hex : hex_list) digests.push_back(digestOf(hex.get<std::string>()));
  return digests;
}

inline std::string numberedEntry(std::uint64_t index) {
  return "entry " + std::to_string(index) + "\n";
}

}  // namespace tests
