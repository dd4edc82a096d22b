// Any entries, well sealed: the auditor meets them as a log whose operator signs whatever he likes.
#include "audit/verify/report.h"
#include "ledger/base/check.h"
#include "tests/audit/made_bundle.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

constexpr std::size_t kInputMax = 1U << 16U;

// As in an entry bundle: u16 big-endian length and bytes; the last entry may be cut short.
std::vector<audit::Buffer> entriesOf(std::span<const std::uint8_t> input) {
  std::vector<audit::Buffer> entries;
  while (input.size() >= 2 && entries.size() < 256) {
    const std::size_t length = std::min<std::size_t>(input[0] * 256U + input[1], input.size() - 2);
    entries.emplace_back(input.begin() + 2, input.begin() + 2 + static_cast<std::ptrdiff_t>(length));
    input = input.subspan(2 + length);
  }
  return entries;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > kInputMax) return 0;
  static const ledger::KeyPair kLogKey = *ledger::KeyPair::fromSeed(ledger::Seed{1});
  const auto entries = entriesOf({bytes, size});
  if (entries.empty()) return 0;
  audit::Request request;
  request.vkey = audit::tests::verifierKeyOf(kLogKey);
  request.threads = 1;
  audit::Audit result;
  audit::tests::verifyMembers(audit::tests::sealedLog(entries, kLogKey), request, result);
  const std::string verdict = result.findings.verdict();
  // It is sealed as it should be, so that nothing but the entries can be wrong.
  ASAR_CHECK(verdict != "BUNDLE_DAMAGED" && verdict != "TILE_TAMPERED" && verdict != "ROLLBACK");
  ASAR_CHECK(!audit::textReport(result, false).empty());
  return 0;
}
