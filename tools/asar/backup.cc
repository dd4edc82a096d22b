// asar backup create|restore: a copy of the log that is checked before it is called one.
#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "tools/asar/bundle.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

// The last checkpoint signed, where there is one. It is read before the log is copied: one that is signed in between
// is of a size the copy may not have. Keys are never copied: their owners keep them.
Result<std::optional<ledger::Bytes>> readSigned(const std::filesystem::path& file) {
  auto bytes = ledger::readWholeFile(file, ledger::limits::kNoteBytesMax);
  if (!bytes && bytes.error().code == ErrorCode::kNotFound) return std::optional<ledger::Bytes>();
  if (!bytes) return bytes.error();
  return std::optional<ledger::Bytes>(std::move(*bytes));
}

Result<void> writeSigned(const std::filesystem::path& file, const std::optional<ledger::Bytes>& bytes) {
  if (!bytes) return {};
  ASAR_TRY(ledger::makeFolders(file.parent_path()));
  return ledger::writeFileAtomically(file, *bytes);
}

Answer describe(const std::string& text, const ledger::SealedHead& head, const std::string& folder) {
  return {JsonValue::Fields{{"folder", folder}, {"size", head.head.size}, {"root", head.root.hex()}}, text, {}, kOk};
}

Result<ledger::SealedHead> verified(const std::filesystem::path& folder, const ledger::SealedHead& expected) {
  const auto head = ledger::verifyCopy(folder);
  if (!head) return head.error();
  if (head->head.size != expected.head.size || head->root != expected.root) {
    return Error{ErrorCode::kCorrupt, "COPY_DIFFERS",
                 folder.string() + " has size " + std::to_string(head->head.size) + " and root " + head->root.hex() +
                     ", the source had size " + std::to_string(expected.head.size) + " and root " +
                     expected.root.hex()};
  }
  return *head;
}

Result<Answer> create(Session& session, const Arguments& arguments) {
  const std::filesystem::path folder = arguments.get("folder");
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  ASAR_TRY(requireEmptyFolder(folder));
  const auto last_signed = readSigned(signedFile(session));
  if (!last_signed) return last_signed.error();
  const auto copied = reading->log->backup(folder);
  if (!copied) return copied.error();
  const auto head = verified(folder, *copied);
  if (!head) return head.error();
  ASAR_TRY(writeSigned(folder / "signed", *last_signed));
  return describe(
      say(session.language, "backup.done", {folder.string(), groupedNumber(head->head.size), head->root.hex()}), *head,
      folder.string());
}

Result<Answer> restore(Session& session, const Arguments& arguments) {
  const std::filesystem::path folder = arguments.get("folder");
  ASAR_TRY(requireEmptyFolder(session.folder));
  const auto source = ledger::verifyCopy(folder);
  if (!source) return source.error();
  const auto last_signed = readSigned(folder / "signed");
  if (!last_signed) return last_signed.error();
  {
    const auto log = ledger::RocksdbLog::open(folder, {.mode = ledger::LogMode::kReadOnly});
    if (!log) return log.error();
    const auto copied = (*log)->backup(session.folder);
    if (!copied) return copied.error();
  }
  const auto head = verified(session.folder, *source);
  if (!head) return head.error();
  ASAR_TRY(writeSigned(signedFile(session), *last_signed));
  return describe(say(session.language, "restore.done",
                      {session.folder.string(), groupedNumber(head->head.size), head->root.hex()}),
                  *head, session.folder.string());
}

}  // namespace

CommandTable backupCommands() {
  return {{"backup", "create", {{"folder"}}, {}, create}, {"backup", "restore", {{"folder"}}, {}, restore}};
}

}  // namespace tools
