// An entry bundle: cut where it says, and written again byte for byte.
#include "ledger/base/check.h"
#include "ledger/merkle/hashing.h"
#include "ledger/merkle/tiles.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const ledger::ByteView bundle(bytes, size);
  const auto entries = ledger::entriesOfBundle(bundle);
  if (!entries) {
    ASAR_CHECK(entries.error().reason == "BAD_BUNDLE");
    return 0;
  }
  ASAR_CHECK(entries->size() <= ledger::kTileWidth);
  ledger::Bytes again;
  for (const ledger::Bytes& entry : *entries) ledger::appendToBundle(again, entry);
  ASAR_CHECK(ledger::sameBytes(again, bundle));
  ASAR_CHECK((ledger::rootOf(*entries) == ledger::emptyRoot()) == entries->empty());
  return 0;
}
