#include "tests/ledger/log/engines.h"

#include "ledger/log/memory_log.h"

namespace tests {
namespace {

class MemoryUnderTest final : public LogUnderTest {
 public:
  ledger::EventLog& log() override { return log_; }

 private:
  ledger::MemoryLog log_;
};

}  // namespace

std::vector<Engine> engines() {
  return {{"memory", 300, [] { return std::make_unique<MemoryUnderTest>(); }}};
}

}  // namespace tests
