#include "tools/asar/vault_home.h"

#include "ledger/base/file_io.h"
#include "ledger/vault_key.h"
#include "tools/asar/keys.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

// Says that the folder holds a vault whose key was kept: one that was only begun is made afresh.
std::filesystem::path markOf(const Session& session) {
  return vaultFolder(session) / "in-use";
}

std::string variable(const Session& session, const char* name) {
  return session.environment ? session.environment(name).value_or("") : std::string();
}

}  // namespace

std::filesystem::path vaultFolder(const Session& session) {
  return session.folder / "vault";
}

std::filesystem::path vaultKeyFile(const Session& session) {
  const std::string elsewhere = variable(session, "ASAR_VAULT_KEY");
  return elsewhere.empty() ? session.folder / "keys" / "vault.key" : std::filesystem::path(elsewhere);
}

std::filesystem::path accessFolder(const Session& session) {
  return vaultFolder(session) / "access";
}

Result<std::unique_ptr<ledger::Vault>> openVault(const Session& session, const ledger::LedgerId& ledger, bool writes) {
  const auto name = ledger::readVaultName(vaultKeyFile(session));
  std::error_code ignored;
  const bool marked = std::filesystem::exists(markOf(session), ignored);
  if (!name && name.error().reason != "VAULT_ABSENT") return name.error();
  if (!name && !marked) return std::unique_ptr<ledger::Vault>();
  if (!name) {
    return Error{ErrorCode::kRefused, "VAULT_KEY_MISSING",
                 vaultKeyFile(session).string() + " is missing, the key of the vault: put it back from its copy"};
  }
  if (name->ledger != ledger) {
    return Error{ErrorCode::kRefused, "VAULT_OTHER_LEDGER",
                 vaultKeyFile(session).string() + " is the key of another ledger's vault"};
  }
  auto vault = ledger::Vault::open({vaultFolder(session), *name, session.random, writes});
  if (vault && writes && !marked) ASAR_TRY(ledger::writeFileAtomically(markOf(session), {}));
  return vault;
}

Result<std::unique_ptr<ledger::Vault>> requireVault(const Session& session, const ledger::LedgerId& ledger) {
  auto vault = openVault(session, ledger, /*writes=*/false);
  if (!vault || *vault) return vault;
  return Error{ErrorCode::kNotFound, "VAULT_ABSENT",
               "there is no vault for personal values: make one with `asar vault init`"};
}

Result<std::string> vaultPassphrase(const Session& session, const Arguments& arguments) {
  if (const auto file = arguments.find("vault-passphrase-file")) return passphraseIn(*file);
  if (const std::string folder = variable(session, "CREDENTIALS_DIRECTORY"); !folder.empty()) {
    auto line = passphraseIn(std::filesystem::path(folder) / "vault-passphrase");
    if (line || line.error().code != ErrorCode::kNotFound) return line;
  }
  return variable(session, "ASAR_VAULT_PASSPHRASE");
}

Result<void> unlockVault(const Session& session, const Arguments& arguments, ledger::Vault& vault) {
  const auto passphrase = vaultPassphrase(session, arguments);
  if (!passphrase) return passphrase.error();
  const auto key = ledger::readVaultKey(vaultKeyFile(session), *passphrase);
  if (!key) return key.error();
  return vault.unlock(*key);
}

}  // namespace tools
