// asar checkpoint create|show, asar export tiles, asar audit bundle: what others can check.
#include "ledger/base/file_io.h"
#include "tools/asar/bundle.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/heads.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"
#include "tools/asar/stream_bundle.h"
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

Result<Answer> signNow(Session& session, const Arguments& arguments) {
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

Result<HeadsStanding> standingNow(Session& session, const Arguments& arguments) {
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  return headsStanding(session, arguments, *reading);
}

// The first checkpoint of a day covers the heads of that day, where the operator's key is given; else it is signed all
// the same, and says that they are due.
Result<Answer> create(Session& session, const Arguments& arguments) {
  if (arguments.has("key")) ASAR_TRY(recordDueHeads(session, arguments));
  auto answer = signNow(session, arguments);
  if (!answer) return answer;
  // It is signed and published: whatever comes now is told beside it.
  const auto heads = standingNow(session, arguments);
  answer->json.set("heads", heads ? headsJson(*heads) : JsonValue());
  if (!heads) {
    if (!session.quiet) session.err << heads.error().message << "\n";
    return answer;
  }
  // The note alone goes to standard output, as it always does.
  if (heads->areDue() && !session.json && !session.quiet) session.err << dueHeadsText(session, *heads) << "\n";
  return answer;
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

Result<void> writeBundle(const Arguments& arguments, const std::vector<Member>& members) {
  const std::filesystem::path file = arguments.get("file");
  if (arguments.has("directory")) {
    ASAR_TRY(requireEmptyFolder(file));
    return writeMembers(file, members);
  }
  const auto zip = zipOf(members);
  return zip ? ledger::writeFileAtomically(file, *zip) : zip.error();
}

Result<Answer> describeBundle(const Session& session, const Arguments& arguments, const Reading& reading,
                              const Published& published) {
  const auto witnesses = cosignersIn(session, arguments, published.note);
  if (!witnesses) return witnesses.error();
  Answer answer;
  answer.json = JsonValue::Fields{{"file", arguments.get("file")},
                                  {"ledger", reading.founding.id.text()},
                                  {"vkey", ledger::vkeyText(reading.founding.log_key)},
                                  {"witnesses", *witnesses},
                                  {"demo", reading.founding.found.demo}};
  answer.checkpoint = checkpointJson(published.checkpoint);
  return answer;
}

// With the operator's key the heads are recorded now, unless they are of the last day and nothing came after them.
Result<void> bindHeads(Session& session, const Arguments& arguments) {
  {
    const auto reading = openForReading(session);
    if (!reading) return reading.error();
    const auto published = readPublished(session, reading->founding);
    if (!published) return published.error();
    const auto standing = headsStanding(session, arguments, *reading);
    if (!standing) return standing.error();
    const bool sealed = *published && (*published)->checkpoint.size == reading->reader->size();
    if (sealed && !standing->areOld()) return {};
  }
  Arguments signing;  // --person is here the one whose entries are asked for
  for (const char* const option : {"key", "passphrase-file", "signed-at"}) {
    if (const auto value = arguments.find(option)) signing.add(option, *value);
  }
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto receipt = recordHeads(session, signing, *writing);
  if (!receipt) return receipt.error();
  const auto published = publishCheckpoint(session, signing, *writing);
  return published ? Result<void>{} : published.error();
}

Result<Answer> bundleOfStream(Session& session, const Arguments& arguments, const AskedStream& asked) {
  if (arguments.has("key")) ASAR_TRY(bindHeads(session, arguments));
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  const auto made = streamMembers(session, *reading, *published, asked);
  if (!made) return made.error();
  ASAR_TRY(writeBundle(arguments, made->members));
  auto answer = describeBundle(session, arguments, *reading, *published);
  if (!answer) return answer;
  const ledger::Position heads = published->checkpoint.size - 1;
  answer->json.set("entries", made->entries);
  answer->json.set("heads", heads);
  answer->text = say(session.language, "bundle.stream.done",
                     {arguments.get("file"), groupedNumber(made->entries), groupedNumber(heads),
                      ledger::vkeyText(reading->founding.log_key)});
  return answer;
}

Result<Answer> bundle(Session& session, const Arguments& arguments) {
  const auto asked = askedStream(arguments);
  if (!asked) return asked.error();
  if (*asked) return bundleOfStream(session, arguments, **asked);
  if (arguments.has("key") || arguments.has("without-minutes")) {
    return ledger::Error{
        ledger::ErrorCode::kInvalid, "USAGE",
        "--key and --without-minutes go with one stream: --grant, --person, --organisation or --region"};
  }
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto published = requirePublished(session, reading->founding);
  if (!published) return published.error();
  // Beside the bundle, not in a folder for everybody: a run that is cut off leaves the entries there.
  const std::string begun = arguments.get("file") + ".begun-" + session.random.id<ledger::SubjectId>().text();
  const auto members = bundleMembers(session, *reading, *published, begun);
  if (!members) return members.error();
  ASAR_TRY(writeBundle(arguments, *members));
  auto answer = describeBundle(session, arguments, *reading, *published);
  if (!answer) return answer;
  answer->json.set("members", std::uint64_t{members->size()});
  answer->text = say(session.language, "bundle.done",
                     {arguments.get("file"), groupedNumber(published->checkpoint.size),
                      ledger::vkeyText(reading->founding.log_key), reading->founding.id.text()});
  return answer;
}

}  // namespace

CommandTable checkpointCommands() {
  return {{"checkpoint",
           "create",
           {},
           {{"key", "FILE"},
            {"person", "ID"},
            {"signed-at", "TIME"},
            {"passphrase-file", "FILE"},
            {"witness-policy", "FILE"},
            {"witness-ca", "FILE"}},
           create},
          {"checkpoint", "show", {}, {{"witness-policy", "FILE"}}, show},
          {"export", "tiles", {{"folder"}}, {}, exportTiles},
          {"audit",
           "bundle",
           {{"file"}},
           {{"directory", ""},
            {"grant", "ID"},
            {"person", "ID"},
            {"organisation", "ID"},
            {"region", "CODE"},
            {"without-minutes", ""},
            {"key", "FILE"},
            {"signed-at", "TIME"},
            {"passphrase-file", "FILE"}},
           bundle}};
}

}  // namespace tools
