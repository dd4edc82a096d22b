#include "audit/verify/judged.h"

#include "audit/base/sha256.h"
#include "audit/replay/replay.h"

namespace audit {
namespace {

constexpr std::string_view kJudgedStart = "asar/judged/v1";
// What an audit leaves out where it was judged before, heads of streams among it, was judged by the replayed state:
// another source of the replay, or of what it rests on, is another auditor.
constexpr std::string_view kJudges = ASAR_JUDGES;

// `word SP value LF`.
std::optional<std::string_view> takeWorded(std::string_view& rest, std::string_view word) {
  const auto line = takeLine(rest);
  if (!line || !line->starts_with(word)) return std::nullopt;
  return line->substr(word.size());
}

}  // namespace

std::string thisAuditor() {
  return std::string(kAuditor) + ", rules " + std::to_string(kRulesKnown) + ", judging by " + std::string(kJudges);
}

std::string Judged::text() const {
  std::string out(kJudgedStart);
  out += "\nby " + by + "\nledger " + idText(ledger) + "\nvkey " + key.text();
  out += "\nnote " + std::to_string(seen.bytes.size()) + "\n";
  out += textOf(Bytes(seen.bytes));
  const Hash hash = sha256(bytesOf(out));
  return out + "sha256 " + hexOf(hash) + "\n";
}

std::optional<Judged> Judged::parse(Bytes bytes) {
  std::string_view rest = textOf(bytes);
  if (takeLine(rest) != kJudgedStart) return std::nullopt;
  const auto by = takeWorded(rest, "by ");
  const auto ledger = takeWorded(rest, "ledger ");
  const auto vkey = takeWorded(rest, "vkey ");
  const auto note = takeWorded(rest, "note ");
  if (!by || !ledger || !vkey || !note) return std::nullopt;
  const auto id = idFrom(*ledger);
  auto key = VerifierKey::parse(*vkey);
  const auto length = decimal(*note);
  if (!id || !key || !length || *length > rest.size()) return std::nullopt;
  auto seen = SignedCheckpoint::parse(bytesOf(rest.substr(0, *length)));
  if (!seen || key->name != seen->checkpoint.origin || signedBy(seen->note, *key) != Signed::kYes) return std::nullopt;
  Judged judged{std::string(*by), *id, std::move(*key), std::move(*seen)};
  // With the hash at its end: no byte has changed.
  if (judged.text() != textOf(bytes)) return std::nullopt;
  return judged;
}

}  // namespace audit
