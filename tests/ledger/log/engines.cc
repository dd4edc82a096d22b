#include "tests/ledger/log/engines.h"

#include <cstdlib>

#include "ledger/log/memory_log.h"
#include "ledger/log/rocksdb_log.h"
#include "tests/support/temp_folder.h"

namespace tests {
namespace {

class MemoryUnderTest final : public LogUnderTest {
 public:
  ledger::EventLog& log() override { return log_; }

 private:
  ledger::MemoryLog log_;
};

class RocksdbUnderTest final : public LogUnderTest {
 public:
  RocksdbUnderTest() { reopen(); }
  ledger::EventLog& log() override { return *log_; }
  bool reopen() override {
    log_.reset();
    auto opened = ledger::RocksdbLog::open(folder_.path(), {ledger::LogMode::kWrite, /*rehash=*/true});
    if (!opened) std::abort();
    log_ = std::move(opened).value();
    return true;
  }

 private:
  TempFolder folder_;
  std::unique_ptr<ledger::RocksdbLog> log_;
};

}  // namespace

std::vector<Engine> engines() {
  return {{"memory", 300, [] { return std::make_unique<MemoryUnderTest>(); }},
          {"rocksdb", 300, [] { return std::make_unique<RocksdbUnderTest>(); }}};
}

}  // namespace tests
