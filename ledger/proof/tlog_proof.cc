#include "ledger/proof/tlog_proof.h"

#include "ledger/base/limits.h"

namespace ledger {
namespace {

constexpr std::string_view kHeader = "c2sp.org/tlog-proof@v1\n";

Error badProof(std::string why) {
  return {ErrorCode::kInvalid, "BAD_TLOG_PROOF", "not a tlog-proof: " + std::move(why)};
}

// The next line without its newline; advances past it.
Result<std::string_view> takeLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return badProof("it is cut off");
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string tlogProofText(const TlogProof& proof) {
  std::string text(kHeader);
  if (!proof.extra.empty()) text += "extra " + toBase64(asBytes(proof.extra)) + "\n";
  text += "index " + std::to_string(proof.index) + "\n";
  for (const Digest& hash : proof.path) text += hash.base64() + "\n";
  return text + "\n" + proof.checkpoint;
}

Result<TlogProof> parseTlogProof(std::string_view text) {
  if (text.size() > limits::kNoteBytesMax || !text.starts_with(kHeader))
    return badProof("it does not begin with c2sp.org/tlog-proof@v1");
  text.remove_prefix(kHeader.size());
  TlogProof proof;
  auto line = takeLine(text);
  if (!line) return line.error();
  if (line->starts_with("extra ")) {
    const auto extra = fromBase64(line->substr(6));
    if (!extra) return badProof("its extra line is not base64");
    proof.extra = asText(*extra);
    line = takeLine(text);
    if (!line) return line.error();
  }
  const auto index =
      line->starts_with("index ") ? parseDecimal(line->substr(6)) : Result<std::uint64_t>(badProof("no index"));
  if (!index) return badProof("its index line does not parse");
  proof.index = *index;
  for (;;) {
    line = takeLine(text);
    if (!line) return line.error();
    if (line->empty()) break;
    const auto hash = fromBase64(*line);
    if (!hash || hash->size() != 32 || proof.path.size() == limits::kProofHashesMax)
      return badProof("a hash line does not parse, or there are over 63");
    proof.path.push_back(Digest::from(*hash));
  }
  proof.checkpoint = text;
  return proof;
}

Result<Checkpoint> verifyTlogProof(const TlogProof& proof, const Digest& leaf_hash, const VerifierKey& log) {
  auto checkpoint = openCheckpoint(proof.checkpoint, log);
  if (!checkpoint) return checkpoint;
  ASAR_TRY(verifyInclusion(proof.index, checkpoint->size, leaf_hash, proof.path, checkpoint->root));
  return checkpoint;
}

}  // namespace ledger
