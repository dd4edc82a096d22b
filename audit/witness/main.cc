// asar-witness — watches logs of others and cosigns only what grows out of what it saw before.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <string_view>

#include "audit/witness/commands.h"

namespace {

using audit::witness::Words;

constexpr const char* kAbout =
    "asar-witness: cosigns checkpoints of logs it watches, and only such as contain all it cosigned before.";

void addState(CLI::App& command, Words& words) {
  command.add_option("--state", words.state, "folder of what was cosigned last [./asar-witness]")->type_name("DIR");
}

void addPassphrase(CLI::App& command, Words& words) {
  command
      .add_option("--passphrase-file", words.passphrase_file,
                  "its first line opens the key file [ASAR_PASSPHRASE, else none]")
      ->type_name("FILE");
}

int run(int argc, char** argv) {
  Words words;
  words.state = "asar-witness";
  words.listen = "127.0.0.1:7380";
  int (*chosen)(const Words&) = nullptr;
  const auto choose = [&chosen](CLI::App* command, int (*run_it)(const Words&)) {
    command->callback([&chosen, run_it] { chosen = run_it; });
  };

  // Known before the words are parsed, so that what is wrong with them is told as asked for.
  for (int i = 1; i < argc; ++i) words.json = words.json || std::string_view(argv[i]) == "--json";

  CLI::App app(kAbout, "asar-witness");
  app.set_version_flag("--version", "asar-witness 0.1.0");
  app.require_subcommand(1);
  app.fallthrough();
  app.add_flag("--json", words.json, "one JSON object instead of text");
  app.footer(
      "Exit codes: 0 done, 1 failure, 2 wrong use, 4 damaged state, 5 not found, 6 conflict,\n"
      "7 key or passphrase, 8 locked, 9 unavailable, 10 no such folder of a witness, 130 interrupted.");

  auto* key = app.add_subcommand("key", "The witness's own key");
  key->require_subcommand(1);
  auto* create = key->add_subcommand("create", "Draws a key and writes it to a new file");
  create->add_option("FILE", words.key_file, "the key file to make")->required();
  create->add_option("--name", words.name, "name of the witness, such as witness.example/almaty")->required();
  addPassphrase(*create, words);
  choose(create, audit::witness::createKeyFile);
  auto* show = key->add_subcommand("show", "Prints the verifier key that logs write in their policy");
  show->add_option("FILE", words.key_file, "the key file")->required();
  choose(show, audit::witness::showKeyFile);

  auto* add = app.add_subcommand("add-log", "Watches a log; a further key of it is trusted beside the first");
  add->add_option("VKEY", words.vkeys, "verifier key of the log, name+hash+base64 (`asar status` prints it)")
      ->required();
  addState(*add, words);
  choose(add, audit::witness::addLogs);
  auto* logs = app.add_subcommand("logs", "Lists the watched logs with what was cosigned last");
  addState(*logs, words);
  choose(logs, audit::witness::listLogs);

  auto* serve = app.add_subcommand("serve", "Answers add-checkpoint and shows what was cosigned (C2SP tlog-witness)");
  addState(*serve, words);
  serve->add_option("--key", words.key_file, "the key file")->required()->type_name("FILE");
  addPassphrase(*serve, words);
  serve
      ->add_option("--listen", words.listen,
                   "where, in plain HTTP: a TLS proxy stands in front towards the world; port 0 takes a free one "
                   "[127.0.0.1:7380]")
      ->type_name("ADDRESS:PORT");
  serve->add_option("--threads", words.threads, "requests answered at once [4]")->check(CLI::Range(1, 64));
  choose(serve, audit::witness::serve);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return audit::witness::usageError(words.json, error.what());
  }
  return chosen(words);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "asar-witness: %s\n", error.what());
    return 1;
  }
}
