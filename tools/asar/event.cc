// asar event show|list|explain: entries of the log, as they stand there.
#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "ledger/merkle/hashing.h"
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

constexpr std::size_t kReadBytes = 1 << 20;

Result<ledger::StoredEntry> entryAt(const Reading& reading, ledger::Position index) {
  const auto size = reading.reader->size();
  if (index >= size) {
    return Error{ErrorCode::kNotFound, "PAST_THE_END",
                 "there is no entry " + std::to_string(index) + ": the log holds 0 to " + std::to_string(size - 1)};
  }
  auto entries = reading.reader->read(index, 1);
  if (!entries) return entries.error();
  auto entry = std::move(entries->front());
  if (ledger::leafHash(entry.bytes) != entry.leaf_hash) {
    return Error{ErrorCode::kCorrupt, "LEAF_DIFFERS",
                 "entry " + std::to_string(index) + " is not the one that was recorded: its leaf hash differs"};
  }
  return entry;
}

Result<ledger::Position> indexOf(const Arguments& arguments) {
  return arguments.number("index", 0);
}

Result<JsonValue> shownEntry(const ledger::StoredEntry& entry) {
  auto json = ledger::entryJson(entry.bytes);
  if (json) json->set("leafHash", entry.leaf_hash.hex());
  return json;
}

Result<Answer> show(Session& session, const Arguments& arguments) {
  const auto index = indexOf(arguments);
  if (!index) return index.error();
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto entry = entryAt(*reading, *index);
  if (!entry) return entry.error();
  const auto json = shownEntry(*entry);
  if (!json) return json.error();
  return Answer{*json, json->pretty(), {}, kOk};
}

std::string summary(const JsonValue& json) {
  const auto text = [&](std::string_view name) {
    const auto* value = json.find(name);
    return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
  };
  std::string line = std::to_string(*json.find("index")->integer()) + "  " + text("recordedAt") + "  ";
  line += json.find("event") != nullptr ? text("event") : text("entry");
  if (text("effect") == "proposed") line += "  (proposed)";
  const auto* streams = json.find("streams");
  if (streams != nullptr && !streams->list()->empty()) line += "  " + *streams->list()->front().find("stream")->text();
  return line + "\n";
}

Result<Answer> list(Session& session, const Arguments& arguments) {
  const auto from = arguments.number("from", 0);
  if (!from) return from.error();
  const auto limit = arguments.number("limit", 50);
  if (!limit) return limit.error();
  const std::string only = arguments.get("event");
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto size = reading->reader->size();
  Answer answer;
  JsonValue::List shown;
  ledger::Position at = *from;
  while (at < size && shown.size() < *limit) {
    const auto entries = reading->reader->read(at, kReadBytes);
    if (!entries) return entries.error();
    for (const auto& entry : *entries) {
      ++at;
      const auto json = shownEntry(entry);
      if (!json) return json.error();
      const auto* event = json->find("event");
      if (!only.empty() && (event == nullptr || *event != JsonValue(only))) continue;
      answer.text += summary(*json);
      shown.push_back(*json);
      if (shown.size() == *limit) break;
    }
  }
  answer.json = JsonValue::Fields{{"size", size}, {"next", at}, {"entries", std::move(shown)}};
  if (at < size && answer.text.empty()) answer.text = "\n";
  return answer;
}

std::string explainSubmission(const ledger::SubmissionBody& body, const Founding& founding) {
  const auto header = ledger::decodeHeader(body.header);
  if (!header) return "a submission whose header this version cannot read\n";
  std::string out = "A submission of " + std::to_string(header->count) + " commands of class " +
                    std::string(nameOf(header->visibility)) + ", signed by person " + header->person.text() +
                    " with the key " + ledger::toBase64(header->key.bytes) + " at " +
                    ledger::Instant{header->signed_at, 0}.text() + " (assurance " +
                    std::string(nameOf(header->assurance)) + ").\n";
  out += header->seen.size == 0 ? "The signer had verified no checkpoint yet.\n"
                                : "The signer had verified the checkpoint of size " +
                                      std::to_string(header->seen.size) + ", root " + header->seen.root.hex() + ".\n";
  return out + "Ledger " + founding.id.text() + "; submission id " + header->submission.text() + ".\n";
}

std::string explainEvent(const ledger::EventBody& body) {
  const auto command = ledger::decodeStoredCommand(body.command);
  if (!command) return "an event of a kind that this version does not know; its bytes are kept and hashed\n";
  const auto& traits = ledger::traitsOf(ledger::kindOf(*command));
  std::string out = std::string(traits.event) + ": " + std::string(traits.does) + "\n";
  if (body.decision.effect == ledger::Effect::kProposed) {
    out += "It is proposed: it changes nothing until a second person endorses it, within 14 days.\n";
  }
  if (body.decision.endorses != 0)
    out += "It brings entry " + std::to_string(body.decision.endorses) + " into effect.\n";
  out += "Command " + std::to_string(body.ordinal) + " of the submission at entry " + std::to_string(body.submission) +
         ", judged by version " + std::to_string(body.decision.rules) + " of the rules";
  out += body.decision.policy == 0 ? std::string("; no policy document applied.\n")
                                   : "; the policy of entry " + std::to_string(body.decision.policy) + " applied.\n";
  for (const auto flag : body.decision.flags) out += "Flagged: " + std::string(nameOf(flag)) + ".\n";
  return out + ledger::jsonOf(*command).pretty() + "\n";
}

Result<Answer> explain(Session& session, const Arguments& arguments) {
  const auto index = indexOf(arguments);
  if (!index) return index.error();
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto stored = entryAt(*reading, *index);
  if (!stored) return stored.error();
  const auto entry = ledger::decodeEntry(stored->bytes);
  if (!entry) return entry.error();
  std::string text =
      "Entry " + std::to_string(*index) + ", recorded at " + ledger::Instant{entry->recorded_at, 0}.text() + ".\n";
  if (const auto* event = std::get_if<ledger::EventBody>(&entry->body)) {
    text += explainEvent(*event);
  } else {
    text += explainSubmission(std::get<ledger::SubmissionBody>(entry->body), reading->founding);
  }
  text += "Its leaf hash is " + stored->leaf_hash.hex() + "; it carries that of the entry before, " +
          entry->previous.hex() + ".\n";
  return Answer{JsonValue::Fields{{"index", *index}, {"explanation", text}}, text, {}, kOk};
}

}  // namespace

CommandTable eventCommands() {
  return {{"event", "show", {{"index"}}, {}, show},
          {"event", "list", {}, {{"from", "INDEX"}, {"limit", "N"}, {"event", "NAME"}}, list},
          {"event", "explain", {{"index"}}, {}, explain}};
}

}  // namespace tools
