// Receipts: what parses is written again as it was read, and only a true one verifies.
#include <string>

#include "ledger/base/check.h"
#include "ledger/base/limits.h"
#include "ledger/merkle/hashing.h"
#include "ledger/proof/tlog_proof.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

const char* const kLog = "log.example/volunteer-ledger+d899d489+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ledger::VerifierKey log = ledger::parseVkey(kLog).value();
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto proof = ledger::parseTlogProof(text);
  if (!proof) return 0;
  ASAR_CHECK(proof->path.size() <= ledger::limits::kProofHashesMax);
  const std::string again = ledger::tlogProofText(*proof);
  // An extra line without bytes is the same as none.
  ASAR_CHECK(again == text || (proof->extra.empty() && text.find("\nextra \n") != std::string::npos));
  const std::string entry = "entry " + std::to_string(proof->index) + "\n";
  const auto rests_on = ledger::verifyTlogProof(*proof, ledger::leafHash(ledger::asBytes(entry)), log);
  if (rests_on) ASAR_CHECK(proof->index < rests_on->size);
  const auto other = ledger::verifyTlogProof(*proof, ledger::emptyRoot(), log);
  ASAR_CHECK(!other.ok());
  return 0;
}
