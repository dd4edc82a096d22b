// Any bytes as a bundle: read within its bounds, and never called sound.
#include "audit/verify/report.h"
#include "ledger/base/check.h"
#include "tests/audit/made_bundle.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ledger::KeyPair kNobody = *ledger::KeyPair::fromSeed(ledger::Seed{2});
  audit::Request request;
  request.vkey = audit::tests::verifierKeyOf(kNobody);
  request.threads = 1;
  audit::Audit result;
  audit::tests::verifyZip(audit::Buffer(bytes, bytes + size), request, result);
  // The pinned key has never signed anything.
  ASAR_CHECK(result.findings.verdict() != "OK");
  ASAR_CHECK(!audit::textReport(result, false).empty());
  return 0;
}
