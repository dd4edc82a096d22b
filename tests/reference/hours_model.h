// Hours, as the page tells of them: one volunteer's service in one activity, from the claim to its last correction.
#pragma once

#include "tests/reference/facts.h"

namespace reference {

enum class HoursStage { kClaimed, kAttested, kRejected, kDisputed, kVoided };

// An hours entry as the facts leave it.
struct HoursEntry {
  const Fact* claimed = nullptr;
  const ledger::HoursClaim* claim = nullptr;
  HoursStage stage{};
  HoursStage before_dispute{};
  std::int64_t standing = 0;
  ledger::PersonId answered_by;  // who first attested or rejected it
  ledger::PersonId disputer;
  bool confirmed = false;
};

using DayMinutes = std::map<ledger::CivilDay, std::int64_t>;

// None where there is no such entry.
std::optional<HoursEntry> hoursEntry(const World& world, const ledger::SubjectId& hours);
std::vector<HoursEntry> hoursEntries(const World& world);

// Where so many minutes of that service lie.
DayMinutes spread(const World& world, const ledger::HoursClaim& claim, std::int64_t minutes);

// Standing minutes of every volunteer and day; none that are zero.
std::map<std::pair<ledger::PersonId, ledger::CivilDay>, std::int64_t> standingDays(const World& world);

// Whether it spoke of such a command.
bool judgeHours(const World& world, const ledger::CommandBody& body, const Asking& asking, Verdict& verdict);

}  // namespace reference
