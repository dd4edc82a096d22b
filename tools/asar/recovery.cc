// asar recovery declare: this ledger goes on after one that lost entries; says which, by two checkpoints of that one.
#include "ledger/base/file_io.h"
#include "ledger/base/limits.h"
#include "ledger/seal/checkpoint.h"
#include "tools/asar/audit_record.h"
#include "tools/asar/commands.h"

namespace tools {
namespace {

using ledger::Checkpoint;
using ledger::JsonValue;
using ledger::Result;

Result<Checkpoint> checkpointIn(const std::string& file, const ledger::VerifierKey& log) {
  const auto note = ledger::readWholeFile(file, ledger::limits::kNoteBytesMax);
  if (!note) return note.error();
  auto checkpoint = ledger::openCheckpoint(ledger::asText(*note), log);
  if (checkpoint) return checkpoint;
  return ledger::Error{checkpoint.error().code, checkpoint.error().reason, file + ": " + checkpoint.error().message};
}

JsonValue headOf(const Checkpoint& checkpoint) {
  return JsonValue::Fields{{"size", checkpoint.size}, {"root", checkpoint.root.hex()}};
}

// What is declared was signed by the lost log itself: nobody has to believe the two who declare it.
Result<Answer> declare(Session& session, const Arguments& arguments) {
  const auto log = ledger::parseVkey(arguments.get("vkey"));
  if (!log) return log.error();
  const auto shared = checkpointIn(arguments.get("common"), *log);
  if (!shared) return shared.error();
  const auto newest = checkpointIn(arguments.get("newest"), *log);
  if (!newest) return newest.error();
  return recordWish(session, arguments,
                    {"recoveryDeclare",
                     {{"ledger", arguments.get("lost-ledger")},
                      {"origin", newest->origin},
                      {"logKey", ledger::toBase64(log->key)},
                      {"common", headOf(*shared)},
                      {"newest", headOf(*newest)}},
                     "document"});
}

}  // namespace

CommandTable recoveryCommands() {
  return {
      {"recovery",
       "declare",
       {{"lost-ledger"}},
       withSigner(
           {{"vkey", "VKEY", true}, {"common", "FILE", true}, {"newest", "FILE", true}, {"document", "FILE", true}}),
       declare}};
}

}  // namespace tools
