// Genesis file — the founding submission on its way from one authority to the next.
//
// Shape    one JSON object {"format":"asar-genesis/1","ledger":ID,"command":{…},"header":base64,"commandBytes":base64,
//          "signatures":[{"key":base64,"signature":base64}]}; `command` is for people, the bytes are what is signed.
// Errors   kInvalid BAD_GENESIS_FILE; those of the JSON gate and of checkSubmission.
// Threads  pure functions over the file system.
#pragma once

#include <filesystem>

#include "ledger/base/clock.h"
#include "ledger/event/json_value.h"
#include "ledger/seal/envelope.h"

namespace tools {

struct Genesis {
  ledger::Submission submission;
  ledger::Header header;
  ledger::LedgerFound found;
  // Names of the keys that have not signed yet, in the order in which they must.
  std::vector<ledger::ActorKey> awaited() const;
};

ledger::JsonValue genesisJson(const ledger::Submission& submission);
ledger::Result<Genesis> readGenesis(const std::filesystem::path& file);
ledger::Result<void> writeGenesis(const std::filesystem::path& file, const ledger::Submission& submission);

// A founding submission, signed by its first authority.
ledger::Submission foundLedger(const ledger::LedgerFound& found, const ledger::KeyPair& first, ledger::UtcMs signed_at,
                               ledger::Random& random);

}  // namespace tools
