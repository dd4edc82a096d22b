// The commands of `asar-audit`: what was typed becomes a question, the answer is printed, the exit code returned.
//
// Errors   what cannot be understood is one sentence on standard error and kExitUsage.
// Threads  single-thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace audit {

struct Arguments {
  std::string path;
  std::string other;  // of compare
  std::string vkey;
  std::string ledger;
  std::vector<std::string> old;
  std::string trust_store;
  std::string witness_policy;
  std::string entry;
  std::string leaf;
  std::string submission;
  std::string log;
  std::string from;
  std::string out;
  std::string language = "en";
  std::string authorities;  // a PEM file
  std::vector<std::string> published;
  std::vector<std::string> mirrors;
  std::string days;  // of recompute
  std::string proofs;
  std::string metrics;
  std::int64_t interval_s = 60;
  std::int64_t age_max_s = 90'000;
  bool once = false;
  bool exact = false;
  std::vector<std::string> rules;  // of rules: these alone
  std::string evidence;            // of rules: the folder of documents
  std::uint64_t index = 0;
  unsigned threads = 2;
  bool integrity_only = false;
  bool json = false;
  bool timings = false;
  bool list = false;  // of rules: the table, of no log
};

int runVerify(const Arguments& arguments);
int runProve(const Arguments& arguments);
int runConsistency(const Arguments& arguments);
int runCompare(const Arguments& arguments);
int runExplain(const Arguments& arguments);
int runRecompute(const Arguments& arguments);
int runWatch(const Arguments& arguments);
int runRules(const Arguments& arguments);

}  // namespace audit
