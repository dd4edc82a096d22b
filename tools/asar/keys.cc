#include "tools/asar/keys.h"

#include <termios.h>
#include <unistd.h>

#include <istream>
#include <ostream>

#include "ledger/base/file_io.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::size_t kPassphraseBytesMax = 1024;

// Without an echo where standard input is a terminal.
std::optional<std::string> askForPassphrase(const Session& session, const std::filesystem::path& file) {
  if (::isatty(STDIN_FILENO) != 1 || !session.terminal) return std::nullopt;
  session.err << say(session.language, "ask.passphrase", {file.string()}) << std::flush;
  termios before{};
  if (::tcgetattr(STDIN_FILENO, &before) != 0) return std::nullopt;
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  std::string line;
  std::getline(session.in, line);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  session.err << "\n";
  return line;
}

}  // namespace

Result<std::string> passphraseIn(const std::filesystem::path& file) {
  const auto bytes = ledger::readWholeFile(file, kPassphraseBytesMax);
  if (!bytes) return bytes.error();
  const auto text = ledger::asText(*bytes);
  const auto line = text.substr(0, text.find_first_of("\r\n"));
  if (!line.empty()) return std::string(line);
  return Error{ErrorCode::kInvalid, "PASSPHRASE_EMPTY",
               file.string() + ": its first line is empty; write the passphrase there, or name no such file"};
}

Result<std::string> givenPassphrase(const Session& session, const Arguments& arguments) {
  if (const auto file = arguments.find("passphrase-file")) return passphraseIn(*file);
  return session.environment ? session.environment("ASAR_PASSPHRASE").value_or("") : std::string();
}

Result<ActorOnDisk> readKey(const Session& session, const std::filesystem::path& file, ledger::KeyPurpose purpose,
                            const Arguments& arguments) {
  const auto passphrase = givenPassphrase(session, arguments);
  if (!passphrase) return passphrase.error();
  auto stored = ledger::readKeyFile(file, *passphrase);
  if (!stored && stored.error().reason == "PASSPHRASE_NEEDED") {
    if (const auto typed = askForPassphrase(session, file)) stored = ledger::readKeyFile(file, *typed);
  }
  if (!stored) return stored.error();
  const auto pair = ledger::keyPairOf(*stored, purpose);
  if (!pair) return pair.error();
  return ActorOnDisk{std::move(*stored), *pair};
}

Result<ledger::PersonId> personOf(const Arguments& arguments, const ledger::StoredKey& key) {
  if (const auto named = arguments.find("person")) return ledger::PersonId::parse(*named);
  if (const auto own = ledger::PersonId::parse(key.name)) return *own;
  return Error{ErrorCode::kInvalid, "PERSON_MISSING", "the key file names no person: give --person ID"};
}

Result<ActorOnDisk> makeKey(const Session& session, const std::filesystem::path& file, ledger::KeyPurpose purpose,
                            const std::string& name, const std::string& passphrase) {
  ledger::StoredKey stored;
  stored.purpose = purpose;
  stored.name = name;
  session.random.fill(stored.seed);
  const auto pair = ledger::KeyPair::fromSeed(stored.seed);
  if (!pair) return pair.error();
  stored.key = pair->publicKey();
  if (file.has_parent_path()) ASAR_TRY(ledger::makeFolders(file.parent_path()));
  ASAR_TRY(ledger::writeKeyFile(file, stored, passphrase, session.random));
  return ActorOnDisk{std::move(stored), *pair};
}

}  // namespace tools
