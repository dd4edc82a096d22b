// asar key create|show|request, asar id: keys of persons and of the log, on this person's own disk.
#include "ledger/event/json.h"
#include "ledger/seal/envelope.h"
#include "ledger/seal/vkey.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/keys.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Result<ledger::KeyPurpose> purposeOf(const Arguments& arguments) {
  const std::string word = arguments.get("purpose", "actor");
  for (const auto purpose : {ledger::KeyPurpose::kActor, ledger::KeyPurpose::kLog, ledger::KeyPurpose::kWitness}) {
    if (word == nameOf(purpose)) return purpose;
  }
  return Error{ErrorCode::kInvalid, "USAGE", "--purpose is one of actor, log, witness; not \"" + word + "\""};
}

// The note name of a log or witness; the person of an actor, a fresh id where none is given.
Result<std::string> nameFor(Session& session, ledger::KeyPurpose purpose, const Arguments& arguments) {
  if (purpose == ledger::KeyPurpose::kActor) {
    if (!arguments.has("person")) return session.random.id<ledger::PersonId>().text();
    const auto person = ledger::PersonId::parse(arguments.get("person"));
    if (!person) return person.error();
    return person->text();
  }
  const std::string name = arguments.get("name");
  if (ledger::isKeyName(name)) return name;
  return Error{ErrorCode::kInvalid, "USAGE",
               "give the name of the log or witness, such as --name ledger.example/volunteers, without spaces or plus"};
}

Answer describe(const Session& session, const ledger::StoredKey& key, const std::string& file) {
  const bool actor = key.purpose == ledger::KeyPurpose::kActor;
  const std::string public_key = ledger::toBase64(key.key);
  JsonValue::Fields json{
      {"file", file}, {"purpose", nameOf(key.purpose)}, {actor ? "person" : "name", key.name}, {"key", public_key}};
  std::vector<std::pair<std::string, std::string>> rows{{label(session, "file"), file},
                                                        {label(session, "purpose"), std::string(nameOf(key.purpose))},
                                                        {label(session, actor ? "person" : "name"), key.name},
                                                        {label(session, "key"), public_key}};
  if (!actor) {
    const auto type =
        key.purpose == ledger::KeyPurpose::kLog ? ledger::NoteKeyType::kEd25519 : ledger::NoteKeyType::kCosignature;
    const std::string vkey = ledger::vkeyText(ledger::verifierKey(key.name, type, key.key));
    json.emplace_back("vkey", vkey);
    rows.emplace_back(label(session, "vkey"), vkey);
  }
  return {std::move(json), alignedLines(rows), {}, kOk};
}

Result<Answer> create(Session& session, const Arguments& arguments) {
  const auto purpose = purposeOf(arguments);
  if (!purpose) return purpose.error();
  const auto name = nameFor(session, *purpose, arguments);
  if (!name) return name.error();
  const auto passphrase = givenPassphrase(session, arguments);
  if (!passphrase) return passphrase.error();
  const auto made = makeKey(session, arguments.get("file"), *purpose, *name, *passphrase);
  if (!made) return made.error();
  if (passphrase->empty() && !session.quiet) session.err << say(session.language, "key.in.the.clear") << "\n";
  return describe(session, made->stored, arguments.get("file"));
}

Result<Answer> show(Session& session, const Arguments& arguments) {
  const auto key = ledger::readPublicPart(arguments.get("file"));
  if (!key) return key.error();
  return describe(session, *key, arguments.get("file"));
}

Result<ledger::LedgerId> ledgerOf(const Session& session, const Arguments& arguments) {
  if (const auto named = arguments.find("ledger")) return ledger::LedgerId::parse(*named);
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  return reading->founding.id;
}

// A keyRegister command with the proof that its sender holds the key, for a clerk to submit.
Result<Answer> request(Session& session, const Arguments& arguments) {
  const auto ledger_id = ledgerOf(session, arguments);
  if (!ledger_id) return ledger_id.error();
  const auto key = readKey(session, arguments.get("file"), ledger::KeyPurpose::kActor, arguments);
  if (!key) return key.error();
  const auto person = personOf(arguments, key->stored);
  if (!person) return person.error();
  const ledger::Command command{session.random.id<ledger::NonceId>(),
                                {},
                                ledger::KeyRegister{*person, ledger::actorKeyOf(key->pair),
                                                    ledger::provePossession(*ledger_id, *person, key->pair)}};
  const JsonValue json = ledger::jsonOf(command);
  return Answer{json, json.line(), {}, kOk};
}

Result<Answer> drawIds(Session& session, const Arguments& arguments) {
  constexpr std::uint64_t kIdsMax = 10'000;
  const auto count = arguments.number("count", 1);
  if (!count) return count.error();
  if (*count > kIdsMax) return Error{ErrorCode::kInvalid, "BAD_NUMBER", "at most 10000 ids at once"};
  Answer answer;
  JsonValue::List ids;
  for (std::uint64_t i = 0; i < *count; ++i) {
    ids.emplace_back(session.random.id<ledger::SubjectId>().text());
    answer.text += *ids.back().text() + "\n";
  }
  answer.json = JsonValue::Fields{{"ids", std::move(ids)}};
  return answer;
}

}  // namespace

CommandTable keyCommands() {
  const OptionSpec passphrase{"passphrase-file", "FILE"};
  return {{"key",
           "create",
           {{"file"}},
           {{"purpose", "actor|log|witness"}, {"person", "ID"}, {"name", "NAME"}, passphrase},
           create},
          {"key", "show", {{"file"}}, {}, show},
          {"key", "request", {{"file"}}, {{"person", "ID"}, {"ledger", "ID"}, passphrase}, request},
          {"id", "", {{"count", false}}, {}, drawIds}};
}

}  // namespace tools
