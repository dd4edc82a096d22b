// Any bytes as a receipt, and as a proof of equivocation: read within its bounds, and nobody is believed or accused.
#include "audit/answers/equivocation.h"
#include "audit/answers/receipt.h"
#include "audit/log/tlog_proof.h"
#include "ledger/base/check.h"
#include "tests/audit/made_bundle.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ledger::KeyPair kNobody = *ledger::KeyPair::fromSeed(ledger::Seed{2});
  const audit::Bytes input(bytes, size);
  audit::ReceiptQuestion question;
  question.vkey = audit::tests::verifierKeyOf(kNobody);
  question.leaf = audit::Hash{};
  audit::Answer receipt;
  audit::verifyReceipt(input, question, receipt);
  // The pinned key has never signed anything.
  ASAR_CHECK(receipt.findings.verdict() != "OK");
  ASAR_CHECK(!textOf(receipt).empty());
  audit::Answer accused;
  audit::verifyEquivocation(input, question.vkey, accused);
  ASAR_CHECK(accused.findings.verdict() != "FORK");
  // What was read can be written, and read again.
  const auto shown = audit::Equivocation::parse(input);
  ASAR_CHECK(!shown || audit::same(audit::bytesOf(shown->text()), input));
  const auto proof = audit::TlogProof::parse(input);
  ASAR_CHECK(!proof || audit::TlogProof::parse(audit::bytesOf(proof->text())));
  return 0;
}
