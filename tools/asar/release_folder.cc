#include "tools/asar/release_folder.h"

#include "ledger/base/file_io.h"

namespace tools {
namespace {

using ledger::Result;
using projections::ReleaseFile;
using projections::ReleasePeriod;

Result<void> removeFolder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::remove_all(folder, failed);
  if (!failed) return {};
  return ledger::Error{ledger::ErrorCode::kUnavailable, "FILE_UNWRITTEN", folder.string() + ": " + failed.message()};
}

}  // namespace

std::filesystem::path releaseFolder(const Session& session, const ReleasePeriod& period) {
  return releasesFolder(session) / period.name();
}

std::filesystem::path draftFolder(const Session& session, const ReleasePeriod& period) {
  return releasesFolder(session) / (period.name() + ".draft");
}

std::vector<ReleaseFile> allFiles(const ReleaseDraft& draft) {
  std::vector<ReleaseFile> files = draft.files;
  files.push_back(draft.package);
  return files;
}

FileState stateOf(const std::filesystem::path& folder, const ReleaseFile& file) {
  const auto bytes = ledger::readWholeFile(folder / file.name, file.bytes.size() + 1);
  if (bytes) return ledger::asText(*bytes) == file.bytes ? FileState::kThere : FileState::kDiffers;
  return bytes.error().code == ledger::ErrorCode::kNotFound ? FileState::kMissing : FileState::kDiffers;
}

Result<void> writeDraft(const Session& session, const ReleaseDraft& draft, const std::string& proposal) {
  const auto folder = draftFolder(session, draft.asked.period);
  ASAR_TRY(removeFolder(folder));
  ASAR_TRY(ledger::makeFolders(folder));
  for (const ReleaseFile& file : allFiles(draft))
    ASAR_TRY(ledger::writeFileAtomically(folder / file.name, ledger::asBytes(file.bytes)));
  return ledger::writeFileAtomically(folder / "proposal.jsonl", ledger::asBytes(proposal + "\n"));
}

Result<void> freezeFiles(const Session& session, const ReleaseDraft& draft) {
  using std::filesystem::perms;
  const auto folder = releaseFolder(session, draft.asked.period);
  ASAR_TRY(ledger::makeFolders(folder));
  for (const ReleaseFile& file : allFiles(draft)) {
    const FileState state = stateOf(folder, file);
    if (state == FileState::kDiffers) {
      return ledger::Error{ledger::ErrorCode::kConflict, "FILES_DIFFER",
                           (folder / file.name).string() + " is not what was published: move it away and run again"};
    }
    if (state == FileState::kThere) continue;
    ASAR_TRY(ledger::writeFileAtomically(folder / file.name, ledger::asBytes(file.bytes)));
    std::error_code ignored;  // nobody writes it by chance; the hash is in the log
    std::filesystem::permissions(folder / file.name, perms::owner_read | perms::group_read | perms::others_read,
                                 ignored);
  }
  return removeFolder(draftFolder(session, draft.asked.period));
}

}  // namespace tools
