// CorrectionReport — what changed since: corrections, voidings, reversals and disallowances, before and after.
//
// Shape    since a size of the log or a day, in the order in which they took effect. Only kinds of public events are
//          for the public: what was corrected in hours, credits and awards is for offices and auditors.
// Units    minutes, credits, or minor units of a currency.
// Errors   those of the stamp and the database.
// Missing  a person's data and age band are corrected, too: what they were is in no entry, and so not here.
#pragma once

#include <vector>

#include "projections/oversight/correction_rows.h"
#include "projections/report/query.h"
#include "projections/report/stamp.h"

namespace projections {

struct CorrectionEntry {
  CorrectionRow row;
  ledger::Names organisation;
  std::string number;  // of the grant
};

struct CorrectionQuestion {
  ledger::Position since = 0;      // a size: entries from this index on
  ledger::CivilDay since_day = 0;  // recorded on this day or later
  std::optional<Period> period;    // occurred on these days
  ledger::SubjectId of;            // an organisation, a grant, or another subject; none: all
  bool exact = false;              // scoped and private kinds, too
};

// How many of one kind, and by how much they changed the figures of one unit.
struct CorrectionSum {
  std::string event;
  std::string unit;
  std::int64_t count = 0;
  std::int64_t change = 0;
};

struct CorrectionReport {
  Stamp stamp;
  CorrectionQuestion question;
  std::vector<CorrectionEntry> entries;
  std::vector<CorrectionSum> sums;  // by event, then unit
};

ledger::Result<CorrectionReport> readCorrectionReport(Database& database, CorrectionQuestion question);

}  // namespace projections
