// Key file — a private signing key on disk, for one purpose.
//
// Shape    one JSON object {format "asar-key/1", purpose, name, public, and seed or an encrypted seed}.
//          With a passphrase the seed is encrypted: scrypt N = 2^17, r = 8, p = 1, then AES-256-GCM with
//          format, purpose, name and public key as additional data.
// Errors   kRefused KEY_FILE_OPEN where group or others may read it, it is a symbolic link or has a second name,
//          WRONG_PASSPHRASE, PASSPHRASE_NEEDED, KEY_PURPOSE; kInvalid BAD_KEY_FILE; kConflict where it exists.
// Source   RFC 7914 (scrypt); NIST SP 800-38D (GCM).
#pragma once

#include <filesystem>
#include <string>

#include "ledger/base/clock.h"
#include "ledger/seal/ed25519.h"

namespace ledger {

enum class KeyPurpose { kActor, kLog, kWitness, kCertificate };

std::string_view nameOf(KeyPurpose purpose);

struct StoredKey {
  KeyPurpose purpose = KeyPurpose::kActor;
  std::string name;  // of the person, or the note name of a log or witness
  PublicKey key{};
  Seed seed{};
};

// Makes the file with mode 0600; never overwrites. An empty passphrase leaves the seed in the clear.
Result<void> writeKeyFile(const std::filesystem::path& path, const StoredKey& key, std::string_view passphrase,
                          Random& random);
Result<StoredKey> readKeyFile(const std::filesystem::path& path, std::string_view passphrase);
// What can be known without the passphrase: the seed stays zero.
Result<StoredKey> readPublicPart(const std::filesystem::path& path);
// The pair, where the file is of this purpose.
Result<KeyPair> keyPairOf(const StoredKey& key, KeyPurpose purpose);

}  // namespace ledger
