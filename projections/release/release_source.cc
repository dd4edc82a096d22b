#include "projections/release/release_source.h"

#include "projections/columns.h"
#include "projections/people/credit_rows.h"
#include "projections/people/hours_terms_rows.h"

namespace projections {
namespace {

using ledger::PersonId;
using ledger::Result;

struct HoursAt {
  PersonId volunteer;
  ledger::Minutes minutes{};
  HoursState state{};
  ledger::AgeBand age_band{};
  ledger::ActivityKind activity{};
  std::string region;
  ledger::SubjectId organisation;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("volunteer", row.volunteer), v("minutes", row.minutes), v("state", row.state), v("age_band", row.age_band);
    v("activity_kind", row.activity), v("region", row.region), v("organisation", row.organisation);
  }
};

constexpr std::string_view kHoursAt =
    "select f.volunteer, f.minutes, f.state, f.age_band, f.activity_kind, e.region, e.organisation "
    "from credit_facts f join hours_entries e on e.hours = f.hours "
    "where f.day >= $1 and f.day <= $2 and f.since < $3 and (f.until = 0 or f.until >= $3)";

bool isMinorsBand(ledger::AgeBand band) {
  return band == ledger::AgeBand::kUnder14 || band == ledger::AgeBand::kFrom14to15 ||
         band == ledger::AgeBand::kFrom16to17;
}

}  // namespace

Result<ReleaseSource> ReleaseSource::open(Database& database) {
  ReleaseSource source(database);
  Statement all = database.prepare(selectAll<OrganisationRow>() + "order by organisation");
  auto rows = readRows<OrganisationRow>(all);
  if (!rows) return rows.error();
  source.organisations_ = *std::move(rows);
  for (const OrganisationRow& row : source.organisations_)
    source.organisation_numbers_.emplace(row.organisation,
                                         static_cast<std::uint32_t>(source.organisation_numbers_.size()));
  return source;
}

Result<absl::flat_hash_map<PersonId, PersonId>> ReleaseSource::survivorsAt(ledger::Position size) {
  Statement all = database_->prepare(selectAll<MergedProfileRow>() + "where since < $1 order by since desc");
  all.add(static_cast<std::int64_t>(size));
  const auto rows = readRows<MergedProfileRow>(all);
  if (!rows) return rows.error();
  absl::flat_hash_map<PersonId, PersonId> survivors;
  // Backwards: whoever absorbed a profile was absorbed later, if ever.
  for (const MergedProfileRow& row : *rows) {
    const auto last = survivors.find(row.person);
    const PersonId survivor = last == survivors.end() ? row.person : last->second;
    survivors[row.absorbed] = survivor;
  }
  return survivors;
}

std::uint32_t ReleaseSource::numberOf(PersonId person) {
  return person_numbers_.emplace(person, static_cast<std::uint32_t>(person_numbers_.size())).first->second;
}

Result<ReleaseEntries> ReleaseSource::entriesOf(const ReleasePeriod& days, ledger::Position size,
                                                ledger::Position merged_at) {
  const auto survivors = survivorsAt(merged_at);
  if (!survivors) return survivors.error();
  const std::string from = ledger::dayText(days.from);
  const std::string to = ledger::dayText(days.to);
  Statement all = database_->prepare(kHoursAt);
  all.add(from).add(to).add(static_cast<std::int64_t>(size));
  const auto rows = readRows<HoursAt>(all);
  if (!rows) return rows.error();
  ReleaseEntries entries;
  for (const HoursAt& row : *rows) {
    if (row.state == HoursState::kVoided || row.state == HoursState::kImported) continue;
    const auto survivor = survivors->find(row.volunteer);
    entries.push_back({numberOf(survivor == survivors->end() ? row.volunteer : survivor->second),
                       organisation_numbers_.at(row.organisation), row.region, std::string(nameOf(row.activity)),
                       row.minutes.count(), isMinorsBand(row.age_band)});
  }
  return entries;
}

}  // namespace projections
