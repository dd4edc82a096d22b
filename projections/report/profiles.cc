#include "projections/report/profiles.h"

#include <algorithm>

#include "projections/columns.h"
#include "projections/people/hours_terms_rows.h"

namespace projections {
namespace {

using ledger::PersonId;
using ledger::Result;

Result<std::vector<MergedProfileRow>> mergesBefore(Database& database, ledger::Position size) {
  Statement all = database.prepare(selectAll<MergedProfileRow>() + "where since < $1 order by since");
  all.add(static_cast<std::int64_t>(size));
  return readRows<MergedProfileRow>(all);
}

}  // namespace

Result<absl::flat_hash_map<PersonId, PersonId>> readSurvivors(Database& database) {
  Statement all = database.prepare(selectAll<MergedProfileRow>());
  const auto rows = readRows<MergedProfileRow>(all);
  if (!rows) return rows.error();
  absl::flat_hash_map<PersonId, PersonId> survivors;
  for (const MergedProfileRow& row : *rows) survivors[row.absorbed] = row.survivor;
  return survivors;
}

Result<std::vector<PersonId>> readProfiles(Database& database, PersonId person, ledger::Position size) {
  const auto merges = mergesBefore(database, size);
  if (!merges) return merges.error();
  PersonId survivor = person;
  for (const MergedProfileRow& row : *merges) {
    if (row.absorbed == survivor) survivor = row.person;
  }
  std::vector<PersonId> profiles = {survivor};
  // Backwards, so that whoever absorbed a profile is known before it.
  // NOLINTNEXTLINE(modernize-loop-convert): and without ranges of views
  for (auto row = merges->rbegin(); row != merges->rend(); ++row) {
    if (std::ranges::find(profiles, row->person) != profiles.end()) profiles.push_back(row->absorbed);
  }
  return profiles;
}

}  // namespace projections
