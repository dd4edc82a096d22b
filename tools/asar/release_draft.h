// ReleaseDraft — the tables of a release and their bytes, made from the read models, and a proposal that names them.
//
// Errors   kNotFound NO_PROPOSAL, NO_RELEASE; kConflict TABLES_DIFFER where the log gives other tables than a proposal
//          or a release says; those of the tables and of the log.
// Threads  one.
#pragma once

#include "projections/release/release_files.h"
#include "tools/asar/home.h"
#include "tools/asar/read_side.h"

namespace tools {

struct ReleaseDraft {
  projections::ReleaseAsked asked;
  ledger::Digest root;
  projections::ReleaseTables tables;
  std::vector<projections::ReleaseFile> files;  // the tables, by name
  projections::ReleaseFile package;             // what describes them
};

// As of the size and the bounds that are asked for; `root` is that of the log there.
ledger::Result<ReleaseDraft> makeDraft(const ReadSide& side, const projections::ReleaseAsked& asked,
                                       const ledger::Digest& root);
// At the newest checkpoint, by the bounds of that day.
ledger::Result<ReleaseDraft> draftNow(const ReadSide& side, const projections::ReleasePeriod& period,
                                      ledger::CivilDay today);
// What was released, made once more; its tables are those that the log names.
ledger::Result<ReleaseDraft> madeAgain(const ReadSide& side, const projections::ReleaseRow& release);
ledger::Result<void> compareTables(const ReleaseDraft& draft, const std::vector<ledger::ReleasedTable>& named);

// The fields of releasePublish but for its id and time.
ledger::JsonValue::Fields fieldsOf(const ReleaseDraft& draft);

struct ReleaseProposal {
  ledger::Digest leaf;
  ledger::Position index = 0;
  ledger::ReleasePublish command;
};
// The newest of those days that can still be endorsed.
ledger::Result<ReleaseProposal> findProposal(ledger::EventReader& reader, const projections::ReleasePeriod& period,
                                             ledger::UtcMs now);
// None where these days are not released.
ledger::Result<std::optional<projections::ReleaseRow>> findRelease(const ReadSide& side,
                                                                   const projections::ReleasePeriod& period);

}  // namespace tools
