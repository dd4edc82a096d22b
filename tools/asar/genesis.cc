// asar genesis create|sign|show, asar init: the founding of a ledger.
#include <algorithm>

#include "ledger/base/file_io.h"
#include "ledger/event/codec.h"
#include "ledger/log/memory_log.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/genesis_file.h"
#include "tools/asar/home.h"
#include "tools/asar/keys.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Error usage(std::string message) {
  return {ErrorCode::kInvalid, "USAGE", std::move(message)};
}

// "PERSON=KEY"
Result<ledger::Authority> authorityOf(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return usage("--authority is PERSON=KEY, as `asar key show` prints them");
  const auto person = ledger::PersonId::parse(text.substr(0, equals));
  if (!person) return person.error();
  const auto key = ledger::fromBase64(text.substr(equals + 1));
  if (!key) return key.error();
  ledger::Authority authority{*person, {}};
  if (key->size() != authority.key.bytes.size()) return usage("--authority " + text + ": a key has 32 bytes");
  std::ranges::copy(*key, authority.key.bytes.begin());
  return authority;
}

Result<ledger::UtcMs> signingTime(const Session& session, const Arguments& arguments) {
  const auto text = arguments.find("signed-at");
  if (!text) return session.clock.now();
  const auto instant = ledger::Instant::parse(*text);
  if (!instant) return instant.error();
  return instant->utc_ms;
}

Result<ledger::LedgerFound> draftFound(const Arguments& arguments) {
  ledger::LedgerFound found;
  found.origin = arguments.get("origin", "asar.example/demo");
  found.zone = arguments.get("zone", "Asia/Almaty");
  found.currency = arguments.get("currency", "KZT");
  found.schema_hash = ledger::schemaHash();
  if (!ledger::isKeyName(found.origin)) return usage("--origin must be a name without spaces and plus signs");
  const auto currency = ledger::Currency::parse(found.currency);
  if (!currency) return currency.error();
  return found;
}

Answer describe(const Session& session, const Genesis& genesis) {
  JsonValue json = genesisJson(genesis.submission);
  JsonValue::List awaited;
  std::string missing;
  for (const auto& key : genesis.awaited()) {
    awaited.emplace_back(ledger::toBase64(key.bytes));
    missing += (missing.empty() ? "" : ", ") + ledger::toBase64(key.bytes);
  }
  json.set("awaited", std::move(awaited));
  std::vector<std::pair<std::string, std::string>> rows{
      {label(session, "ledger"), ledger::ledgerIdOf(genesis.submission.header).text()},
      {label(session, "origin"), genesis.found.origin},
      {label(session, "vkey"), ledger::vkeyText(ledger::verifierKey(genesis.found.origin, ledger::NoteKeyType::kEd25519,
                                                                    genesis.found.log_key.bytes))},
      {label(session, "currency"), genesis.found.currency},
      {label(session, "zone"), genesis.found.zone},
      {label(session, "demo"), label(session, genesis.found.demo ? "yes" : "no")},
      {label(session, "signed"),
       say(session.language, "genesis.signed.of",
           {std::to_string(genesis.submission.signatures.size()), std::to_string(genesis.found.authorities.size())})}};
  for (const auto& one : genesis.found.authorities)
    rows.emplace_back(label(session, "authority"), one.person.text() + "=" + ledger::toBase64(one.key.bytes));
  if (!missing.empty()) rows.emplace_back(label(session, "awaits"), missing);
  return {std::move(json), alignedLines(rows), {}, kOk};
}

Result<Answer> create(Session& session, const Arguments& arguments) {
  auto found = draftFound(arguments);
  if (!found) return found.error();
  found->demo = arguments.has("demo");
  const auto log_key = ledger::readPublicPart(arguments.get("log-key"));
  if (!log_key) return log_key.error();
  if (log_key->purpose != ledger::KeyPurpose::kLog || log_key->name != found->origin) {
    return usage("--log-key must be a key made with `asar key create --purpose log --name " + found->origin + "`");
  }
  found->log_key.bytes = log_key->key;
  const auto key = readKey(session, arguments.get("key"), ledger::KeyPurpose::kActor, arguments);
  if (!key) return key.error();
  const auto person = personOf(arguments, key->stored);
  if (!person) return person.error();
  found->authorities.push_back({*person, ledger::actorKeyOf(key->pair)});
  for (const auto& text : arguments.all("authority")) {
    const auto authority = authorityOf(text);
    if (!authority) return authority.error();
    found->authorities.push_back(*authority);
  }
  if (found->authorities.size() < 2) return usage("a ledger has at least two authorities: add --authority PERSON=KEY");
  const auto at = signingTime(session, arguments);
  if (!at) return at.error();
  ASAR_TRY(writeGenesis(arguments.get("file"), foundLedger(*found, key->pair, *at, session.random)));
  const auto genesis = readGenesis(arguments.get("file"));
  if (!genesis) return genesis.error();
  return describe(session, *genesis);
}

