// Verifier key — the text form in which others pin a note-signing key.
//
// Shape    "name+<8 hex of the key id>+base64(type ‖ public key)"; the key id is the first four bytes of
//          SHA-256(name ‖ 0x0A ‖ type ‖ public key).
// Errors   kInvalid BAD_VKEY.
// Source   C2SP signed-note, "Verifier keys"; C2SP tlog-cosignature.
#pragma once

#include <string>
#include <string_view>

#include "ledger/seal/ed25519.h"

namespace ledger {

enum class NoteKeyType : std::uint8_t {
  kEd25519 = 0x01,           // a log
  kCosignature = 0x04,       // an Ed25519 witness
  kMlDsaCosignature = 0x06,  // recognised, and never verified: OpenSSL 3.0 has no ML-DSA
};

struct VerifierKey {
  std::string name;
  std::uint32_t id = 0;
  NoteKeyType type = NoteKeyType::kEd25519;
  PublicKey key{};  // not of ML-DSA keys
};

// Not empty, UTF-8, no space of Unicode, no '+'.
bool isKeyName(std::string_view name);
VerifierKey verifierKey(std::string name, NoteKeyType type, const PublicKey& key);
// Requires an Ed25519 key.
std::string vkeyText(const VerifierKey& key);
Result<VerifierKey> parseVkey(std::string_view text);

}  // namespace ledger
