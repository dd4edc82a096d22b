// The passphrase of a key file: the first line of --passphrase-file, else ASAR_PASSPHRASE, else none.
#pragma once

#include "audit/witness/commands.h"
#include "audit/witness/state_folder.h"

namespace audit::witness {

Or<std::string> passphraseOf(const Words& words);

}  // namespace audit::witness
