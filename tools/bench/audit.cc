#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "tools/bench/hash_limit.h"
#include "tools/bench/measures.h"

namespace tools {
namespace {

using ledger::Digest;
using ledger::ErrorCode;

double secondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// CPU seconds of a program that has to succeed.
double cpuSecondsOf(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), nullptr);
  ::posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage used{};
  if (failed != 0 || ::wait4(child, &status, 0, &used) != child || status != 0) {
    giveUp({ErrorCode::kUnavailable, "AUDIT_FAILED", words[0] + " did not find the log in order"});
  }
  return secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
}

Runs perSecond(double count, const Runs& seconds) {
  Runs rates;
  for (const double one : seconds.values) rates.add(count / one);
  return rates;
}

}  // namespace

double auditSeconds(const Plan& plan, const std::filesystem::path& tiles, bool integrity_only) {
  std::vector<std::string> words = {plan.audit.string(), "verify", tiles.string(), "--threads", "1"};
  if (integrity_only) words.push_back("--integrity-only");
  return cpuSecondsOf(std::move(words));
}

void measureAudit(const Plan& plan, const std::filesystem::path& tiles, StoredLedger& stored, Figures& figures) {
  const Leaves leaves(stored.log());
  const Digest root = stored.ledger().sealed().root;
  Runs limit, integrity, replay;
  for (int round = 0; round <= plan.rounds; ++round) {
    const double limit_seconds = leaves.secondsToHash(root);
    const double integrity_seconds = auditSeconds(plan, tiles, /*integrity_only=*/true);
    const double replay_seconds = auditSeconds(plan, tiles, /*integrity_only=*/false);
    if (round == 0) continue;
    limit.add(limit_seconds);
    integrity.add(integrity_seconds);
    replay.add(replay_seconds);
  }
  const auto entries = static_cast<double>(leaves.size());
  Figure pass;
  pass.name = "audit of bytes, chain, root, checkpoint";
  pass.unit = "entries per CPU-s";
  pass.ours = perSecond(entries, integrity);
  pass.peer_name = "SHA-256 alone";
  pass.peer = perSecond(entries, limit);
  pass.ratio = ratioOf(pass.ours, pass.peer);
  pass.target = Target{0.8, Better::kMore};
  pass.note = std::to_string(leaves.size()) + " entries, one thread, whole process";
  figures.push_back(std::move(pass));
  Figure full;
  full.name = "audit with keys, roles, rules, recount";
  full.unit = "entries per CPU-s";
  full.ours = perSecond(entries, replay);
  full.target = Target{250'000, Better::kMore};
  full.note = std::to_string(leaves.size()) + " entries, submissions of 256, whole process";
  figures.push_back(std::move(full));
}

}  // namespace tools
