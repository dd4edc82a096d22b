// ReleaseFolder — the files of releases on disk: drafts that go again, and what was published, frozen.
//
// Shape    DATA/releases/2026-10/ holds the tables and datapackage.json, none of which is ever written again;
//          DATA/releases/2026-10.draft/ the same of a draft, and its proposal.
// Errors   kConflict FILES_DIFFER where a frozen file is not what was published; those of files.
// Threads  one.
#pragma once

#include "tools/asar/bundle.h"
#include "tools/asar/release_draft.h"

namespace tools {

enum class FileState { kThere, kMissing, kDiffers };

std::filesystem::path releaseFolder(const Session& session, const projections::ReleasePeriod& period);
std::filesystem::path draftFolder(const Session& session, const projections::ReleasePeriod& period);

// The tables and what describes them.
std::vector<projections::ReleaseFile> allFiles(const ReleaseDraft& draft);
FileState stateOf(const std::filesystem::path& folder, const projections::ReleaseFile& file);

// In place of an earlier draft.
ledger::Result<void> writeDraft(const Session& session, const ReleaseDraft& draft, const std::string& proposal);
// Writes those that are missing, for reading alone; the draft goes. Nothing that is there is written over.
ledger::Result<void> freezeFiles(const Session& session, const ReleaseDraft& draft);

}  // namespace tools
