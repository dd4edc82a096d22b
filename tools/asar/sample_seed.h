// SampleSeed — where the seed of an audit's sample comes from: the first published checkpoint that holds the entry
// which opened the audit, so that nobody who had a part in it could choose it.
//
// Shape    published notes are kept in tiles/checkpoints/ under their sizes (ledger/publisher.h). Where the ledger has
//          witnesses, only a note that their quorum has cosigned counts.
// Errors   kRefused SAMPLE_UNSEALED: none is published yet; kCorrupt CHECKPOINT_DAMAGED: one that is not signed by the
//          log, for to pass over it would be to choose; those of the policy (witnesses.h) and of the disk.
// Threads  one.
// Source   ledger/schema/README.md section 6, "Draws".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/asar/draw_log.h"
#include "tools/asar/home.h"

namespace tools {

struct SeedCheckpoint {
  ledger::Checkpoint checkpoint;
  std::optional<std::vector<std::string>> cosigners;  // nothing: the ledger has no witnesses
};

ledger::Result<SeedCheckpoint> seedCheckpoint(const Session& session, const Arguments& arguments,
                                              const Founding& founding, ledger::Position opened);

struct SeedOrigin {
  SampleSeed seed;
  std::optional<SeedCheckpoint> published;  // that of its size, where its note is kept here and has its root
  std::optional<ledger::Position> earlier;  // size of a published one before it that ought to have been taken
};
// Of the recorded draw; requires that it is.
ledger::Result<SeedOrigin> seedOrigin(const Session& session, const Arguments& arguments, const Founding& founding,
                                      const SampleLog& log);
SeedOrigin originOf(const SeedCheckpoint& first);

// "seed", and "seedSize" with "seedCosigners" or, by rules before version 3, "seedEntry".
void addSeed(const SeedOrigin& origin, ledger::JsonValue& json);
// Who cosigned it, that nobody does here, or that its note is not here; and that another ought to have been taken.
std::vector<std::string> seedRemarks(const Session& session, const SeedOrigin& origin);

}  // namespace tools
