#include "audit/answers/trusted_verify.h"

#include <chrono>

#include "audit/log/bundle.h"
#include "audit/log/note.h"

namespace audit {

void verifyTrusted(const Place& place, Request request, const TrustStore& store, Audit& audit) {
  const auto start = std::chrono::steady_clock::now();
  const auto archive = openWholeLog(place, audit.findings);
  audit.timings.open = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  audit.timings.total = audit.timings.open;
  if (!archive) return;
  const auto bytes = archive->read("checkpoint", kNoteBytesMax);
  const auto seen = bytes ? SignedCheckpoint::parse(*bytes) : std::nullopt;
  if (seen) {
    // The log is asked for by its pinned name: another origin in the export must not lead past what was seen.
    const std::string origin = request.vkey ? request.vkey->name : seen->checkpoint.origin;
    request.judged = store.findJudged(origin, audit.findings);
    const auto trusted = store.find(origin, audit.findings);
    const bool is_judged = trusted && request.judged && request.judged->seen.bytes == trusted->bytes;
    if (trusted && !is_judged) request.old_checkpoints.emplace_back("the trusted checkpoint", trusted->bytes);
  }
  verify(*archive, request, audit);
  const Facts& facts = audit.facts;
  if (!facts.seen || audit.findings.exitCode() != kExitOk) return;
  if (!request.vkey) {
    return audit.findings.notChecked("the trust store was left as it is: the key was not pinned (--vkey)");
  }
  store.keep(*facts.seen, audit.findings);
  const bool whole = !request.integrity_only && facts.log_key && audit.findings.exitCode() == kExitOk;
  if (whole) store.keepJudged({thisAuditor(), facts.ledger, *facts.log_key, *facts.seen}, audit.findings);
}

}  // namespace audit
