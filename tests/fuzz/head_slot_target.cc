// A slot of the head file: what is accepted has exactly one spelling.
#include "ledger/base/check.h"
#include "ledger/log/head_file.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const ledger::ByteView slot(bytes, size);
  const auto head = ledger::parseHeadSlot(slot);
  if (head) ASAR_CHECK(ledger::encodeHeadSlot(*head) == ledger::toBytes(slot));
  if (!head) ASAR_CHECK(head.error().code == ledger::ErrorCode::kCorrupt);
  return 0;
}
