// Keys — reading key files and passphrases for the commands that sign.
//
// Shape    a passphrase comes from --passphrase-file, else from ASAR_PASSPHRASE, else is asked for on the terminal
//          where the key file needs one.
// Errors   those of ledger/seal/key_file.h; kInvalid PERSON_MISSING where a key file names no person.
// Threads  one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ledger/seal/key_file.h"
#include "tools/asar/command.h"
#include "tools/asar/session.h"

namespace tools {

struct ActorOnDisk {
  ledger::StoredKey stored;
  ledger::KeyPair pair;
};

ledger::Result<ActorOnDisk> readKey(const Session& session, const std::filesystem::path& file,
                                    ledger::KeyPurpose purpose, const Arguments& arguments);
// The first line of a file; kInvalid PASSPHRASE_EMPTY.
ledger::Result<std::string> passphraseIn(const std::filesystem::path& file);
// From --passphrase-file or ASAR_PASSPHRASE; empty where there is neither.
ledger::Result<std::string> givenPassphrase(const Session& session, const Arguments& arguments);
// Whom the key speaks for: --person, else the person the key file names.
ledger::Result<ledger::PersonId> personOf(const Arguments& arguments, const ledger::StoredKey& key);

// A new pair of a random seed, written to a file of mode 0600.
ledger::Result<ActorOnDisk> makeKey(const Session& session, const std::filesystem::path& file,
                                    ledger::KeyPurpose purpose, const std::string& name, const std::string& passphrase);

}  // namespace tools
