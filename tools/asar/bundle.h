// Bundle — everything an auditor needs in one file whose every byte is accounted for.
//
// Shape    a ZIP of stored members in the order of their names: README, checkpoint, figures.json, manifest and the
//          tiles of the checkpoint's size. Header fields have one value each, so that the members give the file.
// Errors   kRefused BUNDLE_TOO_LARGE where a plain ZIP cannot hold it, or the auditor reads no member so long;
// kConflict FOLDER_NOT_EMPTY; those of the log. Threads  pure functions but for the files they read and write. Source
// ZIP: PKWARE APPNOTE 6.3, sections 4.3 and 4.4.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/asar/home.h"

namespace tools {

struct Member {
  std::string name;
  ledger::Bytes bytes;
};

// `scratch` is a new folder for the tiles meanwhile, gone afterwards.
ledger::Result<std::vector<Member>> bundleMembers(const Session& session, const Reading& reading,
                                                  const Published& published, const std::filesystem::path& scratch);
// Members sorted by name.
ledger::Result<ledger::Bytes> zipOf(const std::vector<Member>& members);
// "hex, two spaces, name" lines of all members but `manifest` itself.
std::string manifestOf(const std::vector<Member>& members);

// As long as the auditor reads a member of the archive of everything public: section 12 of ledger/schema/README.md.
inline constexpr std::size_t kReadableBytesMax = 256U << 20U;
ledger::Result<void> requireReadable(const std::vector<Member>& members, std::size_t most = kReadableBytesMax);

ledger::Result<void> requireEmptyFolder(const std::filesystem::path& folder);
ledger::Result<void> writeMembers(const std::filesystem::path& folder, const std::vector<Member>& members);

}  // namespace tools
