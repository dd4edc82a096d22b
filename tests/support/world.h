// World — a small ledger in memory in which everybody needed is in office: for tests of rules.
//
// Shape    two authorities, one national office with a clerk, a funder organisation (two funders, a payer, a
//          verifier) and a volunteers' organisation (officer, coordinator, two attestors), an auditor, an
//          importer, one volunteer; one programme, one project, one activity on the day after the start.
// Threads  one.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/log/memory_log.h"
#include "tests/support/scribe.h"

namespace tests {

inline constexpr ledger::UtcMs kWorldStart = 1'767'232'800'000;  // 2026-01-01T07:00:00+05:00

class World {
 public:
  explicit World(std::uint64_t seed = 1);

  // The refusal's name, or "" where it was accepted.
  std::string refusal(const Actor& actor, const ledger::CommandBody& body,
                      ledger::Assurance assurance = ledger::Assurance::kSelf);
  std::string refusalByTwo(const Actor& first, const Actor& second, const ledger::CommandBody& body);
  // What went wrong while the world was made; empty where nothing did.
  const std::string& failure() const { return failure_; }

  void advance(ledger::UtcMs by);
  ledger::Instant now() const { return {scribe.now(), 300}; }
  ledger::SubjectId newId() { return random.id<ledger::SubjectId>(); }

  ledger::SeededRandom random;
  ledger::FixedClock clock{kWorldStart};
  ledger::MemoryLog log;
  std::unique_ptr<ledger::Ledger> ledger;
  Scribe scribe;

  Actor authority1, authority2, clerk, officer, coordinator, attestor, attestor2, auditor, importer;
  Actor funder1, funder2, payer, verifier, volunteer;
  std::optional<ledger::KeyPair> log_key;  // what the founding names as the log's
  ledger::SubjectId office, organisation, funder, programme, project, activity;

 private:
  void keep(const ledger::Result<ledger::Receipt>& receipt);
  void foundAndAppoint();
  void registerStaff();
  void schedule();

  std::string failure_;
};

}  // namespace tests
