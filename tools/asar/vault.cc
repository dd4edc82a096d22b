// asar vault init|status|rotate|accesses: the room of personal values, and its key.
#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/event/json.h"
#include "ledger/vault/access_list.h"
#include "ledger/vault_key.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"
#include "tools/asar/vault_home.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Error passphraseNeeded() {
  return {ErrorCode::kRefused, "PASSPHRASE_NEEDED",
          "the key of the vault is kept under a passphrase: give --vault-passphrase-file or ASAR_VAULT_PASSPHRASE"};
}

Result<std::string> givenVaultPassphrase(const Session& session, const Arguments& arguments) {
  auto passphrase = vaultPassphrase(session, arguments);
  if (passphrase && passphrase->empty()) return passphraseNeeded();
  return passphrase;
}

Result<Answer> init(Session& session, const Arguments& arguments) {
  const auto passphrase = givenVaultPassphrase(session, arguments);
  if (!passphrase) return passphrase.error();
  const auto writing = openForWriting(session);
  if (!writing) return writing.error();
  if (writing->vault) {
    return Error{ErrorCode::kConflict, "ALREADY_INITIALISED", vaultFolder(session).string() + " is a vault already"};
  }
  const ledger::VaultName name{writing->founding.id, session.random.id<ledger::VaultId>(), 1};
  const auto key = ledger::SecretKey::draw(session.random);
  // The key last: until it is kept, and the next opening has marked that, a new try begins afresh.
  std::error_code ignored;
  std::filesystem::remove_all(ledger::storeFolder(vaultFolder(session), name.generation), ignored);
  ASAR_TRY(ledger::Vault::create({vaultFolder(session), name, session.random, true}, key,
                                 {session.clock.now(), writing->ledger->sealed().size}));
  ASAR_TRY(ledger::makeFolders(vaultKeyFile(session).parent_path()));
  ASAR_TRY(ledger::writeVaultKey(vaultKeyFile(session), name, key, *passphrase, session.random));
  const auto opened = openVault(session, name.ledger, /*writes=*/true);
  if (!opened) return opened.error();
  return Answer{JsonValue::Fields{{"vault", name.vault.text()}, {"keyFile", vaultKeyFile(session).string()}},
                say(session.language, "vault.init.done", {vaultKeyFile(session).string()}),
                {},
                kOk};
}

Result<Answer> status(Session& session, const Arguments& /*arguments*/) {
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto vault = requireVault(session, reading->founding.id);
  if (!vault) return vault.error();
  const auto figures = (*vault)->figures();
  if (!figures) return figures.error();
  const std::string made = ledger::Instant{figures->made.at, 0}.text();
  return Answer{JsonValue::Fields{{"folder", vaultFolder(session).string()},
                                  {"keyFile", vaultKeyFile(session).string()},
                                  {"generation", std::uint64_t{(*vault)->generation()}},
                                  {"keySince", made},
                                  {"persons", std::uint64_t{figures->persons}},
                                  {"values", std::uint64_t{figures->values}}},
                alignedLines({{"folder", vaultFolder(session).string()},
                              {"key file", vaultKeyFile(session).string()},
                              {"generation", std::to_string((*vault)->generation())},
                              {"key since", made},
                              {"persons", groupedNumber(figures->persons)},
                              {"values", groupedNumber(figures->values)}}),
                {},
                kOk};
}

Result<Answer> rotate(Session& session, const Arguments& arguments) {
  auto passphrase = givenVaultPassphrase(session, arguments);
  if (!passphrase) return passphrase.error();
  const auto writing = openForWriting(session);
  if (!writing) return writing.error();
  if (!writing->vault) {
    return Error{ErrorCode::kNotFound, "VAULT_ABSENT",
                 "there is no vault for personal values: make one with `asar vault init`"};
  }
  ASAR_TRY(unlockVault(session, arguments, *writing->vault));
  auto name = ledger::readVaultName(vaultKeyFile(session));
  if (!name) return name.error();
  if (const auto file = arguments.find("new-passphrase-file")) {
    Arguments other;
    other.add("vault-passphrase-file", *file);
    passphrase = givenVaultPassphrase(session, other);
    if (!passphrase) return passphrase.error();
  }
  const auto next = ledger::SecretKey::draw(session.random);
  ASAR_TRY(writing->vault->writeNextGeneration(next, {session.clock.now(), writing->ledger->sealed().size}));
  ++name->generation;
  ASAR_TRY(ledger::replaceVaultKey(vaultKeyFile(session), *name, next, *passphrase, session.random));
  ASAR_TRY(ledger::Vault::removeOtherStores(vaultFolder(session), name->generation));
  return Answer{JsonValue::Fields{{"generation", std::uint64_t{name->generation}}},
                say(session.language, "vault.rotate.done", {std::to_string(name->generation)}),
                {},
                kOk};
}

// The command that binds the list of a day to the log, for the operator to submit.
Result<Answer> accesses(Session& session, const Arguments& arguments) {
  const auto day = ledger::parseDay(arguments.get("day"));
  if (!day) return day.error();
  const auto listed = ledger::AccessList(accessFolder(session)).of(*day);
  if (!listed) return listed.error();
  const ledger::Command command{
      session.random.id<ledger::NonceId>(), {}, ledger::VaultAccessHash{listed->day, listed->accesses, listed->hash}};
  const JsonValue json = ledger::jsonOf(command);
  return Answer{json, json.line(), {}, kOk};
}

}  // namespace

CommandTable vaultCommands() {
  const OptionSpec passphrase{"vault-passphrase-file", "FILE"};
  return {{"vault", "init", {}, {passphrase}, init},
          {"vault", "status", {}, {}, status},
          {"vault", "rotate", {}, {passphrase, {"new-passphrase-file", "FILE"}}, rotate},
          {"vault", "accesses", {{"day"}}, {}, accesses}};
}

}  // namespace tools