Result<Answer> sign(Session& session, const Arguments& arguments) {
  auto genesis = readGenesis(arguments.get("file"));
  if (!genesis) return genesis.error();
  const auto key = readKey(session, arguments.get("key"), ledger::KeyPurpose::kActor, arguments);
  if (!key) return key.error();
  const auto awaited = genesis->awaited();
  if (awaited.empty()) return Error{ErrorCode::kConflict, "SIGNED_ALREADY", "every authority has signed"};
  if (awaited.front() != ledger::actorKeyOf(key->pair)) {
    return Error{ErrorCode::kRefused, "SIG_INVALID",
                 "the next to sign is the key " + ledger::toBase64(awaited.front().bytes) + ", not this one"};
  }
  ledger::addSignature(genesis->submission, key->pair);
  ASAR_TRY(writeGenesis(arguments.get("file"), genesis->submission));
  return describe(session, *genesis);
}

Result<Answer> show(Session& session, const Arguments& arguments) {
  const auto genesis = readGenesis(arguments.get("file"));
  if (!genesis) return genesis.error();
  return describe(session, *genesis);
}

// Everything a ledger would refuse is refused before anything is made.
Result<void> rehearse(Session& session, const ledger::Submission& genesis) {
  ledger::MemoryLog log;
  const auto rehearsal = ledger::Ledger::open({log, session.clock, session.random, {}});
  if (!rehearsal) return rehearsal.error();
  const auto receipt = (*rehearsal)->submit(genesis);
  if (!receipt) return receipt.error();
  return {};
}

Result<Published> foundIn(Session& session, const Arguments& arguments, const ledger::Submission& genesis) {
  {
    const auto log = ledger::RocksdbLog::open(session.folder, {});
    if (!log) return log.error();
    if ((*log)->head().size > 0) {
      return Error{ErrorCode::kConflict, "ALREADY_INITIALISED", session.folder.string() + " holds a ledger already"};
    }
    const auto ledger = ledger::Ledger::open({**log, session.clock, session.random, {}});
    if (!ledger) return ledger.error();
    const auto receipt = (*ledger)->submit(genesis);
    if (!receipt) return receipt.error();
  }
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  return publishCheckpoint(session, arguments, *writing);
}

struct MadeGenesis {
  ledger::Submission submission;
  JsonValue::List keys;  // files, for the answer
};

Result<MadeGenesis> makeDemo(Session& session, const Arguments& arguments) {
  auto found = draftFound(arguments);
  if (!found) return found.error();
  const auto at = signingTime(session, arguments);
  if (!at) return at.error();
  const auto log_key = makeKey(session, logKeyFile(session), ledger::KeyPurpose::kLog, found->origin, "");
  if (!log_key) return log_key.error();
  found->log_key.bytes = log_key->stored.key;
  found->demo = true;
  MadeGenesis made;
  std::vector<ActorOnDisk> authorities;
  for (const char* name : {"authority-1.key", "authority-2.key"}) {
    const auto file = session.folder / "keys" / name;
    const std::string person = session.random.id<ledger::PersonId>().text();
    auto key = makeKey(session, file, ledger::KeyPurpose::kActor, person, "");
    if (!key) return key.error();
    found->authorities.push_back({*ledger::PersonId::parse(person), ledger::actorKeyOf(key->pair)});
    made.keys.push_back(JsonValue::Fields{{"file", file.string()}, {"person", person}});
    authorities.push_back(std::move(*key));
  }
  made.submission = foundLedger(*found, authorities[0].pair, *at, session.random);
  ledger::addSignature(made.submission, authorities[1].pair);
  return made;
}

