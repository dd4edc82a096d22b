// Releases — what was made public of people and hours: the days, the size it was made from, the hash of each table.
//
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/appended_table.h"
#include "projections/mirrored_table.h"
#include "projections/oversight/release_rows.h"
#include "projections/projection.h"

namespace projections {

class Releases final : public Projection {
 public:
  std::string_view name() const override { return "public_releases"; }
  int version() const override { return 1; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override { return shapesOf<ReleaseRow, ReleasedTableRow>(); }
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

 private:
  AppendedTable<ReleaseRow> releases_;
  AppendedTable<ReleasedTableRow> tables_;
};

// In the order they took effect.
ledger::Result<std::vector<ReleaseRow>> readReleases(Database& database);
// By name.
ledger::Result<std::vector<ReleasedTableRow>> readReleasedTables(Database& database, ledger::SubjectId release);

}  // namespace projections
