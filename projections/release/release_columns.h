// The columns of released tables, and what each holds.
//
// Source   ledger/schema/README.md section 11.
#pragma once

#include <string_view>
#include <vector>

namespace projections {

enum class ReleaseColumn {
  kPeriod,
  kRegion,
  kOrganisation,
  kKazakh,
  kRussian,
  kEnglish,
  kActivity,
  kVolunteers,
  kHours,
  kStatus,
};

struct ColumnDescription {
  std::string_view name;
  std::string_view says;
};

constexpr ColumnDescription describe(ReleaseColumn column) {
  switch (column) {
    case ReleaseColumn::kPeriod:
      return {"period", "month 2026-10 or quarter 2026-Q4 in which the service began"};
    case ReleaseColumn::kRegion:
      return {"region", "ISO 3166-2 code of the project's region"};
    case ReleaseColumn::kOrganisation:
      return {"organisation", "id of the organisation in the ledger"};
    case ReleaseColumn::kKazakh:
      return {"kk", "its name in Kazakh"};
    case ReleaseColumn::kRussian:
      return {"ru", "its name in Russian"};
    case ReleaseColumn::kEnglish:
      return {"en", "its name in English"};
    case ReleaseColumn::kActivity:
      return {"activity", "kind of activity: shift, event, campaign, online or training"};
    case ReleaseColumn::kVolunteers:
      return {"volunteers", "people with attested hours, each counted once; rounded to a multiple of 5"};
    case ReleaseColumn::kHours:
      return {"hours", "attested hours, rounded to a multiple of 10"};
    case ReleaseColumn::kStatus:
      return {"status", "published; revised: another value than in the release before; hidden: too few people"};
  }
  return {};
}

inline std::vector<ReleaseColumn> releaseColumns(std::string_view table) {
  std::vector<ReleaseColumn> columns{ReleaseColumn::kPeriod};
  if (table == "regions" || table == "organisations") columns.push_back(ReleaseColumn::kRegion);
  if (table == "activities") columns.push_back(ReleaseColumn::kActivity);
  if (table == "organisations") {
    columns.insert(columns.end(), {ReleaseColumn::kOrganisation, ReleaseColumn::kKazakh, ReleaseColumn::kRussian,
                                   ReleaseColumn::kEnglish});
  }
  columns.insert(columns.end(), {ReleaseColumn::kVolunteers, ReleaseColumn::kHours, ReleaseColumn::kStatus});
  return columns;
}

}  // namespace projections
