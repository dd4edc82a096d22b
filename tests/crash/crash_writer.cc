// crash_writer — the program that the campaigns of this folder kill, starve and lie to.
//
//   crash_writer write DIRECTORY JOURNAL --run N [--batches N] [--pause MS] [--plant ack-first|ack-unknown|offer-twice]
//   crash_writer check DIRECTORY JOURNAL [--write]
//   crash_writer forge-head DIRECTORY
//   crash_writer rewrite DIRECTORY POSITION
//
// Exit codes: 0 well, 2 usage, 3 something acknowledged is not as it was (the oracle speaks),
// 4 the log refuses to be served, 8 locked, 9 stopped or unavailable.
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "ledger/log/rocksdb_log.h"
#include "tests/crash/batches.h"
#include "tests/crash/check.h"
#include "tests/crash/forge.h"
#include "tests/crash/journal.h"

namespace {

using ledger::AppendResult;
using ledger::AppendStatus;
using ledger::Head;
using ledger::RocksdbLog;

constexpr int kUsage = 2;
constexpr int kOracle = 3;
constexpr int kRefused = 4;
constexpr int kLocked = 8;
constexpr int kStopped = 9;

struct Plan {
  std::string directory;
  std::string journal;
  std::uint64_t run = 0;
  std::uint64_t batches = ~std::uint64_t{0};
  int pause_ms = 0;
  std::string plant;
  bool write = false;
};

void say(const std::string& text) {
  std::printf("%s\n", text.c_str());
  std::fflush(stdout);
}

int refusal(const ledger::Error& error) {
  say("REFUSED " + error.reason + " " + error.message);
  if (error.reason == "LOCKED") return kLocked;
  return error.code == ledger::ErrorCode::kCorrupt ? kRefused : kStopped;
}

class Writer {
 public:
  Writer(const Plan& plan, RocksdbLog& log) : plan_(plan), log_(log), journal_(plan.journal) {}

  int run() {
    const tests::Journal past = tests::readJournal(plan_.journal);
    if (past.doubtful) {
      const int code = resolve(*past.doubtful);
      if (code != 0) return code;
    }
    for (std::uint64_t i = 0; i < plan_.batches; ++i) {
      const Head head = log_.head();
      const tests::Attempt attempt{plan_.run, head.size, head.hash};
      journal_.tried(attempt);
      const int code = offer(attempt, head);
      if (code != 0) return code;
      std::this_thread::sleep_for(std::chrono::milliseconds(plan_.pause_ms));
    }
    return 0;
  }

 private:
  // The batch that no answer came for: offered again under the head it was made for.
  int resolve(const tests::Attempt& attempt) {
    const Head expected = plan_.plant == "offer-twice" ? log_.head() : Head{attempt.first, attempt.before};
    return offer(attempt, expected);
  }

  int offer(const tests::Attempt& attempt, const Head& expected) {
    const auto batch = tests::batchOf(attempt.run, attempt.first, attempt.before);
    tests::Acknowledged done{attempt.run, attempt.first, batch.size(), batch.back().hash, {}};
    if (plan_.plant == "ack-first") {
      done.root = rootAfter(batch);
      journal_.acknowledged(done);
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    const AppendResult result = log_.append(batch, expected, deadline);
    const bool told = result.status == AppendStatus::kCommitted ||
                      (plan_.plant == "ack-unknown" && result.status == AppendStatus::kUnknown);
    if (told && plan_.plant != "ack-first") {
      done.root = rootAfter(result.status == AppendStatus::kCommitted ? std::vector<ledger::Encoded>{} : batch);
      journal_.acknowledged(done);
    }
    if (result.status == AppendStatus::kCommitted) return 0;
    say("DOUBTFUL " + std::to_string(attempt.first) + " " + result.message);
    return result.status == AppendStatus::kConflict ? kOracle : stoppedForGood(batch, expected);
  }

  // After a failure every further append must be refused without being tried.
  int stoppedForGood(const std::vector<ledger::Encoded>& batch, const Head& expected) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    if (log_.append(batch, expected, deadline).status == AppendStatus::kUnavailable) return kStopped;
    say("WENT ON after a failed write");
    return kOracle;
  }

  ledger::Digest rootAfter(const std::vector<ledger::Encoded>& more) {
    ledger::Frontier root;
    const auto hashes = log_.leafHashes(0, log_.head().size);
    if (more.empty() || !hashes) return log_.sealedHead().root;
    for (const ledger::Digest& hash : *hashes) root.push(hash);
    for (const ledger::Encoded& entry : more) root.push(entry.hash);
    return root.root();
  }

  const Plan& plan_;
  RocksdbLog& log_;
  tests::JournalWriter journal_;
};

int write(const Plan& plan) {
  auto log = RocksdbLog::open(plan.directory, {ledger::LogMode::kWrite, false});
  if (!log) return refusal(log.error());
  say("READY " + std::to_string((*log)->head().size));
  return Writer(plan, **log).run();
}

int check(const Plan& plan) {
  const auto mode = plan.write ? ledger::LogMode::kWrite : ledger::LogMode::kReadOnly;
  auto log = RocksdbLog::open(plan.directory, {mode, /*rehash=*/true});
  if (!log) return refusal(log.error());
  for (const std::string& warning : (*log)->warnings()) say("WARNING " + warning);
  const auto difference = tests::differenceBetween(tests::readJournal(plan.journal), **log);
  if (!difference) return refusal(difference.error());
  if (!difference->empty()) {
    say(*difference);
    return kOracle;
  }
  const ledger::SealedHead head = (*log)->sealedHead();
  say("OK " + std::to_string(head.head.size) + " " + head.root.hex());
  return 0;
}

int forged(const ledger::Result<void>& result) {
  return result ? 0 : refusal(result.error());
}

bool takeOptions(Plan& plan, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--write") {
      plan.write = true;
      continue;
    }
    if (i + 1 == words.size()) return false;
    const std::string& value = words[i + 1];
    if (words[i] == "--run") {
      plan.run = std::stoull(value);
    } else if (words[i] == "--batches") {
      plan.batches = std::stoull(value);
    } else if (words[i] == "--pause") {
      plan.pause_ms = std::stoi(value);
    } else if (words[i] == "--plant") {
      plan.plant = value;
    } else {
      return false;
    }
    ++i;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string verb = words.empty() ? "" : words[0];
  if (verb == "forge-head" && words.size() == 2) return forged(tests::forgeHead(words[1]));
  if (verb == "rewrite" && words.size() == 3) return forged(tests::rewriteEntry(words[1], std::stoull(words[2])));
  Plan plan;
  if (words.size() < 3 || !takeOptions(plan, {words.begin() + 3, words.end()})) return kUsage;
  plan.directory = words[1];
  plan.journal = words[2];
  if (verb == "write") return write(plan);
  if (verb == "check") return check(plan);
  return kUsage;
}
