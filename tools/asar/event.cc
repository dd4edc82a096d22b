// asar event show|list|explain: entries of the log, as they stand there.
#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "ledger/merkle/hashing.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/past.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

// Of the columns of a list, so that they stand under each other.
constexpr std::size_t kIndexWidth = 6, kTimeWidth = 29, kIdWidth = 26;

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

std::string summary(const Session& session, const JsonValue& json) {
  const auto text = [&](std::string_view name) {
    const auto* value = json.find(name);
    return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
  };
  const auto padded = [](std::string word, std::size_t width) {
    word.resize(std::max(word.size(), width), ' ');
    return word;
  };
  const auto* streams = json.find("streams");
  const bool has_stream = streams != nullptr && !streams->list()->empty();
  const std::string stream = has_stream ? *streams->list()->front().find("stream")->text() : std::string();
  std::string line = padded(std::to_string(*json.find("index")->integer()), kIndexWidth) + "  " +
                     padded(text("recordedAt"), kTimeWidth) + "  " + padded(stream, kIdWidth) + "  ";
  line += text("entry") == "submission" ? label(session, "submission") : text("event");
  if (text("effect") == "proposed") line += "  " + std::string(say(session.language, "event.proposed"));
  return line + "\n";
}

// The command that an entry tells of: its own, or the one it endorses; none of a submission.
Result<std::optional<ledger::Command>> commandTold(const Reading& reading, const ledger::StoredEntry& stored) {
  const auto entry = ledger::decodeEntry(stored.bytes);
  if (!entry) return entry.error();
  const auto* event = std::get_if<ledger::EventBody>(&entry->body);
  if (event == nullptr) return std::optional<ledger::Command>();
  if (event->decision.endorses != 0) {
    const auto proposal = entryAt(reading, event->decision.endorses);
    return proposal ? commandTold(reading, *proposal) : proposal.error();
  }
  auto command = ledger::decodeStoredCommand(event->command);
  if (!command) return command.error();
  return std::optional(*std::move(command));
}

// Whether what it tells of happened on these days.
Result<bool> isWithin(const std::optional<projections::Period>& period, const Reading& reading,
                      const ledger::StoredEntry& stored) {
  if (!period) return true;
  const auto command = commandTold(reading, stored);
  if (!command) return command.error();
  const auto day = *command ? dayOf((*command)->body) : std::nullopt;
  return day && period->holds(*day);
}

Result<Answer> list(Session& session, const Arguments& arguments) {
  const auto from = arguments.number("from", 0);
  if (!from) return from.error();
  const auto limit = arguments.number("limit", 50);
  if (!limit) return limit.error();
  const std::string only = arguments.get("event");
  const auto period = periodAsked(arguments);
  if (!period) return period.error();
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto asked = sizeAsked(*reading->reader, reading->reader->size(), arguments);
  if (!asked) return asked.error();
  const auto size = *asked;
  Answer answer;
  JsonValue::List shown;
  ledger::Position at = *from;
  while (at < size && shown.size() < *limit) {
    const auto entries = reading->reader->read(at, kReadBytes);
    if (!entries) return entries.error();
    for (const auto& entry : *entries) {
      if (at == size) break;
      ++at;
      const auto within = isWithin(*period, *reading, entry);
      if (!within) return within.error();
      if (!*within) continue;
      const auto json = shownEntry(entry);
      if (!json) return json.error();
      const auto* event = json->find("event");
      if (!only.empty() && (event == nullptr || *event != JsonValue(only))) continue;
      answer.text += summary(session, *json);
      shown.push_back(*json);
      if (shown.size() == *limit) break;
    }
  }
  answer.json = JsonValue::Fields{{"size", size}, {"next", at}, {"entries", std::move(shown)}};
  if (at < size && answer.text.empty()) answer.text = "\n";
  return answer;
}

// Sentences of a language, one a line.
class Sentences {
 public:
  explicit Sentences(Language language) : language_(language) {}

  void add(std::string_view key, std::initializer_list<std::string> values = {}) {
    text_ += say(language_, key, values) + "\n";
  }
  void line(const std::string& text) { text_ += text + "\n"; }
  Language language() const { return language_; }
  const std::string& text() const { return text_; }

 private:
  Language language_;
  std::string text_;
};

void explainSubmission(const ledger::SubmissionBody& body, const Founding& founding, Sentences& out) {
  const auto header = ledger::decodeHeader(body.header);
  if (!header) return out.add("explain.unread.header");
  const auto assurance = ledger::word(out.language(), ledger::Topic::kAssurance, nameOf(header->assurance));
  out.add("explain.submission",
          {std::to_string(header->count), std::string(nameOf(header->visibility)), std::string(assurance),
           header->person.text(), ledger::toBase64(header->key.bytes), ledger::Instant{header->signed_at, 0}.text()});
  if (header->seen.size == 0) {
    out.add("explain.seen.none");
  } else {
    out.add("explain.seen", {std::to_string(header->seen.size), header->seen.root.hex()});
  }
  out.add("explain.ids", {founding.id.text(), header->submission.text()});
}

void explainEvent(const ledger::EventBody& body, Sentences& out) {
  const auto command = ledger::decodeStoredCommand(body.command);
  if (!command) return out.add("explain.unknown.kind");
  const auto& traits = ledger::traitsOf(ledger::kindOf(*command));
  out.line(std::string(traits.event) + ": " + std::string(deedIn(out.language(), traits.command, traits.does)));
  if (body.decision.effect == ledger::Effect::kProposed) out.add("explain.proposed");
  if (body.decision.endorses != 0) out.add("explain.endorses", {std::to_string(body.decision.endorses)});
  out.add("explain.judged",
          {std::to_string(body.ordinal), std::to_string(body.submission), std::to_string(body.decision.rules)});
  if (body.decision.policy == 0) {
    out.add("explain.policy.none");
  } else {
    out.add("explain.policy", {std::to_string(body.decision.policy)});
  }
  for (const auto flag : body.decision.flags) {
    out.add("explain.flagged", {std::string(ledger::word(out.language(), ledger::Topic::kFlag, nameOf(flag)))});
  }
  out.line(ledger::jsonOf(*command).pretty());
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
  Sentences out(session.language);
  out.add("explain.entry", {std::to_string(*index), ledger::Instant{entry->recorded_at, 0}.text()});
  if (const auto* event = std::get_if<ledger::EventBody>(&entry->body)) {
    explainEvent(*event, out);
  } else {
    explainSubmission(std::get<ledger::SubmissionBody>(entry->body), reading->founding, out);
  }
  out.add("explain.leaf", {stored->leaf_hash.hex(), entry->previous.hex()});
  return Answer{JsonValue::Fields{{"index", *index}, {"explanation", out.text()}}, out.text(), {}, kOk};
}

}  // namespace

CommandTable eventCommands() {
  return {{"event", "show", {{"index"}}, {}, show},
          {"event", "list", {}, withPast({{"from", "INDEX"}, {"limit", "N"}, {"event", "NAME"}}), list},
          {"event", "explain", {{"index"}}, {}, explain}};
}

}  // namespace tools
