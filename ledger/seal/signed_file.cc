#include "ledger/seal/signed_file.h"

#include "ledger/base/file_io.h"

namespace ledger {
namespace {

constexpr std::size_t kFileBytesMax = 4096;

Error rolledBack(const Checkpoint& last, const Checkpoint& next, const std::string& why) {
  return {ErrorCode::kCorrupt, "ROLLBACK_SUSPECTED",
          "size " + std::to_string(last.size) + " with root " + last.root.hex() +
              " was signed before, now asked for size " + std::to_string(next.size) + " with root " + next.root.hex() +
              ": " + why + "; the log was shortened or changed, restore it"};
}

}  // namespace

Result<std::optional<Checkpoint>> SignedFile::last() const {
  const auto bytes = readWholeFile(path_, kFileBytesMax);
  if (!bytes) {
    // Only a file that is certainly absent means that nothing was signed.
    if (bytes.error().code == ErrorCode::kNotFound) return std::optional<Checkpoint>{};
    return bytes.error();
  }
  auto checkpoint = parseCheckpointText(asText(*bytes));
  if (!checkpoint) {
    return Error{ErrorCode::kCorrupt, "SIGNED_FILE_DAMAGED",
                 path_.string() + ": " + checkpoint.error().message +
                     "; put there the first three lines of the newest published checkpoint"};
  }
  return std::optional<Checkpoint>(std::move(*checkpoint));
}

Result<void> SignedFile::advance(const Checkpoint& next, const std::function<Result<Digest>(Position)>& root_at) {
  const auto before = last();
  if (!before) return before.error();
  if (*before) {
    const Checkpoint& signed_before = **before;
    if (signed_before.origin != next.origin)
      return rolledBack(signed_before, next, "the origin was " + signed_before.origin);
    if (next.size < signed_before.size) return rolledBack(signed_before, next, "it is shorter");
    const auto root = next.size == signed_before.size ? Result<Digest>(next.root) : root_at(signed_before.size);
    if (!root) return root.error();
    if (*root != signed_before.root) return rolledBack(signed_before, next, "its past is another one");
    if (next.size == signed_before.size) return {};
  }
  return writeFileAtomically(path_, asBytes(checkpointText(next)));
}

Result<std::string> LogSigner::sign(Position size, const Digest& root,
                                    const std::function<Result<Digest>(Position)>& root_at) {
  const Checkpoint checkpoint{origin_, size, root};
  ASAR_TRY(signed_.advance(checkpoint, root_at));
  SignedNote note{checkpointText(checkpoint), {}};
  note.signatures.push_back(signNote(note.text, origin_, key_));
  return noteText(note);
}

}  // namespace ledger
