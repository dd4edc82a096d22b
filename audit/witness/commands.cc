#include "audit/witness/commands.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "audit/witness/durable_file.h"
#include "audit/witness/key_file.h"
#include "audit/witness/passphrase.h"
#include "audit/witness/printing.h"

namespace audit::witness {
namespace {

using Json = nlohmann::ordered_json;

int describe(const Words& words, const std::string& command, const KeyFacts& facts) {
  const std::string vkey = Cosigner::vkeyOf(facts.name, facts.key);
  const Json json{{"file", words.key_file.string()}, {"purpose", "witness"}, {"name", facts.name},
                  {"key", base64Of(facts.key)},      {"vkey", vkey},         {"encrypted", facts.encrypted}};
  return printDone(words.json, command, json,
                   "file       " + words.key_file.string() + "\nname       " + facts.name + "\nvkey       " + vkey +
                       "\nencrypted  " + (facts.encrypted ? "yes" : "no") +
                       "\n\nLogs that ask this witness write in their policy, with an address of yours:\n" +
                       "witness NAME " + vkey + " https://ADDRESS\n");
}

}  // namespace

Or<std::string> passphraseOf(const Words& words) {
  constexpr std::size_t kBytesMax = 1024;
  if (words.passphrase_file.empty()) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read before any thread starts, written never
    const char* set = std::getenv("ASAR_PASSPHRASE");
    return std::string(set == nullptr ? "" : set);
  }
  const FileText file = readFile(words.passphrase_file, kBytesMax);
  if (file.missing) return Trouble{"FILE_MISSING", words.passphrase_file.string() + " is not there"};
  if (!file.trouble.empty()) return Trouble{"FILE_UNREADABLE", file.trouble};
  std::string line = file.text.substr(0, file.text.find_first_of("\r\n"));
  if (!line.empty()) return line;
  return Trouble{"PASSPHRASE_NEEDED", words.passphrase_file.string() + ": its first line is empty"};
}

int createKeyFile(const Words& words) {
  const std::string command = "key create";
  if (!isKeyName(words.name)) {
    return printTrouble(
        words.json, command,
        {"USAGE", "--name is the name of the witness, such as witness.example/almaty, without spaces or plus"});
  }
  const auto passphrase = passphraseOf(words);
  if (const auto* trouble = std::get_if<Trouble>(&passphrase)) return printTrouble(words.json, command, *trouble);
  const auto made = createKey(words.key_file, words.name, std::get<0>(passphrase));
  if (const auto* trouble = std::get_if<Trouble>(&made)) return printTrouble(words.json, command, *trouble);
  return describe(words, command, std::get<0>(made));
}

int showKeyFile(const Words& words) {
  const auto facts = readKeyFacts(words.key_file);
  if (const auto* trouble = std::get_if<Trouble>(&facts)) return printTrouble(words.json, "key show", *trouble);
  return describe(words, "key show", std::get<0>(facts));
}

int addLogs(const Words& words) {
  const std::string command = "add-log";
  std::vector<VerifierKey> keys;
  for (const std::string& text : words.vkeys) {
    auto key = VerifierKey::parse(text);
    if (!key) {
      return printTrouble(words.json, command,
                          {"USAGE", "\"" + text + "\" is no Ed25519 verifier key of a log, name+hash+base64"});
    }
    keys.push_back(std::move(*key));
  }
  Json added = Json::array();
  std::string text;
  const StateFolder state(words.state);
  for (const VerifierKey& key : keys) {
    const auto fresh = state.addLog(key);
    if (const auto* trouble = std::get_if<Trouble>(&fresh)) return printTrouble(words.json, command, *trouble);
    const bool is_new = std::get<0>(fresh);
    added.push_back({{"origin", key.name}, {"vkey", key.text()}, {"added", is_new}});
    text += (is_new ? "watching " : "watched already: ") + key.name + "\n";
  }
  return printDone(words.json, command, Json{{"logs", std::move(added)}}, text);
}

int listLogs(const Words& words) {
  const StateFolder state(words.state);
  const auto logs = state.logs();
  if (const auto* trouble = std::get_if<Trouble>(&logs)) return printTrouble(words.json, "logs", *trouble);
  Json listed = Json::array();
  std::string text;
  for (const auto& [id, keys] : std::get<0>(logs)) {
    const auto recorded = state.recorded(id);
    if (const auto* trouble = std::get_if<Trouble>(&recorded)) return printTrouble(words.json, "logs", *trouble);
    const Recorded& last = std::get<0>(recorded);
    const std::string& origin = keys.front().name;
    Json vkeys = Json::array();
    for (const VerifierKey& key : keys) vkeys.push_back(key.text());
    Json one{{"origin", origin}, {"vkeys", std::move(vkeys)}, {"path", "/" + id + "/checkpoint"}};
    text += origin + ": ";
    if (last.note.empty()) {
      one["size"] = nullptr;
      text += "nothing cosigned yet\n";
    } else {
      one["size"] = last.checkpoint.size;
      one["root"] = hexOf(last.checkpoint.root);
      text += "size " + std::to_string(last.checkpoint.size) + ", root " + hexOf(last.checkpoint.root) + "\n";
    }
    listed.push_back(std::move(one));
  }
  return printDone(words.json, "logs", Json{{"logs", std::move(listed)}},
                   text.empty() ? "no log is watched: asar-witness add-log VKEY\n" : text);
}

int usageError(bool json, const std::string& sentence) {
  return printTrouble(json, "", {"USAGE", sentence});
}

}  // namespace audit::witness
