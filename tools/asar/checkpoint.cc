// asar checkpoint create|show, asar export tiles, asar audit bundle: what others can check.
#include "ledger/base/file_io.h"
#include "tools/asar/bundle.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"
#include "tools/asar/witnesses.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

Answer describe(const Published& published, std::uint64_t witnesses = 0) {
  JsonValue json = checkpointJson(published.checkpoint);
  const JsonValue checkpoint = json;
  json.set("note", published.note);
  json.set("witnesses", witnesses);
  return {std::move(json), published.note, checkpoint, kOk};
}

Result<Answer> create(Session& session, const Arguments& arguments) {
  const auto witnesses = Witnesses::of(session, arguments);
  if (!witnesses) return witnesses.error();
  if (*witnesses) {
    const auto witnessed = createWitnessed(session, arguments, **witnesses);
    if (!witnessed) return witnessed.error();
    Answer answer = describe(witnessed->published);
    describeWitnesses(session, **witnesses, *witnessed, answer);
    return answer;
  }
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto published = publishCheckpoint(session, arguments, *writing);
  if (!published) return published.error();
  return describe(*published);
}

Result<Answer> show(Session& session, const Arguments& arguments) {
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  const auto witnesses = cosignersIn(session, arguments, published->note);
  if (!witnesses) return witnesses.error();
  return describe(*published, *witnesses);
}

Result<Answer> exportTiles(Session& session, const Arguments& arguments) {
  const std::filesystem::path folder = arguments.get("folder");
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  ASAR_TRY(requireEmptyFolder(folder));
  ASAR_TRY(ledger::Publisher(folder).publish(*reading->reader, published->checkpoint, published->note));
  Answer answer = describe(*published);
  answer.json.set("folder", folder.string());
  answer.text = say(session.language, "export.done",
                    {groupedNumber(published->checkpoint.size), folder.string(), published->checkpoint.root.hex()});
  return answer;
}

Result<Answer> bundle(Session& session, const Arguments& arguments) {
  const std::filesystem::path file = arguments.get("file");
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  // Beside the bundle, not in a folder for everybody: a run that is cut off leaves the entries there.
  const std::string begun = file.string() + ".begun-" + session.random.id<ledger::SubjectId>().text();
  const auto members = bundleMembers(session, *reading, *published, begun);
  if (!members) return members.error();
  if (arguments.has("directory")) {
    ASAR_TRY(requireEmptyFolder(file));
    ASAR_TRY(writeMembers(file, *members));
  } else {
    const auto zip = zipOf(*members);
    if (!zip) return zip.error();
    ASAR_TRY(ledger::writeFileAtomically(file, *zip));
  }
  const auto witnesses = cosignersIn(session, arguments, published->note);
  if (!witnesses) return witnesses.error();
  const std::string vkey = ledger::vkeyText(reading->founding.log_key);
  Answer answer;
  answer.json = JsonValue::Fields{{"file", file.string()},
                                  {"members", std::uint64_t{members->size()}},
                                  {"ledger", reading->founding.id.text()},
                                  {"vkey", vkey},
                                  {"witnesses", *witnesses},
                                  {"demo", reading->founding.found.demo}};
  answer.text = say(session.language, "bundle.done",
                    {file.string(), groupedNumber(published->checkpoint.size), vkey, reading->founding.id.text()});
  answer.checkpoint = checkpointJson(published->checkpoint);
  return answer;
}

}  // namespace

CommandTable checkpointCommands() {
  return {{"checkpoint",
           "create",
           {},
           {{"passphrase-file", "FILE"}, {"witness-policy", "FILE"}, {"witness-ca", "FILE"}},
           create},
          {"checkpoint", "show", {}, {{"witness-policy", "FILE"}}, show},
          {"export", "tiles", {{"folder"}}, {}, exportTiles},
          {"audit", "bundle", {{"file"}}, {{"directory", ""}}, bundle}};
}

}  // namespace tools
