// NationalSummary — sums of hours and money by region and direction, and who has attested hours where.
//
// Shape    hears every change of an hours entry and of a grant and carries the difference; counts activities,
//          attendance and distinctions itself, and keeps the policies on small figures.
// Units    minutes; minor units, each currency for itself.
// Threads  belongs to its follower's thread.
#pragma once

#include "projections/mirrored_table.h"
#include "projections/money/grant_statement.h"
#include "projections/oversight/national_rows.h"
#include "projections/oversight/places.h"
#include "projections/people/credits.h"
#include "projections/people/hours_by_volunteer.h"

namespace projections {

class NationalSummary final : public Projection, public HoursListener, public GrantListener {
 public:
  // `credits` knows the age of people.
  NationalSummary(const Places& places, const Credits& credits) : places_(places), credits_(credits) {}

  std::string_view name() const override { return "national_summary"; }
  int version() const override { return 3; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override;
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

  void hoursChanged(const HoursEntryRow* before, const HoursEntryRow& after) override;
  void grantChanged(const GrantRow* before, const GrantRow& after) override;

 private:
  ledger::Result<void> countActivity(const Fact& fact, ledger::SubjectId activity);
  ledger::Result<void> countAttendance(const Fact& fact, const ledger::AttendanceSummarise& summary);
  void addAttendance(const AttendanceRow& row, int sign);
  void voidBatch(ledger::SubjectId batch);
  void nominate(const Fact& fact, const ledger::AwardNominate& nomination);
  template <class Decided>
  ledger::Result<void> decide(const Fact& fact, DistinctionState state, const Decided& decided);
  void publish(const Fact& fact, const ledger::PolicyPublish& policy);
  NationalHoursRow& cellOf(const std::string& region, const std::string& direction);

  const Places& places_;
  const Credits& credits_;
  MirroredTable<NationalHoursRow> hours_;
  MirroredTable<NationalVolunteerRow> volunteers_;
  MirroredTable<NationalMoneyRow> money_;
  MirroredTable<AttendanceRow> attendance_;
  MirroredTable<DistinctionRow> distinctions_;
  MirroredTable<SuppressionPolicyRow> policies_;
  bool overflown_ = false;
};

}  // namespace projections
