#include "ledger/seal/signed_note.h"

#include <algorithm>
#include <set>

#include "ledger/base/limits.h"
#include "ledger/base/utf8.h"

namespace ledger {
namespace {

constexpr std::string_view kDash = "\xe2\x80\x94 ";  // em dash and a space

Error malformed(std::string why) {
  return {ErrorCode::kInvalid, "MALFORMED_NOTE", "not a signed note: " + std::move(why)};
}

bool isNoteText(std::string_view text) {
  const bool controls =
      std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
  return !controls && isUtf8(text);
}

Result<NoteSignature> parseSignature(std::string_view line) {
  if (!line.starts_with(kDash)) return malformed("a line after the blank line is not a signature");
  line.remove_prefix(kDash.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return malformed("a signature line has no name or no signature");
  NoteSignature out;
  out.name = line.substr(0, space);
  const auto bytes = fromBase64(line.substr(space + 1));
  if (!isKeyName(out.name) || !bytes || bytes->size() < 5) return malformed("a signature line does not parse");
  out.key_id = readBigEndian32(*bytes);
  out.signature.assign(bytes->begin() + 4, bytes->end());
  return out;
}

}  // namespace

Result<SignedNote> parseNote(std::string_view note) {
  if (note.size() > limits::kNoteBytesMax) return malformed("it has more than 256 KiB");
  if (!isNoteText(note)) return malformed("it has control characters or is not UTF-8");
  const std::size_t split = note.rfind("\n\n");
  if (split == std::string_view::npos || !note.ends_with('\n'))
    return malformed("the blank line or the last newline is missing");
  SignedNote out;
  out.text = note.substr(0, split + 1);
  std::string_view rest = note.substr(split + 2);
  if (rest.empty()) return malformed("it has no signatures");
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    auto signature = parseSignature(rest.substr(0, end));
    if (!signature) return signature.error();
    if (out.signatures.size() == limits::kNoteSignaturesMax) return malformed("it has more than 100 signatures");
    out.signatures.push_back(std::move(*signature));
    rest.remove_prefix(end + 1);
  }
  return out;
}

std::string signatureLine(const NoteSignature& signature) {
  Bytes bytes;
  appendBigEndian32(bytes, signature.key_id);
  appendBytes(bytes, signature.signature);
  return std::string(kDash) + signature.name + " " + toBase64(bytes) + "\n";
}

std::string noteText(const SignedNote& note) {
  std::string text = note.text + "\n";
  for (const NoteSignature& signature : note.signatures) text += signatureLine(signature);
  return text;
}

Result<std::vector<VerifierKey>> verifyNote(const SignedNote& note, std::span<const VerifierKey> known) {
  std::vector<VerifierKey> signers;
  std::set<std::pair<std::string, std::uint32_t>> seen;
  for (const NoteSignature& signature : note.signatures) {
    const auto key = std::ranges::find_if(known, [&](const VerifierKey& one) {
      return one.type == NoteKeyType::kEd25519 && one.id == signature.key_id && one.name == signature.name;
    });
    if (key == known.end() || !seen.emplace(signature.name, signature.key_id).second) continue;
    if (!verifySignature(key->key, asBytes(note.text), signature.signature)) {
      return Error{ErrorCode::kRefused, "BAD_NOTE_SIGNATURE", "the signature by " + key->name + " does not verify"};
    }
    signers.push_back(*key);
  }
  if (signers.empty()) return Error{ErrorCode::kRefused, "BAD_NOTE_SIGNATURE", "no known key has signed the note"};
  return signers;
}

NoteSignature signNote(std::string_view text, const std::string& name, const KeyPair& key) {
  const Signature64 signature = key.sign(asBytes(text));
  return {name, verifierKey(name, NoteKeyType::kEd25519, key.publicKey()).id, toBytes(signature)};
}

}  // namespace ledger
