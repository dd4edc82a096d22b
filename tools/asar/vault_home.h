// The vault of a ledger's folder: where it lies, and how it is opened.
//
// Shape    DATA/vault/ holds the boxes, DATA/keys/vault.key (or ASAR_VAULT_KEY) the key, under a passphrase: from
//          --vault-passphrase-file, else the credential vault-passphrase of the service, else ASAR_VAULT_PASSPHRASE.
// Errors   those of ledger/vault_key.h and ledger/vault/vault.h.
// Threads  one.
#pragma once

#include <filesystem>
#include <memory>

#include "ledger/vault/vault.h"
#include "tools/asar/command.h"

namespace tools {

std::filesystem::path vaultFolder(const Session& session);
std::filesystem::path vaultKeyFile(const Session& session);
std::filesystem::path accessFolder(const Session& session);

// Locked; none where the ledger has no vault.
ledger::Result<std::unique_ptr<ledger::Vault>> openVault(const Session& session, const ledger::LedgerId& ledger,
                                                         bool writes);
// The same, but kNotFound VAULT_ABSENT where there is none.
ledger::Result<std::unique_ptr<ledger::Vault>> requireVault(const Session& session, const ledger::LedgerId& ledger);
ledger::Result<std::string> vaultPassphrase(const Session& session, const Arguments& arguments);
ledger::Result<void> unlockVault(const Session& session, const Arguments& arguments, ledger::Vault& vault);

}  // namespace tools
