// Made-up entries for the tests of the log: distinct bytes from a seed, with their true leaf hashes.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "ledger/log/event_log.h"
#include "ledger/merkle/hashing.h"

namespace tests {

inline ledger::Encoded entryOf(ledger::Bytes body) {
  const ledger::Digest hash = ledger::leafHash(body);
  return {hash, std::move(body)};
}

inline ledger::Encoded entryOf(const std::string& text) {
  return entryOf(ledger::toBytes(ledger::asBytes(text)));
}

// `count` entries "<name> 0", "<name> 1", …
inline std::vector<ledger::Encoded> entriesOf(const std::string& name, std::size_t count) {
  std::vector<ledger::Encoded> entries;
  for (std::size_t i = 0; i < count; ++i) entries.push_back(entryOf(name + " " + std::to_string(i)));
  return entries;
}

inline ledger::Deadline soon() {
  return std::chrono::steady_clock::now() + std::chrono::seconds(30);
}

}  // namespace tests
