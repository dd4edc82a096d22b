// The engines that the conformance suite is run for. A new one joins by a line in engines.cc.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "ledger/log/event_log.h"

namespace tests {

// One log of one engine, and whatever must live as long as it does.
class LogUnderTest {
 public:
  virtual ~LogUnderTest() = default;
  virtual ledger::EventLog& log() = 0;
  // Closes and opens again; false where the engine keeps nothing.
  virtual bool reopen() { return false; }
};

struct Engine {
  std::string name;
  int race_rounds = 300;
  std::function<std::unique_ptr<LogUnderTest>()> fresh;
};

inline void PrintTo(const Engine& engine, std::ostream* out) {
  *out << engine.name;
}

// Tests carry the name of their engine: the thread sanitizer leaves out "rocksdb", which is not compiled by us.
std::vector<Engine> engines();

}  // namespace tests
