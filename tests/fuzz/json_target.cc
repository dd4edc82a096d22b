// JSON: the gate never throws; what it lets in is written and read again as the same; commands likewise.
#include <string>

#include "ledger/base/check.h"
#include "ledger/event/codec.h"
#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto parsed = ledger::parseJson({reinterpret_cast<const char*>(bytes), size});
  if (!parsed) return 0;
  const auto again = ledger::parseJson(parsed->line());
  ASAR_CHECK(again.ok() && *again == *parsed);
  ledger::SeededRandom random(1);
  const auto command = ledger::commandFromJson(*parsed, random);
  if (!command) return 0;
  const auto same = ledger::commandFromJson(ledger::jsonOf(*command), random);
  ASAR_CHECK(same.ok() && ledger::encode(*same) == ledger::encode(*command));
  return 0;
}