Result<MadeGenesis> takeGenesis(Session& session, const Arguments& arguments) {
  auto genesis = readGenesis(arguments.get("genesis"));
  if (!genesis) return genesis.error();
  if (!arguments.has("log-key")) return usage("--genesis needs --log-key FILE, the key that will sign checkpoints");
  const auto passphrase = givenPassphrase(session, arguments);
  if (!passphrase) return passphrase.error();
  const auto key = readKey(session, arguments.get("log-key"), ledger::KeyPurpose::kLog, arguments);
  if (!key) return key.error();
  if (key->stored.key != genesis->found.log_key.bytes) {
    return Error{ErrorCode::kRefused, "KEY_PURPOSE", "--log-key is not the key that the genesis file names"};
  }
  ASAR_TRY(rehearse(session, genesis->submission));
  ASAR_TRY(ledger::makeFolders(logKeyFile(session).parent_path()));
  ASAR_TRY(ledger::writeKeyFile(logKeyFile(session), key->stored, *passphrase, session.random));
  return MadeGenesis{std::move(genesis->submission), {}};
}

Result<Answer> init(Session& session, const Arguments& arguments) {
  if (arguments.has("genesis") == arguments.has("demo")) {
    return usage("give either --genesis FILE, signed by the authorities, or --demo, which makes every key itself");
  }
  // Also what is left of a ledger: its checkpoints would contradict those of the new one.
  for (const auto& there : {logKeyFile(session), session.folder / "head", session.folder / "log", signedFile(session),
                            tilesFolder(session)}) {
    std::error_code ignored;
    if (!std::filesystem::exists(there, ignored)) continue;
    return Error{ErrorCode::kConflict, "ALREADY_INITIALISED",
                 session.folder.string() + " holds a ledger, or what is left of one: " + there.string() +
                     " exists; name a new folder with --data"};
  }
  const auto made = arguments.has("demo") ? makeDemo(session, arguments) : takeGenesis(session, arguments);
  if (!made) return made.error();
  const auto published = foundIn(session, arguments, made->submission);
  if (!published) return published.error();
  const auto checked = ledger::checkSubmission(made->submission);
  if (!checked) return checked.error();
  const auto& found = checked->commands[0].body.get<ledger::LedgerFound>();
  const std::string id = ledger::ledgerIdOf(made->submission.header).text();
  const std::string vkey =
      ledger::vkeyText(ledger::verifierKey(found.origin, ledger::NoteKeyType::kEd25519, found.log_key.bytes));
  Answer answer;
  answer.json = JsonValue::Fields{
      {"ledger", id}, {"origin", found.origin}, {"vkey", vkey}, {"demo", found.demo}, {"keys", made->keys}};
  answer.text = alignedLines({{label(session, "ledger"), id},
                              {label(session, "vkey"), vkey},
                              {label(session, "folder"), session.folder.string()}}) +
                std::string(say(session.language, found.demo ? "init.done.demo" : "init.done"));
  for (const auto& key : made->keys)
    answer.text += "\n" + *key.find("file")->text() + "  " + *key.find("person")->text();
  answer.checkpoint = checkpointJson(published->checkpoint);
  return answer;
}

}  // namespace

CommandTable genesisCommands() {
  const OptionSpec passphrase{"passphrase-file", "FILE"};
  return {
      {"genesis",
       "create",
       {{"file"}},
       {{"origin", "NAME", true},
        {"log-key", "FILE", true},
        {"key", "FILE", true},
        {"person", "ID"},
        {"authority", "PERSON=KEY", false, true},
        {"zone", "ZONE"},
        {"currency", "CODE"},
        {"demo", ""},
        {"signed-at", "TIME"},
        passphrase},
       create},
      {"genesis", "sign", {{"file"}}, {{"key", "FILE", true}, passphrase}, sign},
      {"genesis", "show", {{"file"}}, {}, show},
      {"init",
       "",
       {},
       {{"genesis", "FILE"},
        {"log-key", "FILE"},
        {"demo", ""},
        {"origin", "NAME"},
        {"zone", "ZONE"},
        {"currency", "CODE"},
        {"signed-at", "TIME"},
        passphrase},
       init},
  };
}

}  // namespace tools
