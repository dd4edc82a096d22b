#include "audit/log/note.h"

#include "audit/base/ed25519.h"
#include "audit/base/sha256.h"
#include "audit/base/utf8.h"

namespace audit {
namespace {

constexpr std::size_t kSignaturesMax = 100;
constexpr std::uint8_t kEd25519 = 1;
constexpr std::string_view kDash = "\xE2\x80\x94 ";

bool isName(std::string_view name) {
  return !name.empty() && name.find('+') == std::string_view::npos && isUtf8(name) && !hasSpace(name);
}

bool isNoteText(std::string_view text) {
  for (const char character : text) {
    if (static_cast<unsigned char>(character) < 0x20 && character != '\n') return false;
  }
  return isUtf8(text) && text.ends_with('\n');
}

std::array<std::uint8_t, 4> hashOf(std::string_view name, const Key& key) {
  Sha256 hasher;
  hasher.begin();
  hasher.update(bytesOf(name));
  const std::array<std::uint8_t, 2> between{'\n', kEd25519};
  hasher.update(between);
  hasher.update(key);
  const Hash hash = hasher.finish();
  return fixed<4>(Bytes(hash).first(4));
}

std::optional<NoteSignature> signatureLine(std::string_view line) {
  if (!line.starts_with(kDash)) return std::nullopt;
  line.remove_prefix(kDash.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto decoded = base64Decoded(line.substr(space + 1));
  if (!isName(line.substr(0, space)) || !decoded || decoded->size() < 5) return std::nullopt;
  return NoteSignature{std::string(line.substr(0, space)), fixed<4>(Bytes(*decoded).first(4)),
                       Buffer(decoded->begin() + 4, decoded->end())};
}

}  // namespace

VerifierKey VerifierKey::of(std::string name, const Key& key) {
  const auto hash = hashOf(name, key);
  return {std::move(name), hash, key};
}

std::optional<VerifierKey> VerifierKey::parse(std::string_view text) {
  const auto first = text.find('+');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find('+', first + 1);
  if (second == std::string_view::npos || second - first != 9) return std::nullopt;
  const auto decoded = base64Decoded(text.substr(second + 1));
  if (!isName(text.substr(0, first)) || !decoded || decoded->size() != 33 || (*decoded)[0] != kEd25519) {
    return std::nullopt;
  }
  auto key = of(std::string(text.substr(0, first)), fixed<32>(Bytes(*decoded).subspan(1)));
  if (hexOf(key.hash) != text.substr(first + 1, 8) || !acceptableKey(key.key)) return std::nullopt;
  return key;
}

std::string VerifierKey::text() const {
  Buffer tagged{kEd25519};
  tagged.insert(tagged.end(), key.begin(), key.end());
  return name + "+" + hexOf(hash) + "+" + base64Of(tagged);
}

std::optional<Note> Note::parse(Bytes bytes) {
  const std::string_view whole = textOf(bytes);
  if (whole.size() > kNoteBytesMax || !isNoteText(whole)) return std::nullopt;
  const auto split = whole.rfind("\n\n");
  if (split == std::string_view::npos) return std::nullopt;
  Note note{std::string(whole.substr(0, split + 1)), {}};
  std::string_view rest = whole.substr(split + 2);
  while (!rest.empty()) {
    const auto line = takeLine(rest);
    if (!line) return std::nullopt;
    auto signature = signatureLine(*line);
    if (!signature || note.signatures.size() == kSignaturesMax) return std::nullopt;
    note.signatures.push_back(std::move(*signature));
  }
  if (note.signatures.empty()) return std::nullopt;
  return note;
}

Signed signedBy(const Note& note, const VerifierKey& key) {
  for (const NoteSignature& line : note.signatures) {
    if (line.name != key.name || line.hash != key.hash) continue;
    return signatureHolds(key.key, bytesOf(note.text), line.signature) ? Signed::kYes : Signed::kNo;
  }
  return Signed::kAbsent;
}

std::optional<Checkpoint> Checkpoint::parse(std::string_view text) {
  const auto origin = takeLine(text);
  const auto size_line = takeLine(text);
  const auto root_line = takeLine(text);
  if (!origin || origin->empty() || origin->size() > 255 || !size_line || !root_line) return std::nullopt;
  const auto size = decimal(*size_line);
  const auto root = base64Decoded(*root_line);
  if (!size || !root || root->size() != 32) return std::nullopt;
  while (!text.empty()) {
    const auto extension = takeLine(text);
    if (!extension || extension->empty()) return std::nullopt;
  }
  return Checkpoint{std::string(*origin), *size, fixed<32>(*root)};
}

}  // namespace audit
