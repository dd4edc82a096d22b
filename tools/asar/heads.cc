// asar heads record: how far every stream has come, bound to the log by the operator.
#include "tools/asar/heads.h"

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

}  // namespace

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
  const auto* event = std::get_if<ledger::EventBody>(&entry->body);
  if (event == nullptr) return false;
  const auto command = ledger::decodeStoredCommand(event->command);
  if (!command) return command.error();
  return command->body.is<ledger::StreamHeads>();
}

CommandTable headsCommands() {
  return {{"heads",
           "record",
           {},
           {{"key", "FILE", true}, {"person", "ID"}, {"signed-at", "TIME"}, {"passphrase-file", "FILE"}},
           record}};
}

}  // namespace tools
