// Places — who and where: organisations, programmes, projects, activities, and what lies in what.
//
// Shape    an activity belongs to its project's organisation and region and to its programme's direction: hours
//          are attributed by that, grants by their own region and their programme's direction.
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/mirrored_table.h"
#include "projections/oversight/places_rows.h"
#include "projections/projection.h"

namespace projections {

class Places final : public Projection {
 public:
  std::string_view name() const override { return "places"; }
  int version() const override { return 2; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override;
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

  const ActivityRow* activity(ledger::SubjectId id) const { return activities_.find(id); }
  const ShiftRow* shift(ledger::SubjectId id) const { return shifts_.find(id); }
  // Empty where the programme is unknown.
  std::string directionOf(ledger::SubjectId programme) const;

 private:
  void found(const ledger::LedgerFound& founded);
  void establish(const Fact& fact, const ledger::OfficeEstablish& office);
  void registerOrganisation(const Fact& fact, const ledger::OrganisationRegister& organisation);
  void define(const Fact& fact, const ledger::ProgrammeDefine& programme);
  void start(const Fact& fact, const ledger::ProjectStart& project);
  ledger::Result<void> schedule(const Fact& fact, const ledger::ActivitySchedule& activity);

  MirroredTable<LedgerIdentityRow> identity_;
  MirroredTable<OfficeRow> offices_;
  MirroredTable<OrganisationRow> organisations_;
  MirroredTable<ProgrammeRow> programmes_;
  MirroredTable<ProjectRow> projects_;
  MirroredTable<ActivityRow> activities_;
  MirroredTable<ShiftRow> shifts_;
};

}  // namespace projections
