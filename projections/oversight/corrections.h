// Corrections — what was taken back, mended or voided: expenditures, disbursements, hours, credits, awards, imports.
//
// Shape    one row for each such entry, with the figure that stood before it and the one that stands after. It folds
//          before the projections it asks, so that they still say what stood.
// Units    minutes, credits, or minor units.
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/appended_table.h"
#include "projections/money/grant_statement.h"
#include "projections/oversight/correction_rows.h"
#include "projections/people/credits.h"
#include "projections/people/hours_by_volunteer.h"

namespace projections {

// What it asks of the projections that fold after it.
struct StandingFigures {
  const HoursByVolunteer& hours;
  const GrantStatements& grants;
  const Credits& credits;
};

class Corrections final : public Projection {
 public:
  explicit Corrections(StandingFigures standing) : standing_(standing) {}

  std::string_view name() const override { return "correction_journal"; }
  int version() const override { return 2; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override { return shapesOf<CorrectionRow>(); }
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override { return rows_.flush(database); }

 private:
  StandingFigures standing_;
  AppendedTable<CorrectionRow> rows_;
};

}  // namespace projections
