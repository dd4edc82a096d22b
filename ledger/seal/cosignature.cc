#include "ledger/seal/cosignature.h"

#include <algorithm>
#include <set>

namespace ledger {
namespace {

constexpr std::size_t kTimeBytes = 8;

std::string cosignedMessage(std::string_view text, std::uint64_t time) {
  return "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(text);
}

}  // namespace

NoteSignature cosign(std::string_view checkpoint_text, std::uint64_t time, const std::string& name,
                     const KeyPair& key) {
  NoteSignature out{name, verifierKey(name, NoteKeyType::kCosignature, key.publicKey()).id, {}};
  appendBigEndian64(out.signature, time);
  appendBytes(out.signature, key.sign(asBytes(cosignedMessage(checkpoint_text, time))));
  return out;
}

Result<std::vector<Cosignature>> verifyCosignatures(const SignedNote& note, std::span<const VerifierKey> witnesses,
                                                    std::uint64_t not_after) {
  std::vector<Cosignature> out;
  std::set<std::pair<std::string, std::uint32_t>> seen;
  for (const NoteSignature& signature : note.signatures) {
    const auto witness = std::ranges::find_if(witnesses, [&](const VerifierKey& one) {
      return one.type == NoteKeyType::kCosignature && one.id == signature.key_id && one.name == signature.name;
    });
    if (witness == witnesses.end() || !seen.emplace(signature.name, signature.key_id).second) continue;
    const Error bad{ErrorCode::kRefused, "BAD_COSIGNATURE", "the cosignature by " + witness->name + " does not verify"};
    if (signature.signature.size() != kTimeBytes + Signature64{}.size()) return bad;
    const std::uint64_t time = readBigEndian64(signature.signature);
    const std::string message = cosignedMessage(note.text, time);
    if (!verifySignature(witness->key, asBytes(message), ByteView(signature.signature).subspan(kTimeBytes))) return bad;
    const bool counted =
        std::ranges::any_of(out, [&](const Cosignature& one) { return one.witness.key == witness->key; });
    if (time != 0 && time <= not_after && !counted) out.push_back({*witness, time});
  }
  return out;
}

}  // namespace ledger
