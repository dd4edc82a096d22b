// asar-audit — checks an exported ledger without trusting those who run it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "audit/base/finding.h"
#include "audit/base/harmless.h"
#include "audit/commands.h"
#include "audit/verify/judged.h"

namespace {

// One spelling for each number: else -1 is a very large one, 010 is 8, and nothing is 0.
std::string unlessCounted(const std::string& text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  return digits && (text == "0" || text[0] != '0') ? "" : "'" + text + "' is no number from 0";
}

void addAuthorities(CLI::App& command, audit::Arguments& arguments) {
  command.add_option("--ca", arguments.authorities,
                     "of an https address: a PEM file of the only authorities to be believed; the system's without it");
}

void addKey(CLI::App& command, audit::Arguments& arguments) {
  addAuthorities(command, arguments);
  command.add_option("--vkey", arguments.vkey, "the log's key, pinned: name+hash+base64");
  command.add_flag("--json", arguments.json, "one JSON object instead of text");
}

void addLog(CLI::App& command, audit::Arguments& arguments) {
  command
      .add_option("PATH", arguments.path,
                  "a bundle (ZIP or folder), an exported tile folder, or the address of either folder")
      ->required();
  addKey(command, arguments);
}

void addLanguage(CLI::App& command, audit::Arguments& arguments) {
  command.add_option("--lang", arguments.language, "kk, ru or en");
}

void addReplay(CLI::App& command, audit::Arguments& arguments) {
  command.add_option("--ledger", arguments.ledger, "the ledger's id, pinned");
  command.add_option("--old", arguments.old, "a checkpoint seen earlier; may be given many times");
  command.add_option("--threads", arguments.threads, "at most so many threads")->check(CLI::Range(1, 64));
}

CLI::App* addVerify(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand(
      "verify",
      "Check a bundle (ZIP or folder), that of one stream, the archive of everything public, an exported tile\n"
      "folder, the address of such a folder, a receipt (.tlog-proof), or a proof of equivocation (what `compare`\n"
      "and `watch` write)");
  command->add_option("PATH", arguments.path, "what to check")->required();
  addKey(*command, arguments);
  addReplay(*command, arguments);
  command->add_option("--trust-store", arguments.trust_store,
                      "a folder that keeps the last checkpoint of each log that was OK under --vkey; the log is held "
                      "to it the next time, and signatures of entries that were judged then are not checked again");
  command->add_option("--witness-policy", arguments.witness_policy,
                      "a tlog-policy file: the checkpoint has to carry the quorum of cosignatures that it names");
  command->add_option("--entry", arguments.entry, "of a receipt: a file with the exact bytes of its entry");
  command->add_option("--leaf", arguments.leaf, "of a receipt: the leaf hash of its entry, in hex");
  command->add_option("--submission", arguments.submission, "of a receipt: the submission its entry has to be");
  command->add_option("--log", arguments.log, "of a receipt: an export that has to hold the entry still");
  command->add_flag("--integrity-only", arguments.integrity_only, "only bytes, chain, root and checkpoint");
  command->add_flag("--timings", arguments.timings, "say how long each part took");
  addLanguage(*command, arguments);
  return command;
}

CLI::App* addProve(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand("prove", "Make the receipt (.tlog-proof) of an entry, out of an export");
  addLog(*command, arguments);
  command->add_option("INDEX", arguments.index, "of the entry, counted from 0")->required()->check(unlessCounted);
  command->add_option("--out", arguments.out, "the file to write; without it the receipt goes to standard output");
  command->add_option("--entry", arguments.entry, "a file for the exact bytes of the entry, too");
  addLanguage(*command, arguments);
  return command;
}

CLI::App* addConsistency(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand("consistency", "Prove that an export continues an earlier checkpoint, or size");
  addLog(*command, arguments);
  command->add_option("--from", arguments.from, "a file with the earlier checkpoint, or a size")->required();
  command->add_option("--out", arguments.out, "a file for the hashes of the proof");
  addLanguage(*command, arguments);
  return command;
}

CLI::App* addCompare(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand("compare", "Tell whether two checkpoints or exports show one log");
  command->add_option("A", arguments.path, "a checkpoint, a bundle or a tile folder")->required();
  command->add_option("B", arguments.other, "another")->required();
  addKey(*command, arguments);
  command->add_option("--out", arguments.out, "a file for the proof of equivocation, if the log lied");
  addLanguage(*command, arguments);
  return command;
}

CLI::App* addExplain(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand(
      "explain", "Tell what an entry says, who signed it, and whether the rules held; judges the whole log first");
  addLog(*command, arguments);
  command->add_option("INDEX", arguments.index, "of the entry, counted from 0")->required()->check(unlessCounted);
  addReplay(*command, arguments);
  addLanguage(*command, arguments);
  return command;
}

CLI::App* addRecompute(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand(
      "recompute", "Count every figure anew from the bytes of a log, and say where published ones differ");
  addLog(*command, arguments);
  command->add_option(
      "--published", arguments.published,
      "a figures.json, what `recompute` wrote, or what `asar --json report NAME` printed, of all days or of some; NAME "
      "is national, grant, service, organisation, programme, office, funder, flow, regrants, obligations, findings, "
      "corrections, awards, "
      "value, deployments, assignments or roadmap; may be given many times");
  command->add_option("--in", arguments.days, "the figures of these days alone, FROM..TO, are told");
  addReplay(*command, arguments);
  addLanguage(*command, arguments);
  command->add_option("--out", arguments.out, "a file for all figures, as JSON");
  command->add_flag("--exact", arguments.exact,
                    "tell also what is about too few people, and the minutes of each volunteer: not to be published");
  return command;
}

CLI::App* addWatch(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand(
      "watch",
      "Look at the checkpoints of a ledger, its witnesses and its mirrors again and again; raise an alarm where it\n"
      "lies or stops. Its entries are checked by `verify`");
  command->add_option("PLACE", arguments.path, "the ledger's folder of tiles, or its address")->required();
  command->add_option("--vkey", arguments.vkey, "the log's key, pinned: name+hash+base64")->required();
  command->add_option("--trust-store", arguments.trust_store, "a folder that keeps what was seen last")->required();
  command->add_option("--mirror", arguments.mirrors, "another place that shows the ledger; may be given many times");
  command->add_option(
      "--witness-policy", arguments.witness_policy,
      "a tlog-policy file: its witnesses are asked, and the log and its mirrors have to show its quorum");
  command->add_option("--proofs", arguments.proofs, "a folder for proofs of a split view; the trust store without it");
  command->add_option("--metrics", arguments.metrics, "a file for the figures of Prometheus, or - to print them");
  command->add_option("--max-age", arguments.age_max_s, "seconds without growth before it is called stale (90000)")
      ->check(CLI::Range(1, 1'000'000'000));
  command->add_option("--interval", arguments.interval_s, "seconds from one look to the next (60)")
      ->check(CLI::Range(1, 1'000'000));
  command->add_flag("--once", arguments.once, "one look, for cron");
  addLanguage(*command, arguments);
  command->add_flag("--json", arguments.json, "one JSON object for each look instead of text");
  addAuthorities(*command, arguments);
  return command;
}

CLI::App* addRules(CLI::App& app, audit::Arguments& arguments) {
  auto* command = app.add_subcommand(
      "rules", "Look for what an auditor would ask about: the audit rules on money, hours and integrity");
  command->add_option("PATH", arguments.path, "a bundle (ZIP or folder) or an exported tile folder");
  addKey(*command, arguments);
  addReplay(*command, arguments);
  command->add_option("--witness-policy", arguments.witness_policy,
                      "a tlog-policy file, as for verify: what of its quorum is missing, L09 says");
  command->add_option("--rule", arguments.rules, "this rule alone, such as E07; may be given many times");
  command->add_option("--evidence", arguments.evidence, "the folder of documents, which are read again");
  command->add_flag("--list", arguments.list, "the table of the rules, of no export");
  addLanguage(*command, arguments);
  return command;
}

// Else it would be called a missing subcommand.
void refuseUnknownCommand(const CLI::App& app, int argc, char** argv) {
  const std::string word = argc > 1 ? argv[1] : "";
  std::string names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == word) return;
    names += (names.empty() ? "" : ", ") + command->get_name();
  }
  if (word.empty())
    throw CLI::ValidationError("a command is missing", "it is one of " + names + "; see `asar-audit --help`");
  if (word[0] != '-')
    throw CLI::ValidationError("there is no command " + audit::harmless(word),
                               "it is one of " + names + "; see `asar-audit --help`");
}

// --vkey "$KEY" of a variable that is not set would pin nothing, and say OK.
void refuseEmptyValues(const CLI::App& command) {
  for (const auto* option : command.get_options()) {
    for (const auto& value : option->results()) {
      if (value.empty()) throw CLI::ValidationError(option->get_name(), "has no value: give one, or leave it out");
    }
  }
}

int run(int argc, char** argv) {
  audit::Arguments arguments;
  CLI::App app("asar-audit: a second opinion on an exported ledger. It trusts nobody.", "asar-audit");
  app.set_version_flag("--version", audit::kAuditor);
  app.require_subcommand(1);
  const CLI::App* verify = addVerify(app, arguments);
  const CLI::App* prove = addProve(app, arguments);
  const CLI::App* consistency = addConsistency(app, arguments);
  const CLI::App* compare = addCompare(app, arguments);
  const CLI::App* rules = addRules(app, arguments);
  const CLI::App* explain = addExplain(app, arguments);
  const CLI::App* recompute = addRecompute(app, arguments);
  addWatch(app, arguments);
  try {
    refuseUnknownCommand(app, argc, argv);
    app.parse(argc, argv);
    refuseEmptyValues(*app.get_subcommands().front());
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? audit::kExitOk : audit::kExitUsage;
  }
  if (verify->parsed()) return audit::runVerify(arguments);
  if (prove->parsed()) return audit::runProve(arguments);
  if (consistency->parsed()) return audit::runConsistency(arguments);
  if (rules->parsed()) return audit::runRules(arguments);
  if (compare->parsed()) return audit::runCompare(arguments);
  if (explain->parsed()) return audit::runExplain(arguments);
  if (recompute->parsed()) return audit::runRecompute(arguments);
  return audit::runWatch(arguments);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "asar-audit: could not check: %s\n", audit::harmless(error.what()).c_str());
    return audit::kExitNotChecked;
  }
}
