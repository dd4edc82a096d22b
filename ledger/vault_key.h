// Vault key — the file that holds the key of a vault's present generation, under a passphrase; never in the vault's
// folder, and never kept in a copy together with one of the vault.
//
// Shape    one JSON line {format "asar-vault-key/1", ledger, vault, generation, encrypted}, mode 0600. The key is
//          encrypted with scrypt (N = 2^17, r = 8, p = 1) and AES-256-GCM, bound to the other fields.
// Durable  replaceVaultKey() is one step: before it the older key counts, after it the newer one, and the bytes of the
//          older are overwritten.
// Errors   kRefused KEY_FILE_OPEN where group or others may read it or it is a link, WRONG_PASSPHRASE,
//          PASSPHRASE_NEEDED; kInvalid BAD_KEY_FILE; kNotFound VAULT_ABSENT where there is none; kConflict where one
//          would be overwritten.
// Source   RFC 7914 (scrypt); NIST SP 800-38D (GCM).
#pragma once

#include <filesystem>
#include <string_view>

#include "ledger/vault/vault.h"

namespace ledger {

// Never overwrites.
Result<void> writeVaultKey(const std::filesystem::path& path, const VaultName& name, const SecretKey& key,
                           std::string_view passphrase, Random& random);
Result<void> replaceVaultKey(const std::filesystem::path& path, const VaultName& name, const SecretKey& key,
                             std::string_view passphrase, Random& random);
// What can be known without the passphrase.
Result<VaultName> readVaultName(const std::filesystem::path& path);
Result<SecretKey> readVaultKey(const std::filesystem::path& path, std::string_view passphrase);

}  // namespace ledger
