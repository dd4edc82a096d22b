// asar-audit — checks an exported ledger without trusting those who run it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "audit/bundle.h"
#include "audit/report.h"

namespace {

struct Arguments {
  std::string path;
  std::string vkey;
  std::string ledger;
  std::vector<std::string> old;
  unsigned threads = 2;
  bool integrity_only = false;
  bool json = false;
  bool timings = false;
};

int usage(const std::string& sentence) {
  std::fprintf(stderr, "asar-audit: %s\n", sentence.c_str());
  return audit::kExitUsage;
}

int verify(const Arguments& arguments) {
  audit::Request request;
  request.integrity_only = arguments.integrity_only;
  request.threads = arguments.threads;
  if (!arguments.vkey.empty()) {
    request.vkey = audit::VerifierKey::parse(arguments.vkey);
    if (!request.vkey) return usage("--vkey is no Ed25519 verifier key of the form name+hash+base64");
  }
  if (!arguments.ledger.empty()) {
    request.ledger = audit::idFrom(arguments.ledger);
    if (!request.ledger) return usage("--ledger is no id of 26 characters");
  }
  for (const std::string& name : arguments.old) {
    const auto file = audit::openFile(name);
    audit::Buffer bytes(file && file->size() <= audit::kNoteBytesMax ? file->size() : 0);
    if (!file || !file->read(0, bytes)) return usage("--old " + name + " cannot be read");
    request.old_checkpoints.emplace_back(name, std::move(bytes));
  }
  audit::Audit audit;
  audit::verifyPath(arguments.path, request, audit);
  const std::string report = arguments.json ? audit::jsonReport(audit) : audit::textReport(audit, arguments.timings);
  std::fwrite(report.data(), 1, report.size(), stdout);
  return audit.findings.exitCode();
}

int run(int argc, char** argv) {
  Arguments arguments;
  CLI::App app("asar-audit: a second opinion on an exported ledger. It trusts nobody.", "asar-audit");
  app.set_version_flag("--version", "asar-audit 0.1.0");
  app.require_subcommand(1);
  auto* command = app.add_subcommand("verify", "Check a bundle (ZIP or folder) or an exported tile folder");
  command->add_option("PATH", arguments.path, "the export")->required();
  command->add_option("--vkey", arguments.vkey, "the log's key, pinned: name+hash+base64");
  command->add_option("--ledger", arguments.ledger, "the ledger's id, pinned");
  command->add_option("--old", arguments.old, "a checkpoint seen earlier; may be given many times");
  command->add_option("--threads", arguments.threads, "at most so many threads")->check(CLI::Range(1, 64));
  command->add_flag("--integrity-only", arguments.integrity_only, "only bytes, chain, root and checkpoint");
  command->add_flag("--json", arguments.json, "one JSON object instead of text");
  command->add_flag("--timings", arguments.timings, "say how long each part took");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? audit::kExitOk : audit::kExitUsage;
  }
  return verify(arguments);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "asar-audit: could not check: %s\n", error.what());
    return audit::kExitNotChecked;
  }
}
