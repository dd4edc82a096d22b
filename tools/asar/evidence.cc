// asar evidence add|check|open: the documents whose hashes the log holds, kept beside it.
#include <algorithm>
#include <ostream>

#include "tools/asar/commands.h"
#include "tools/asar/evidence_judge.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

EvidenceStore storeOf(const Session& session) {
  return EvidenceStore(evidenceFolder(session));
}

JsonValue jsonOf(const Evidence& evidence) {
  return JsonValue::Fields{
      {"hash", evidence.hash.hex()}, {"bytes", evidence.bytes}, {"type", std::string(evidence.type)}};
}

Result<Answer> add(Session& session, const Arguments& arguments) {
  ASAR_TRY(requireLog(session));
  const auto added = storeOf(session).add(arguments.get("file"), session.random);
  if (!added) return added.error();
  Answer answer;
  answer.json = jsonOf(added->evidence);
  answer.json.set("known", added->known);
  answer.text = added->evidence.hash.hex();  // alone, so that a shell can put it into a command
  if (!session.quiet && !session.json) {
    session.err << say(session.language, added->known ? "evidence.known" : "evidence.added",
                       {groupedNumber(added->evidence.bytes), std::string(added->evidence.type)})
                << "\n";
  }
  return answer;
}

// What lies there and no entry names: kept before its command is submitted, or for one that was refused.
JsonValue::List unreferencedIn(const EvidenceListed& listed, const std::vector<EvidenceNamed>& named) {
  std::vector<ledger::Digest> hashes;
  hashes.reserve(named.size());
  for (const EvidenceNamed& one : named) hashes.push_back(one.hash);
  std::ranges::sort(hashes);
  JsonValue::List out;
  for (const ledger::Digest& hash : listed.hashes)
    if (!std::ranges::binary_search(hashes, hash)) out.emplace_back(hash.hex());
  return out;
}

JsonValue::List textsOf(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

Result<Answer> check(Session& session, const Arguments&) {
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto size = reading->reader->size();
  const auto named = evidenceNamed(*reading->reader, size);
  if (!named) return named.error();
  const EvidenceStore store = storeOf(session);
  const auto listed = store.list();
  if (!listed) return listed.error();
  auto judged = judgeEvidence(session, *named, [&](const ledger::Digest& hash) { return store.look(hash); });
  const EvidenceCounts& counts = judged.counts;
  Answer answer;
  answer.text = std::move(judged.text);
  JsonValue::List unreferenced = unreferencedIn(*listed, *named);
  for (const JsonValue& hash : unreferenced)
    answer.text += say(session.language, "evidence.unreferenced", {*hash.text()}) + "\n";
  for (const std::string& stray : listed->strays)
    answer.text += say(session.language, "evidence.stray", {stray}) + "\n";
  answer.text += say(session.language, "evidence.checked",
                     {std::to_string(named->size()), groupedNumber(size), std::to_string(counts.present),
                      groupedNumber(counts.bytes), std::to_string(counts.missing), std::to_string(counts.altered),
                      std::to_string(counts.unreadable), std::to_string(unreferenced.size())});
  if (counts.rows > 0) answer.text += "\n" + say(session.language, "evidence.rows", {std::to_string(counts.rows)});
  answer.exit_code = judged.findings.empty() ? kOk : kFindings;
  answer.json = JsonValue::Fields{{"size", size},
                                  {"named", std::uint64_t{named->size()}},
                                  {"present", counts.present},
                                  {"bytes", counts.bytes},
                                  {"missing", counts.missing},
                                  {"altered", counts.altered},
                                  {"unreadable", counts.unreadable},
                                  {"importedRows", counts.rows},
                                  {"findings", std::move(judged.findings)},
                                  {"unreferenced", std::move(unreferenced)},
                                  {"strays", textsOf(listed->strays)}};
  return answer;
}

Result<Answer> open(Session& session, const Arguments& arguments) {
  ASAR_TRY(requireLog(session));
  const auto bytes = ledger::fromHex(arguments.get("hash"));
  if (!bytes || bytes->size() != sizeof(ledger::Digest)) {
    return Error{ErrorCode::kInvalid, "USAGE",
                 "a document is named by its hash: 64 hex digits, as `asar evidence add` or the command has them"};
  }
  const std::string out = arguments.get("out");
  const auto copied = storeOf(session).copyTo(ledger::Digest::from(*bytes), out, session.random);
  if (!copied) return copied.error();
  Answer answer;
  answer.json = jsonOf(*copied);
  answer.json.set("file", out);
  answer.text =
      say(session.language, "evidence.opened", {out, groupedNumber(copied->bytes), std::string(copied->type)});
  return answer;
}

}  // namespace

CommandTable evidenceCommands() {
  return {{"evidence", "add", {{"file"}}, {}, add},
          {"evidence", "check", {}, {}, check},
          {"evidence", "open", {{"hash"}}, {{"out", "FILE", true}}, open}};
}

}  // namespace tools
