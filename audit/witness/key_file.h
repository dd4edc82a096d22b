// The key file of a witness: made here, or by `asar key create --purpose witness`.
//
// Shape    one JSON object {format "asar-key/1", purpose "witness", name, public, and seed or an encrypted seed}, of
//          mode 0600. With a passphrase: scrypt N = 2^17, r = 8, p = 1, then AES-256-GCM with format, purpose, name and
//          public key as additional data.
// Errors   a Trouble: KEY_FILE_OPEN where others may read it, WRONG_PASSPHRASE, PASSPHRASE_NEEDED, KEY_PURPOSE,
//          BAD_KEY_FILE, FILE_MISSING, FILE_UNREADABLE, FILE_EXISTS, FILE_UNWRITTEN.
// Source   RFC 7914 (scrypt); NIST SP 800-38D (GCM).
#pragma once

#include "audit/witness/cosigner.h"
#include "audit/witness/state_folder.h"

namespace audit::witness {

struct KeyFacts {
  std::string name;
  Key key{};
  bool encrypted = false;
};

// A fresh seed; never over a file that is there. Without a passphrase the seed lies in the clear.
Or<KeyFacts> createKey(const std::filesystem::path& path, const std::string& name, std::string_view passphrase);
// What can be known without the passphrase.
Or<KeyFacts> readKeyFacts(const std::filesystem::path& path);
Or<Cosigner> readKey(const std::filesystem::path& path, std::string_view passphrase);

// As key names have to be: not empty, UTF-8, without spaces and "+".
bool isKeyName(std::string_view name);

}  // namespace audit::witness
