// LogKeys — which keys sign this log's checkpoints: the founding's, and those that took its place.
//
// Shape    a change is an entry of the log, signed by both keys. Where it stands is kept in keys/log.changes, an index
// a
//          line, so that no command has to read the whole log for it; each is read and judged again, and without that
//          file the log is read through where the key on disk, or the published note, shows that there was a change.
//          The key in use is keys/log.key; one before it is keys/log-ID.key as long as it signs beside it.
// Errors   those of the log and of the codec; kRefused KEY_REJECTED where keys/log.key is not the log's.
// Threads  one.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "tools/asar/home.h"

namespace tools {

std::filesystem::path nextLogKeyFile(const Session& session);
std::filesystem::path earlierLogKeyFile(const Session& session, const ledger::VerifierKey& key);

// Fills in the keys after the founding's. `all`: the log is read through in any case.
ledger::Result<void> followLogKeys(const Session& session, ledger::EventReader& reader, bool all, Founding& founding);
// Writes down where the changes stand.
ledger::Result<void> keepLogChanges(const Session& session, const Founding& founding);

// A checkpoint that the log's key at its size has signed.
ledger::Result<ledger::Checkpoint> openByLog(std::string_view note, const Founding& founding);
// The note with the signatures of the earlier keys after its own.
ledger::Result<std::string> withEarlierKeys(std::string note, const LogSigners& signers, const Founding& founding);
// The oldest key that still signs: what others pinned or hold may bear that one alone.
ledger::VerifierKey oldestSigning(const Session& session, const Founding& founding);

}  // namespace tools
