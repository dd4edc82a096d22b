// Bundles made for tests: entries in, tiles, checkpoint, figures, manifest and ZIP out.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "audit/verify/verify.h"
#include "ledger/seal/ed25519.h"

namespace audit::tests {

using Members = std::map<std::string, Buffer>;

inline constexpr const char* kOrigin = "log.example/audit-test";

// The checkpoint and tiles of a log of these entries, sealed by `key`.
Members sealedLog(const std::vector<Buffer>& entries, const ledger::KeyPair& key);
// The same with README, figures.json and manifest; the figures are those the audit counts.
Members bundleOf(const std::vector<Buffer>& entries, const ledger::KeyPair& key);
// Makes the manifest fit the other members.
void refreshManifest(Members& members);
Buffer zipOf(const Members& members);

// Members as an export holds them.
std::unique_ptr<Archive> archiveOf(Members members);
// The audit of a ZIP in memory, and of members as they are.
void verifyZip(Buffer zip, const Request& request, Audit& audit);
void verifyMembers(const Members& members, const Request& request, Audit& audit);

VerifierKey verifierKeyOf(const ledger::KeyPair& key);
Buffer checkpointOf(const std::vector<Buffer>& entries, const ledger::KeyPair& key);

}  // namespace audit::tests
