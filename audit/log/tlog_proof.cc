#include "audit/log/tlog_proof.h"

#include "audit/log/bundle.h"
#include "audit/log/note.h"

namespace audit {
namespace {

constexpr std::size_t kHashesMax = 63;

// Of all before the checkpoint, too.
constexpr std::uint64_t kProofBytesMax = 2 * kNoteBytesMax;

}  // namespace

std::optional<TlogProof> TlogProof::parse(Bytes bytes) {
  std::string_view rest = textOf(bytes);
  if (rest.size() > kProofBytesMax || !rest.starts_with(kTlogProofStart)) return std::nullopt;
  rest.remove_prefix(kTlogProofStart.size());
  TlogProof proof;
  auto line = takeLine(rest);
  if (line && line->starts_with("extra ")) {
    auto extra = base64Decoded(line->substr(6));
    if (!extra) return std::nullopt;
    proof.extra = std::move(*extra);
    line = takeLine(rest);
  }
  const auto index = line && line->starts_with("index ") ? decimal(line->substr(6)) : std::nullopt;
  if (!index) return std::nullopt;
  proof.index = *index;
  for (line = takeLine(rest); line && !line->empty(); line = takeLine(rest)) {
    const auto hash = base64Decoded(*line);
    if (!hash || hash->size() != 32 || proof.path.size() == kHashesMax) return std::nullopt;
    proof.path.push_back(fixed<32>(*hash));
  }
  if (!line) return std::nullopt;
  proof.checkpoint = rest;
  return proof;
}

std::string TlogProof::text() const {
  std::string out(kTlogProofStart);
  if (!extra.empty()) out += "extra " + base64Of(extra) + "\n";
  out += "index " + std::to_string(index) + "\n";
  for (const Hash& hash : path) out += base64Of(hash) + "\n";
  return out + "\n" + checkpoint;
}

}  // namespace audit
