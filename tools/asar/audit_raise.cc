// asar audit raise: a finding as an event, typed or from the alarms of `asar-audit rules --json`.
#include <algorithm>

#include "ledger/event/json.h"
#include "tools/asar/alarms.h"
#include "tools/asar/audit_record.h"
#include "tools/asar/commands.h"
#include "tools/asar/evidence_store.h"
#include "tools/asar/print.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

constexpr std::size_t kEntriesShown = 8;

Error misuse(std::string message) {
  return {ErrorCode::kInvalid, "USAGE", std::move(message)};
}

JsonValue entriesJson(const std::vector<ledger::Position>& entries) {
  JsonValue::List list;
  for (const ledger::Position entry : entries) list.emplace_back(JsonValue::Fields{{"index", entry}});
  return list;
}

// Those of --entry, each once and in the order of the log.
Result<std::vector<ledger::Position>> entriesTyped(const Arguments& arguments) {
  std::vector<ledger::Position> entries;
  for (const std::string& text : arguments.all("entry")) {
    Arguments one;
    one.add("entry", text);
    const auto entry = one.number("entry", 0);
    if (!entry) return entry.error();
    entries.push_back(*entry);
  }
  std::ranges::sort(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

Result<Answer> raiseTyped(Session& session, const Arguments& arguments) {
  for (const char* needed : {"rule", "severity", "document"}) {
    if (!arguments.has(needed))
      return misuse(std::string("a finding needs --") + needed + ", or all of it --from-rules FILE");
  }
  for (const char* other : {"alarm", "dry-run"}) {
    if (arguments.has(other)) return misuse(std::string("--") + other + " goes with --from-rules FILE");
  }
  auto fields = typedFields(arguments, {"audit", "rule", "severity", "amount"});
  const auto version = arguments.number("rule-version", 0);
  if (!version) return version.error();
  const auto minutes = arguments.number("minutes-at-risk", 0);
  if (!minutes) return minutes.error();
  const auto entries = entriesTyped(arguments);
  if (!entries) return entries.error();
  if (*version != 0) fields.emplace_back("ruleVersion", *version);
  if (*minutes != 0) fields.emplace_back("minutesAtRisk", *minutes);
  if (!entries->empty()) fields.emplace_back("entries", entriesJson(*entries));
  return recordWish(session, arguments, {"findingRaise", std::move(fields), "document", "finding"});
}

// All alarms, or those of --rule, or that of --alarm; at least one where some were asked for.
Result<std::vector<Alarm>> chosenFrom(const AlarmFile& file, const Arguments& arguments) {
  const auto number = arguments.number("alarm", 0);
  if (!number) return number.error();
  const auto rule = arguments.find("rule");
  std::vector<Alarm> chosen;
  for (const Alarm& alarm : file.alarms) {
    if ((!rule || alarm.rule == *rule) && (!arguments.has("alarm") || alarm.number == *number)) chosen.push_back(alarm);
  }
  if (!chosen.empty() || (!rule && !arguments.has("alarm"))) return chosen;
  return Error{ErrorCode::kNotFound, "ALARM_UNKNOWN",
               "none of the " + std::to_string(file.alarms.size()) +
                   " alarms of the file is that one: leave out --rule and --alarm to see all with --dry-run"};
}

Result<void> checkOfThisLog(const AlarmFile& file, const Writing& writing) {
  if (file.origin != writing.founding.found.origin) {
    return Error{ErrorCode::kInvalid, "OTHER_LOG",
                 "the alarms are of the log " + file.origin + ", this one is " + writing.founding.found.origin};
  }
  if (file.size <= writing.reader->size()) return {};
  return Error{ErrorCode::kInvalid, "OTHER_LOG",
               "the alarms are of a log of " + std::to_string(file.size) + " entries, this one has " +
                   std::to_string(writing.reader->size())};
}

// The same alarm in the same submission gives the same id.
std::string idOfFinding(const ledger::SubmissionId& submission, const Alarm& alarm) {
  const ledger::Digest digest =
      ledger::sha256({ledger::asBytes("asar/alarm-id/v1"), submission.view(), alarm.hash.view()});
  ledger::SubjectId id;
  std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id.text();
}

// The command that raises it, in all but its name.
JsonValue findingJson(const Alarm& alarm, const std::string& finding) {
  JsonValue json = JsonValue::Fields{{"finding", finding}, {"rule", alarm.rule}, {"severity", alarm.severity}};
  if (alarm.amount.minor != 0) {
    json.set("amount",
             JsonValue::Fields{{"minor", alarm.amount.minor}, {"currency", std::string(alarm.amount.currency.code())}});
  }
  json.set("document", alarm.hash.hex());
  json.set("ruleVersion", alarm.version);
  if (alarm.minutes != 0) json.set("minutesAtRisk", alarm.minutes);
  json.set("entries", entriesJson(alarm.entries));
  return json;
}

std::string alarmLines(const Session& session, const Alarm& alarm) {
  std::string entries;
  for (std::size_t i = 0; i < std::min(alarm.entries.size(), kEntriesShown); ++i)
    entries += (i == 0 ? "" : ", ") + std::to_string(alarm.entries[i]);
  if (alarm.entries.size() > kEntriesShown) entries += " +" + std::to_string(alarm.entries.size() - kEntriesShown);
  std::string text = say(session.language, "audit.alarm",
                         {std::to_string(alarm.number), alarm.rule, std::to_string(alarm.version), alarm.severity,
                          entries.empty() ? "–" : entries}) +
                     "\n";
  const JsonValue* why = alarm.explanation.find(ledger::codeOf(session.language));
  if (why != nullptr && why->text() != nullptr) text += "  " + *why->text() + "\n";
  return text;
}

// What is raised of the alarms chosen, and what is said of it.
struct Raising {
  std::vector<Alarm> alarms;
  std::uint64_t raised_before = 0;
  std::uint64_t not_listed = 0;  // alarms that the file has no words for
  bool dry_run = false;
  std::vector<LineCommand> lines;  // one for each of the alarms
  JsonValue::List findings;
  std::string text;
};

// Alarms of the file with the same evidence are raised each, those with the very same words once.
Result<Raising> newOnes(ledger::EventReader& reader, std::vector<Alarm> chosen) {
  const auto known = raisedFindings(reader);
  if (!known) return known.error();
  Raising raising;
  std::set<ledger::Digest> documents;
  for (Alarm& alarm : chosen) {
    if (known->hold(alarm) || !documents.insert(alarm.hash).second) {
      ++raising.raised_before;
    } else {
      raising.alarms.push_back(std::move(alarm));
    }
  }
  return raising;
}

Result<void> prepare(Session& session, const Arguments& arguments, const Signing& signing, Raising& raising) {
  const auto at = occurredAt(arguments, signing.signed_at.value_or(session.clock.now()));
  if (!at) return at.error();
  for (const Alarm& alarm : raising.alarms) {
    JsonValue json = findingJson(alarm, idOfFinding(signing.first_id, alarm));
    JsonValue shown = json;
    shown.set("alarm", alarm.number);
    shown.set("explanation", alarm.explanation);
    raising.findings.push_back(std::move(shown));
    raising.text += alarmLines(session, alarm);
    json.set("command", "findingRaise");
    json.set("audit", arguments.get("audit"));
    json.set("occurredAt", *at);
    auto command = ledger::commandFromJson(json, session.random);
    if (!command) {
      return Error{command.error().code, command.error().reason,
                   "alarm " + std::to_string(alarm.number) + ": " + command.error().message};
    }
    raising.lines.push_back({alarm.number, *std::move(command), {}, false});
  }
  return {};
}

void tellRaising(const Session& session, const Raising& raising, Answer& answer) {
  answer.json.set("dryRun", raising.dry_run);
  answer.json.set("alreadyRaised", raising.raised_before);
  answer.json.set("findings", raising.findings);
  if (!answer.text.empty() && answer.text.back() != '\n') answer.text += "\n";
  answer.text += raising.text;
  answer.text += say(session.language, raising.dry_run ? "audit.alarms.would" : "audit.alarms.raised",
                     {groupedNumber(raising.alarms.size()), groupedNumber(raising.raised_before)}) +
                 "\n";
  if (raising.not_listed == 0) return;
  answer.json.set("notListed", raising.not_listed);
  answer.text += say(session.language, "audit.alarms.cut", {groupedNumber(raising.not_listed)}) + "\n";
}

Result<Answer> raiseAlarms(Session& session, const Arguments& arguments) {
  for (const char* own : {"severity", "amount", "document", "finding", "rule-version", "minutes-at-risk", "entry"}) {
    if (arguments.has(own)) return misuse(std::string("--") + own + " is what --from-rules gives: leave it out");
  }
  const auto file = readAlarms(arguments.get("from-rules"));
  if (!file) return file.error();
  auto chosen = chosenFrom(*file, arguments);
  if (!chosen) return chosen.error();
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  ASAR_TRY(checkOfThisLog(*file, *writing));
  auto raising = newOnes(*writing->reader, *std::move(chosen));
  if (!raising) return raising.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  ASAR_TRY(prepare(session, arguments, *signing, *raising));
  raising->dry_run = arguments.has("dry-run");
  raising->not_listed = file->total - std::min<std::uint64_t>(file->total, file->alarms.size());
  Answer answer;
  if (!raising->lines.empty()) {
    const EvidenceStore store(evidenceFolder(session));
    for (const Alarm& alarm : raising->alarms) {
      if (!raising->dry_run) ASAR_TRY(store.addText(alarm.document, session.random));
    }
    auto submitted = submitLines(session, arguments, *writing, *signing, std::move(raising->lines));
    if (!submitted) return submitted.error();
    answer = *std::move(submitted);
  }
  tellRaising(session, *raising, answer);
  return answer;
}

Result<Answer> raise(Session& session, const Arguments& arguments) {
  return arguments.has("from-rules") ? raiseAlarms(session, arguments) : raiseTyped(session, arguments);
}

}  // namespace

CommandTable auditRaiseCommands() {
  return {{"audit",
           "raise",
           {{"audit"}},
           withSigner({{"document", "FILE"},
                       {"rule", "CODE"},
                       {"severity", "low|medium|high|critical"},
                       {"amount", "AMOUNT"},
                       {"rule-version", "N"},
                       {"minutes-at-risk", "N"},
                       {"entry", "INDEX", false, true},
                       {"finding", "ID"},
                       {"from-rules", "FILE"},
                       {"alarm", "N"},
                       {"dry-run", ""}}),
           raise}};
}

}  // namespace tools
