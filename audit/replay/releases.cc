#include "audit/replay/releases.h"

#include "audit/replay/civil_calendar.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

using schema::ReleaseSpan;

constexpr std::int64_t kWaitDays = 10;
constexpr std::int16_t kWaitOffset = 300;
constexpr std::uint16_t kFewest = 10;
constexpr std::uint16_t kFewestWithMinors = 20;

bool isCalendarSpan(schema::ReleasePublish::Reader release) {
  const CivilDate first = dateOf(release.getFrom());
  if (first.day != 1) return false;
  const std::int64_t months =
      release.getSpan() == ReleaseSpan::MONTH ? 1 : (release.getSpan() == ReleaseSpan::QUARTER ? 3 : 12);
  return (first.month - 1) % months == 0 && release.getTo() + 1 == monthsOn(release.getFrom(), months);
}

const std::vector<Released>& releasesOfYear(const State& state, schema::ReleasePublish::Reader release) {
  static const auto& none = *new std::vector<Released>;
  const auto found = state.releases.find(dateOf(release.getFrom()).year);
  return found == state.releases.end() ? none : found->second;
}

Refusal judgeTurn(const std::vector<Released>& earlier, schema::ReleasePublish::Reader release) {
  unsigned months = 0;
  for (const Released& one : earlier) {
    if (one.span == release.getSpan() && one.first_day == release.getFrom())
      return {"PERIOD_TAKEN", "these days were released before"};
    if (one.span == ReleaseSpan::YEAR) return {"YEAR_REVISED", "the year was revised, nothing more is released of it"};
    const bool within = release.getFrom() <= one.first_day && one.first_day <= release.getTo();
    if (one.span == ReleaseSpan::MONTH && within) ++months;
  }
  if (release.getSpan() == ReleaseSpan::QUARTER && months != 3)
    return {"MONTHS_MISSING", "not all months of the quarter were released before it"};
  return {};
}

Refusal judgeRevised(const std::vector<Released>& earlier, schema::ReleasePublish::Reader release) {
  constexpr Refusal kDiffers{"REVISES_DIFFERS", "it does not name just what it revises, in its order"};
  const auto named = release.getRevises();
  if (release.getSpan() != ReleaseSpan::YEAR) return named.size() == 0 ? Refusal{} : kDiffers;
  if (named.size() == 0 || named.size() != earlier.size()) return kDiffers;
  for (unsigned i = 0; i < named.size(); ++i) {
    if (idOf(named[i].getRelease()) != earlier[i].id) return kDiffers;
  }
  for (const Released& one : earlier) {
    if (release.getAtSize() < one.at_size) return {"SIZE_BEHIND", "what it revises was made from a longer log"};
  }
  return {};
}

bool isTableOf(ReleaseSpan span, std::string_view table) {
  if (span == ReleaseSpan::YEAR) return true;
  return (table == "organisations") == (span == ReleaseSpan::QUARTER);
}

Refusal judgeTables(schema::ReleasePublish::Reader release) {
  constexpr std::string_view kTables[] = {"activities", "national", "organisations", "regions"};
  std::vector<std::string> expected;
  for (const std::string_view table : kTables) {
    if (!isTableOf(release.getSpan(), table)) continue;
    for (const char* form : {".csv", ".json"}) expected.push_back(std::string(table) + form);
  }
  std::vector<std::string> named;
  for (const auto table : release.getTables()) named.push_back(stringOf(table.getName()));
  return named == expected ? Refusal{} : Refusal{"BAD_TABLES", "its tables are not those of its span, by name"};
}

const Policy* suppressionOf(const State& state, schema::ReleasePublish::Reader release) {
  return policyOn(state, schema::PolicyKind::SUPPRESSION, civilDay(Moment::of(release.getOccurredAt())));
}

Refusal judgeBounds(const State& state, schema::ReleasePublish::Reader release) {
  std::uint16_t fewest = kFewest;
  std::uint16_t with_minors = kFewestWithMinors;
  if (const Policy* policy = suppressionOf(state, release)) {
    fewest = policy->document().getSuppression().getLeast();
    with_minors = policy->document().getSuppression().getLeastWithMinors();
  }
  if (release.getLeast() == fewest && release.getLeastWithMinors() == with_minors) return {};
  return {"SUPPRESSION_DIFFERS", "its bounds are not those of the policy that applies"};
}

}  // namespace

Refusal judgeReleases(const State& state, const Case& c, schema::Command::Reader command) {
  if (!command.isReleasePublish()) return {};
  const auto release = command.getReleasePublish();
  if (!isCalendarSpan(release)) return {"BAD_PERIOD", "its days are no calendar month, quarter or year"};
  if (civilDay(c.recorded_at, kWaitOffset) <= release.getTo() + kWaitDays)
    return {"RELEASE_EARLY", "fewer than ten days passed after its last day"};
  const auto& earlier = releasesOfYear(state, release);
  if (const auto refusal = judgeTurn(earlier, release)) return refusal;
  if (const auto refusal = judgeRevised(earlier, release)) return refusal;
  if (const auto refusal = judgeTables(release)) return refusal;
  return judgeBounds(state, release);
}

void applyReleases(State& state, const Case&, schema::Command::Reader command) {
  if (!command.isReleasePublish()) return;
  const auto release = command.getReleasePublish();
  state.releases[dateOf(release.getFrom()).year].push_back(
      {idOf(release.getRelease()), release.getSpan(), release.getFrom(), release.getAtSize()});
}

std::uint64_t policyOfRelease(const State& state, schema::ReleasePublish::Reader command) {
  const Policy* policy = suppressionOf(state, command);
  return policy == nullptr ? 0 : policy->position;
}

Refusal judgeReleaseSeen(schema::Command::Reader command, std::uint64_t seen_size, const Hash& seen_root) {
  if (!command.isReleasePublish()) return {};
  const auto release = command.getReleasePublish();
  if (release.getAtSize() == seen_size && same(release.getRoot(), seen_root)) return {};
  return {"ROOT_DIFFERS", "its tables are not of the checkpoint that its signer had seen"};
}

}  // namespace audit
