// Two judges of the same rules: the ledger at its front door and the audit on what it exported. On random histories
// both have to agree: on all that was taken, and on each command that was refused and then forced into the log.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "audit/verify/report.h"
#include "tests/audit/random_history.h"
#include "tests/support/seed.h"

namespace audit::tests {
namespace {

constexpr int kAttempts = 600;
constexpr int kForgeriesPerHistory = 90;

#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t kHistories = 4;  // instrumented, each takes ten times as long
#else
constexpr std::uint64_t kHistories = 14;
#endif

// More of them than in every run: ASAR_HISTORIES=500.
std::uint64_t histories() {
  const char* wished = std::getenv("ASAR_HISTORIES");
  return wished == nullptr ? kHistories : std::strtoull(wished, nullptr, 10);
}

struct Tally {
  std::map<std::string, int> taken;    // by kind of command
  std::map<std::string, int> refused;  // by name of the refusal
  std::set<std::string> reached;       // names the audit gave forged commands
  int forged = 0;
  int named_alike = 0;
};

bool holds(const std::string& names, const std::string& name) {
  return (" " + names).find(" " + name + " ") != std::string::npos;
}

// A command that was refused is forced in: the audit finds the same fault, or another one of the same command.
void force(RandomHistory& history, const Attempt& attempt, const ledger::Error& refusal, Tally& tally) {
  const std::string names = history.world.broken(attempt.submission, attempt.decision);
  ++tally.forged;
  if (holds(names, refusal.reason)) ++tally.named_alike;
  std::set<std::string> found;
  for (std::size_t at = 0; at < names.size() && names.find("elsewhere") != 0;) {
    const auto end = names.find(' ', at);
    found.insert(names.substr(at, end - at));
    at = end + 1;
  }
  found.erase("DECISION_DIFFERS");
  EXPECT_FALSE(found.empty()) << "refused with " << refusal.reason << " (" << refusal.message
                              << "): " << attempt.bodies.size() << " commands, the last is "
                              << ledger::traitsOf(attempt.bodies.back().kind()).command << "; the audit: " << names;
  tally.reached.insert(found.begin(), found.end());
}

void play(std::uint64_t seed, Tally& tally) {
  SCOPED_TRACE("history " + std::to_string(seed));
  RandomHistory history(seed);
  int forgeries = 0;
  for (int i = 0; i < kAttempts; ++i) {
    const auto attempt = history.next();
    const auto receipt = history.world.offer(attempt.submission);
    if (receipt) {
      history.taken(attempt, *receipt);
      for (const auto& body : attempt.bodies) {
        ++tally.taken[std::string(ledger::traitsOf(body.kind()).command)];
      }
      continue;
    }
    // Forged are above all those whose names are rare.
    const int seen = ++tally.refused[receipt.error().reason];
    if (forgeries >= kForgeriesPerHistory || (seen > 20 && i % 3 != 0)) continue;
    ++forgeries;
    force(history, attempt, receipt.error(), tally);
  }
  const auto entries = history.world.entries();
  auto members = bundleOf(entries, history.world.log_key);
  Audit audit;
  verifyMembers(members, {}, audit);
  EXPECT_EQ(audit.findings.verdict(), "OK") << textReport(audit, false);
  ledger::Digest root;
  root.bytes = audit.facts.root;
  EXPECT_EQ(std::string(textOf(members["figures.json"])), history.figures(root, entries.size()));
}

TEST(Differential, LedgerAndAuditAgreeOnRandomHistories) {
  constexpr std::uint64_t kOwn = 81;
  Tally tally;
  const std::uint64_t first = ::tests::seedOr(kOwn);
  for (std::uint64_t i = 0; i < histories() && !HasFailure(); ++i) play(first + i, tally);
  if (first != kOwn) return;  // how rich they are is asked of those that are the same in every run
  EXPECT_GE(tally.named_alike * 10, tally.forged * 8) << "of " << tally.forged << " forged";
  if (histories() < 14) return;  // too few to ask what they showed
  std::string never;
  std::string rare;
  for (std::size_t kind = 0; kind < ledger::kKinds; ++kind) {
    const std::string name(ledger::traitsOf(static_cast<ledger::Kind>(kind)).command);
    // Of these there are few in a ledger; the other tests have them.
    static const std::set<std::string> kElsewhere = {"ledgerFound", "officeEstablish", "programmeDefine"};
    if (tally.taken.contains(name) || kElsewhere.contains(name)) continue;
    // The sample year plays each of the latest kinds, and is audited.
    (kind < static_cast<std::size_t>(ledger::Kind::kConsentGive) ? never : rare) += name + " ";
  }
  EXPECT_EQ(never, "") << "the histories are too poor: these were never taken";
  EXPECT_LE(std::ranges::count(rare, ' '), 35) << "and too few of the latest kinds; never: " << rare;
  EXPECT_GE(tally.refused.size(), 45U) << "the histories are too tame";
  RecordProperty("forged", tally.forged);
  std::string counts;
  for (const auto& [name, count] : tally.refused) counts += name + "=" + std::to_string(count) + " ";
  std::string kinds;
  for (const auto& [name, count] : tally.taken) kinds += name + "=" + std::to_string(count) + " ";
  std::printf("forged %d, named alike %d\nrefused: %s\ntaken: %s\n", tally.forged, tally.named_alike, counts.c_str(),
              kinds.c_str());
}

}  // namespace
}  // namespace audit::tests
