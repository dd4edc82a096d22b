// asar status: what this ledger is and how it stands, without changing anything.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/heads.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

// Asks the system about the lock that a writer holds on the log; takes nothing, and needs no right to write. Nothing
// where the answer cannot be had.
std::optional<bool> hasWriter(const std::filesystem::path& folder) {
  const int file = ::open((folder / "log" / "LOCK").c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return errno == ENOENT ? std::optional(false) : std::nullopt;
  struct flock asked {};
  asked.l_type = F_WRLCK;
  asked.l_whence = SEEK_SET;
  const bool answered = ::fcntl(file, F_GETLK, &asked) == 0;
  ::close(file);
  return answered ? std::optional(asked.l_type != F_UNLCK) : std::nullopt;
}

std::string writerText(const Session& session, const std::optional<bool>& writer) {
  if (!writer) return std::string(say(session.language, "status.writer.unknown"));
  return *writer ? std::string(say(session.language, "status.writer")) : label(session, "none");
}

std::string newestText(const Session& session, const std::optional<Published>& published,
                       const ledger::SealedHead& sealed) {
  if (!published) return label(session, "none");
  const auto& checkpoint = published->checkpoint;
  const std::string size = groupedNumber(checkpoint.size);
  if (checkpoint.root == sealed.root) return say(session.language, "status.checkpoint.same", {size});
  return say(session.language, "status.checkpoint", {size, checkpoint.root.hex()});
}

Result<Answer> status(Session& session, const Arguments& arguments) {
  const auto writer = hasWriter(session.folder);
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = readPublished(session, reading->founding);
  if (!published) return published.error();
  const auto witnesses = *published ? cosignersIn(session, arguments, (*published)->note) : Result<std::uint64_t>(0);
  if (!witnesses) return witnesses.error();
  // Where an entry cannot be read, all else is told the same.
  const auto heads = headsStanding(session, arguments, *reading);
  const auto sealed = reading->log->sealedHead();
  const auto& found = reading->founding.found;
  const std::string vkey = ledger::vkeyText(reading->founding.log_key);
  JsonValue::List warnings;
  for (const auto& warning : reading->log->warnings()) warnings.emplace_back(warning);
  Answer answer;
  answer.json = JsonValue::Fields{{"folder", session.folder.string()},
                                  {"ledger", reading->founding.id.text()},
                                  {"origin", found.origin},
                                  {"vkey", vkey},
                                  {"size", sealed.head.size},
                                  {"root", sealed.root.hex()},
                                  {"witnesses", *witnesses},
                                  {"heads", heads ? headsJson(*heads) : JsonValue()},
                                  {"writer", writer ? JsonValue(*writer) : JsonValue()},
                                  {"demo", found.demo},
                                  {"warnings", std::move(warnings)}};
  const auto text = [&](std::string_view key) { return std::string(say(session.language, key)); };
  answer.text = alignedLines({{label(session, "ledger"), reading->founding.id.text()},
                              {label(session, "vkey"), vkey},
                              {label(session, "size"), groupedNumber(sealed.head.size)},
                              {label(session, "root"), sealed.root.hex()},
                              {label(session, "checkpoint"), newestText(session, *published, sealed)},
                              {label(session, "witnesses"),
                               *witnesses == 0 ? text("status.witnesses")
                                               : say(session.language, "witnesses.count", {groupedNumber(*witnesses)})},
                              {label(session, "heads"), heads ? headsText(session, *heads) : heads.error().message},
                              {label(session, "writer"), writerText(session, writer)},
                              {label(session, "demo"), text(found.demo ? "status.demo" : "word.no")}});
  for (const auto& warning : reading->log->warnings()) answer.text += "! " + warning + "\n";
  if (heads && heads->areDue()) answer.text += "! " + dueHeadsText(session, *heads) + "\n";
  if (*published) answer.checkpoint = checkpointJson((*published)->checkpoint);
  return answer;
}

}  // namespace

CommandTable statusCommands() {
  return {{"status", "", {}, {}, status}};
}

}  // namespace tools
