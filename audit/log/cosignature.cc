#include "audit/log/cosignature.h"

#include <algorithm>

#include "audit/base/ed25519.h"
#include "audit/base/sha256.h"
#include "audit/base/utf8.h"

namespace audit {
namespace {

constexpr std::uint8_t kEd25519Cosignature = 4;
constexpr std::uint8_t kMlDsaCosignature = 6;
constexpr std::size_t kMlDsaKeyBytes = 1312;
constexpr std::size_t kHashDigits = 8;
constexpr std::size_t kTimeBytes = 8;

bool isKeyOfItsKind(Bytes typed) {
  if (typed[0] == kEd25519Cosignature) return typed.size() == 33 && acceptableKey(fixed<32>(typed.subspan(1)));
  return typed[0] == kMlDsaCosignature && typed.size() == 1 + kMlDsaKeyBytes;
}

std::array<std::uint8_t, 4> keyHash(std::string_view name, Bytes typed) {
  Sha256 hasher;
  hasher.begin();
  hasher.update(bytesOf(name));
  hasher.update(bytesOf("\n"));
  hasher.update(typed);
  const Hash hash = hasher.finish();
  return fixed<4>(Bytes(hash).first(4));
}

// The first line of that key; null where there is none, or none that can be verified.
const NoteSignature* lineOf(const Note& note, const WitnessKey& witness) {
  if (!witness.verifiable) return nullptr;
  const auto line = std::ranges::find_if(
      note.signatures, [&](const NoteSignature& one) { return one.name == witness.name && one.hash == witness.hash; });
  return line == note.signatures.end() ? nullptr : &*line;
}

// What the line says of when it was signed; nullopt where it does not hold.
std::optional<std::uint64_t> timeOf(const NoteSignature& line, const Note& note, const WitnessKey& witness) {
  if (line.signature.size() != kTimeBytes + 64) return std::nullopt;
  std::uint64_t time = 0;
  for (std::size_t i = 0; i < kTimeBytes; ++i) time = time << 8U | line.signature[i];
  const std::string message = "cosignature/v1\ntime " + std::to_string(time) + "\n" + note.text;
  if (!signatureHolds(fixed<32>(witness.key), bytesOf(message), Bytes(line.signature).subspan(kTimeBytes)))
    return std::nullopt;
  return time;
}

}  // namespace

std::optional<WitnessKey> WitnessKey::parse(std::string_view text) {
  const auto plus = text.find('+');
  if (plus == std::string_view::npos || text.size() < plus + kHashDigits + 2) return std::nullopt;
  const auto name = text.substr(0, plus);
  const auto digits = text.substr(plus + 1, kHashDigits);
  if (name.empty() || !isUtf8(name) || hasSpace(name) || text[plus + 1 + kHashDigits] != '+') return std::nullopt;
  const auto typed = base64Decoded(text.substr(plus + kHashDigits + 2));
  if (!typed || typed->empty() || !isKeyOfItsKind(*typed)) return std::nullopt;
  WitnessKey out{std::string(name), keyHash(name, *typed), Buffer(typed->begin() + 1, typed->end()),
                 typed->front() == kEd25519Cosignature};
  if (hexOf(out.hash) != digits) return std::nullopt;
  return out;
}

Cosigned cosignedBy(const Note& note, const WitnessKey& witness, std::uint64_t not_after) {
  const NoteSignature* line = lineOf(note, witness);
  if (line == nullptr) return Cosigned::kAbsent;
  const auto time = timeOf(*line, note, witness);
  if (!time) return Cosigned::kNo;
  return *time == 0 || *time > not_after ? Cosigned::kUntimed : Cosigned::kYes;
}

std::optional<std::uint64_t> cosignedAt(const Note& note, const WitnessKey& witness) {
  const NoteSignature* line = lineOf(note, witness);
  const auto time = line == nullptr ? std::nullopt : timeOf(*line, note, witness);
  return time == 0 ? std::nullopt : time;
}

}  // namespace audit
