#include "ledger/rules/releasing.h"

#include <algorithm>

#include "ledger/base/civil_months.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

constexpr std::int16_t kOffsetMinutes = 300;
// Where no policy says anything else.
constexpr std::uint16_t kLeast = 10;
constexpr std::uint16_t kLeastWithMinors = 20;

int monthsOf(ReleaseSpan span) {
  switch (span) {
    case ReleaseSpan::kMonth:
      return 1;
    case ReleaseSpan::kQuarter:
      return 3;
    case ReleaseSpan::kYear:
      return 12;
  }
  return 0;
}

Result<void> checkDays(const ReleasePublish& command, const Context& context) {
  if (!isWhole(command.span, command.from, command.to)) {
    return refuse("BAD_PERIOD", "the days from " + dayText(command.from) + " to " + dayText(command.to) +
                                    " are no calendar " + std::string(nameOf(command.span)));
  }
  const CivilDay today = Instant{context.recorded_at, kOffsetMinutes}.civilDay();
  if (today > command.to + kReleaseWaitDays) return {};
  return refuse("RELEASE_EARLY", "figures up to " + dayText(command.to) + " are public from " +
                                     dayText(command.to + kReleaseWaitDays + 1) + ": what comes late has ten days");
}

Result<void> checkUntaken(const std::vector<ReleaseRecord>& of_year, const ReleasePublish& command) {
  for (const ReleaseRecord& other : of_year) {
    if (other.span == command.span && other.from == command.from)
      return refuse("PERIOD_TAKEN", "these days are released already, as " + other.release.text() +
                                        ": what came late is in the revision of the year");
    if (other.span == ReleaseSpan::kYear)
      return refuse("YEAR_REVISED", "the year was revised by " + other.release.text() + ": nothing more of it follows");
  }
  return {};
}

Result<void> checkMonths(const std::vector<ReleaseRecord>& of_year, const ReleasePublish& command) {
  const auto months = std::ranges::count_if(of_year, [&](const ReleaseRecord& other) {
    return other.span == ReleaseSpan::kMonth && command.from <= other.from && other.from <= command.to;
  });
  if (command.span != ReleaseSpan::kQuarter || months == monthsOf(ReleaseSpan::kQuarter)) return {};
  return refuse("MONTHS_MISSING", "of the quarter " + std::to_string(months) +
                                      " months are released: organisations follow when all three are");
}

Result<void> checkRevised(const std::vector<ReleaseRecord>& of_year, const ReleasePublish& command) {
  const bool revises = command.span == ReleaseSpan::kYear;
  const bool same = std::ranges::equal(command.revises, revises ? of_year : std::vector<ReleaseRecord>{}, {},
                                       &RevisedRelease::release, &ReleaseRecord::release);
  if (!same || (revises && of_year.empty())) {
    return refuse("REVISES_DIFFERS",
                  "a year names all its " + std::to_string(of_year.size()) +
                      " releases in the order they were made, of which there is one at least; others revise nothing");
  }
  const bool behind = std::ranges::any_of(of_year, [&](const auto& other) { return command.at_size < other.at_size; });
  if (!revises || !behind) return {};
  return refuse("SIZE_BEHIND", "it is made from a shorter log than a release that it revises");
}

Result<void> checkTables(const ReleasePublish& command) {
  if (std::ranges::equal(command.tables, releasedTableNames(command.span), {}, &ReleasedTable::name)) return {};
  return refuse("BAD_TABLES", "a release of a " + std::string(nameOf(command.span)) +
                                  " has other tables: make them with `asar release prepare`");
}

}  // namespace

std::vector<std::string> releasedTableNames(ReleaseSpan span) {
  std::vector<std::string> names;
  for (const char* table : {"activities", "national", "organisations", "regions"}) {
    const bool quarterly = std::string_view(table) == "organisations";
    if (span == ReleaseSpan::kYear || quarterly == (span == ReleaseSpan::kQuarter))
      names.insert(names.end(), {std::string(table) + ".csv", std::string(table) + ".json"});
  }
  return names;
}

bool isWhole(ReleaseSpan span, CivilDay from, CivilDay to) {
  const int months = monthsOf(span);
  const bool begins = unsigned{calendarOf(from).day()} == 1 && monthNumber(from) % months == 0;
  return begins && to == addMonths(from, months) - 1;
}

Result<Decision> judge(const State& state, const ReleasePublish& command, const Context& context) {
  ASAR_TRY(checkDays(command, context));
  const auto* found = state.releases.find(yearOf(command.from));
  const std::vector<ReleaseRecord> of_year = found == nullptr ? std::vector<ReleaseRecord>{} : *found;
  ASAR_TRY(checkUntaken(of_year, command));
  ASAR_TRY(checkMonths(of_year, command));
  ASAR_TRY(checkRevised(of_year, command));
  ASAR_TRY(checkTables(command));
  const auto* policy = policyOn(state, PolicyKind::kSuppression, command.occurred_at.civilDay());
  Suppression bounds{kLeast, kLeastWithMinors};
  if (policy != nullptr) bounds = *policy->policy.suppression;
  if (command.least != bounds.least || command.least_with_minors != bounds.least_with_minors) {
    return refuse("SUPPRESSION_DIFFERS", "figures about fewer than " + std::to_string(bounds.least) + " people, or " +
                                             std::to_string(bounds.least_with_minors) +
                                             " with minors, are hidden on that day: these tables go by other bounds");
  }
  Decision decision;
  decision.policy = policy == nullptr ? 0 : policy->document;
  return decision;
}

void evolve(State& state, const ReleasePublish& command, const Context&) {
  state.releases.edit(yearOf(command.from)).push_back({command.release, command.span, command.from, command.at_size});
}

}  // namespace ledger
