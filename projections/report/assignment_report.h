// AssignmentReport — stays of weeks or months, at home or abroad: how many people, where, and how they stand.
//
// Shape    who was sent is told nobody. The public is told how many people there are in sum and of all days, where so
//          many stand behind the figure as the policy on suppression asks for; offices see each country, and each
//          assignment by its id.
// Units    people; days; minor units of a stipend a month.
// Errors   those of the stamp, the policy and the database.
// Missing  minors among those sent are not told apart: an assignment says no age.
#pragma once

#include <string>
#include <vector>

#include "projections/report/query.h"
#include "projections/report/stamp.h"
#include "projections/report/suppression_policy.h"

namespace projections {

struct AssignmentEntry {
  ledger::SubjectId assignment;
  NamedId organisation;  // that sends
  std::string country;
  std::string state;  // offered accepted started completed terminated
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;  // as it was extended
  ledger::Currency currency;
  std::int64_t stipend = 0;
  std::string reason;  // of a termination
  ledger::Position since = 0;
};

struct AssignmentFigures {
  std::string country;      // empty: all
  std::int64_t people = 0;  // each once
  std::int64_t assignments = 0;
  std::int64_t under_way = 0;  // this and what follows is for offices, 0 for the public
  std::int64_t completed = 0;
  std::int64_t terminated = 0;
  bool hidden = false;  // of the sum: its figures are 0

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("country", row.country), v("people", row.people), v("assignments", row.assignments);
    v("under_way", row.under_way), v("completed", row.completed), v("terminated", row.terminated);
  }
};

struct AssignmentReport {
  Stamp stamp;
  AssignmentFigures total;
  std::vector<AssignmentFigures> countries;      // by code; none for the public
  std::vector<AssignmentEntry> entries;          // none for the public
  std::optional<SuppressionPolicy> suppression;  // by which figures were hidden
};

// Of a period those that began, as they were offered, on its days.
ledger::Result<AssignmentReport> readAssignmentReport(Database& database, const std::optional<Period>& period,
                                                      bool exact);

}  // namespace projections
