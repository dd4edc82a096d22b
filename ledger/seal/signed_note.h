// Signed note — a text with signature lines, as checkpoints are published.
//
// Shape    text ending in a newline, a blank line, lines "— name base64(key id ‖ signature)".
// Errors   kInvalid MALFORMED_NOTE; kRefused BAD_NOTE_SIGNATURE where a known key's signature is wrong or
//          no known key has signed.
// Source   C2SP signed-note.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/seal/vkey.h"

namespace ledger {

struct NoteSignature {
  std::string name;
  std::uint32_t key_id = 0;
  Bytes signature;  // after the key id
};

struct SignedNote {
  std::string text;  // with its final newline, without the blank line
  std::vector<NoteSignature> signatures;
};

Result<SignedNote> parseNote(std::string_view note);
std::string noteText(const SignedNote& note);
// "— name base64\n".
std::string signatureLine(const NoteSignature& signature);

// Checks every signature by one of these keys; the keys that signed. Unknown signatures are passed over, of
// repeated ones the first counts. Cosignatures are not looked at here (cosignature.h).
Result<std::vector<VerifierKey>> verifyNote(const SignedNote& note, std::span<const VerifierKey> known);

NoteSignature signNote(std::string_view text, const std::string& name, const KeyPair& key);

}  // namespace ledger
