// Bytes of commands, headers, submissions and entries: nothing is thrown, and what is accepted has one spelling.
#include "ledger/base/check.h"
#include "ledger/event/codec.h"
#include "tests/fuzz/fuzz_target.h"

namespace ledger {
namespace {

template <class Value>
void checkOneSpelling(const Result<Value>& decoded, ByteView bytes) {
  if (decoded) ASAR_CHECK(sameBytes(encode(*decoded), bytes));
}

}  // namespace
}  // namespace ledger

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const ledger::ByteView input(bytes, size);
  ledger::checkOneSpelling(ledger::decodeCommand(input), input);
  ledger::checkOneSpelling(ledger::decodeHeader(input), input);
  ledger::checkOneSpelling(ledger::decodeSubmission(input), input);
  ledger::checkOneSpelling(ledger::decodeEntry(input), input);
  // The fast ways of reading what is stored are as bounded as the strict ones.
  static_cast<void>(ledger::decodeStoredEntry(input).ok());
  static_cast<void>(ledger::decodeStoredCommand(input).ok());
  return 0;
}
