// asar heads record: how far every stream has come, bound to the log by the operator.
#include "tools/asar/heads.h"

#include <algorithm>

#include "ledger/event/codec.h"
#include "ledger/rules/heads.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/print.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"

namespace tools {

using ledger::JsonValue;
using ledger::Result;

namespace {

// Of the state as it is now: nobody else writes while this program holds the ledger.
Result<ledger::StreamHeads> headsNow(ledger::Ledger& ledger) {
  Result<ledger::HeadTrees> trees = ledger::HeadTrees{};
  ledger.inspect([&](const ledger::State& state) { trees = ledger::headTreesOf(state); });
  if (!trees) return trees.error();
  return ledger::headsOf(*trees, ledger.sealed().size + 1);  // behind the entry of its submission
}

Result<Answer> record(Session& session, const Arguments& arguments) {
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto receipt = recordHeads(session, arguments, *writing);
  if (!receipt) return receipt.error();
  const ledger::Position index = receipt->submission + 1;
  const std::string at = ledger::Instant{receipt->recorded_at, 0}.text();
  Answer answer;
  answer.json = JsonValue::Fields{{"index", index}, {"recordedAt", at}};
  answer.text = say(session.language, "heads.done", {groupedNumber(index), at});
  sealAfterwards(session, arguments, *writing, answer);
  return answer;
}

// A command of a kind that this version cannot read is of another one.
bool isOfHeads(const ledger::Entry& entry) {
  const auto* event = std::get_if<ledger::EventBody>(&entry.body);
  if (event == nullptr) return false;
  const auto command = ledger::decodeStoredCommand(event->command);
  return command && command->body.is<ledger::StreamHeads>();
}

ledger::Error unreadableEntry(ledger::Position index, const ledger::Error& why) {
  return {ledger::ErrorCode::kCorrupt, "LOG_DAMAGED",
          "entry " + std::to_string(index) + " cannot be read: " + why.message + "; check the log with `asar-audit`"};
}

// Of the entries from `from` to before `end`, the newest heads; `now` becomes the time of the last entry.
Result<void> lookForHeads(ledger::EventReader& reader, ledger::Position from, ledger::Position end,
                          HeadsStanding& standing) {
  for (ledger::Position at = from; at < end;) {
    const auto page = reader.read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      if (stored.index >= end) break;
      const auto entry = ledger::decodeStoredEntry(stored.bytes);
      if (!entry) return unreadableEntry(stored.index, entry.error());
      standing.now = std::max(standing.now, entry->recorded_at);
      if (isOfHeads(*entry)) standing.index = stored.index, standing.recorded_at = entry->recorded_at;
    }
    at = page->back().index + 1;
  }
  return {};
}

Result<ledger::UtcMs> timeOfNext(const Session& session, const Arguments& arguments, bool demo, ledger::UtcMs last) {
  if (!demo) return std::max(session.clock.now(), last);
  const auto said = arguments.find("signed-at");
  if (!said) return arguments.has("key") ? std::max(session.clock.now(), last) : last;
  const auto instant = ledger::Instant::parse(*said);
  return instant ? Result<ledger::UtcMs>(std::max(instant->utc_ms, last)) : instant.error();
}

}  // namespace

std::int64_t HeadsStanding::hours() const {
  return (now - recorded_at) / (60 * ledger::kMsPerMinute);
}

bool HeadsStanding::areDue() const {
  if (last) return false;
  const auto day_of = [](ledger::UtcMs at) { return ledger::Instant{at, kOffsetMinutes}.civilDay(); };
  return !index || day_of(recorded_at) < day_of(now);
}

bool HeadsStanding::areOld() const {
  return !last || now - recorded_at > ledger::kMsPerDay;
}

Result<HeadsStanding> headsStanding(const Session& session, const Arguments& arguments, const Reading& reading) {
  constexpr ledger::Position kWindow = 8192;  // about as many as one read brings
  const ledger::Position size = reading.reader->size();
  HeadsStanding standing;
  for (ledger::Position end = size; end > 0 && !standing.index && standing.looked < kHeadsLookBack;) {
    const ledger::Position from = end - std::min(end, kWindow);
    ASAR_TRY(lookForHeads(*reading.reader, from, end, standing));
    standing.looked += end - from;
    end = from;
  }
  standing.last = standing.index && *standing.index + 1 == size;
  const auto now = timeOfNext(session, arguments, reading.founding.found.demo, standing.now);
  if (!now) return now.error();
  standing.now = *now;
  return standing;
}

Result<void> recordDueHeads(Session& session, const Arguments& arguments) {
  {
    const auto reading = openForReading(session);
    if (!reading) return reading.error();
    const auto standing = headsStanding(session, arguments, *reading);
    if (!standing) return standing.error();
    if (!standing->areDue()) return {};
  }
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto receipt = recordHeads(session, arguments, *writing);
  return receipt ? Result<void>{} : receipt.error();
}

JsonValue headsJson(const HeadsStanding& standing) {
  const bool known = standing.index.has_value();
  return JsonValue::Fields{
      {"index", known ? JsonValue(*standing.index) : JsonValue()},
      {"recordedAt", known ? JsonValue(ledger::Instant{standing.recorded_at, 0}.text()) : JsonValue()},
      {"due", standing.areDue()}};
}

std::string headsText(const Session& session, const HeadsStanding& standing) {
  if (!standing.index) return label(session, "none");
  return say(session.language, "heads.standing",
             {groupedNumber(*standing.index), groupedNumber(static_cast<std::uint64_t>(standing.hours()))});
}

std::string dueHeadsText(const Session& session, const HeadsStanding& standing) {
  if (!standing.index) return say(session.language, "heads.due.none", {groupedNumber(standing.looked)});
  return say(session.language, "heads.due", {groupedNumber(static_cast<std::uint64_t>(standing.hours()))});
}

Result<ledger::Receipt> recordHeads(Session& session, const Arguments& arguments, Writing& writing) {
  const auto signing = signingFrom(session, arguments, writing);
  if (!signing) return signing.error();
  const auto heads = headsNow(*writing.ledger);
  if (!heads) return heads.error();
  Group group;
  group.id = signing->first_id;
  group.commands.push_back({session.random.id<ledger::NonceId>(), {}, *heads});
  return writing.ledger->submit(signGroup(group, *signing, session.clock.now()));
}

Result<bool> endsInHeads(const Reading& reading, const ledger::Checkpoint& checkpoint) {
  const auto read = reading.reader->read(checkpoint.size - 1, 1);
  if (!read) return read.error();
  const auto entry = ledger::decodeStoredEntry(read->front().bytes);
  if (!entry) return entry.error();
  return isOfHeads(*entry);
}

CommandTable headsCommands() {
  return {{"heads",
           "record",
           {},
           {{"key", "FILE", true}, {"person", "ID"}, {"signed-at", "TIME"}, {"passphrase-file", "FILE"}},
           record}};
}

}  // namespace tools
