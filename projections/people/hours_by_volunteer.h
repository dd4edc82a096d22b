// HoursByVolunteer — every hours entry with its state, and the sums of each volunteer.
//
// Units    minutes. Those that stand: attested, corrected or resolved, also while disputed; imported ones apart.
// Threads  belongs to its follower's thread.
#pragma once

#include <vector>

#include "projections/mirrored_table.h"
#include "projections/oversight/places.h"
#include "projections/people/hours_rows.h"
#include "projections/projection.h"

namespace projections {

// Hears of every change of an entry; `before` is null for a new one.
class HoursListener {
 public:
  virtual ~HoursListener() = default;
  virtual void hoursChanged(const HoursEntryRow* before, const HoursEntryRow& after) = 0;
};

class HoursByVolunteer final : public Projection {
 public:
  HoursByVolunteer(const Places& places, std::vector<HoursListener*> listeners)
      : places_(places), listeners_(std::move(listeners)) {}

  std::string_view name() const override { return "hours_by_volunteer"; }
  int version() const override { return 2; }
  std::string_view sql() const override;
  std::vector<TableShape> tables() const override { return shapesOf<HoursEntryRow, VolunteerRow>(); }
  ledger::Result<void> load(Database& database) override;
  ledger::Result<void> fold(const Fact& fact) override;
  ledger::Result<void> flush(Database& database) override;

  // Null where there is none; valid until the next fold().
  const HoursEntryRow* entry(ledger::SubjectId hours) const { return entries_.find(hours); }

 private:
  ledger::Result<void> claim(const Fact& fact, const ledger::HoursClaim& claim);
  void voidBatch(const Fact& fact, ledger::SubjectId batch);
  // Applies `change` to the entry and carries the difference into the sums.
  template <class Change>
  ledger::Result<void> alter(const Fact& fact, ledger::SubjectId hours, Change change);
  void carry(const Fact& fact, const HoursEntryRow* before, HoursEntryRow& after);

  const Places& places_;
  const std::vector<HoursListener*> listeners_;
  MirroredTable<HoursEntryRow> entries_;
  MirroredTable<VolunteerRow> volunteers_;
};

}  // namespace projections
