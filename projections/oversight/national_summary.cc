#include "projections/oversight/national_summary.h"

#include "projections/oversight/national_summary_sql.h"

namespace projections {
namespace {

using ledger::Result;

MoneySums sumsOf(const GrantRow& grant) {
  if (grant.state == GrantState::kVoided) return {};
  return {1, grant.awarded, grant.disbursed - grant.reversed, grant.spent, grant.returned, grant.on_hand};
}

bool isMinor(ledger::AgeBand band) {
  return band == ledger::AgeBand::kUnder14 || band == ledger::AgeBand::kFrom14to15 ||
         band == ledger::AgeBand::kFrom16to17;
}

// Whether all sums held: many grants of the largest size do not fit.
bool add(MoneySums& sums, const MoneySums& more, int sign) {
  const auto fits = [sign](std::int64_t& sum, std::int64_t amount) {
    return !__builtin_add_overflow(sum, sign * amount, &sum);
  };
  return fits(sums.grants, more.grants) && fits(sums.awarded, more.awarded) && fits(sums.disbursed, more.disbursed) &&
         fits(sums.spent, more.spent) && fits(sums.returned, more.returned) && fits(sums.on_hand, more.on_hand);
}

}  // namespace

std::string_view nameOf(DistinctionState state) {
  switch (state) {
    case DistinctionState::kNominated:
      return "nominated";
    case DistinctionState::kConferred:
      return "conferred";
    case DistinctionState::kRevoked:
      return "revoked";
  }
  return {};
}

std::string_view NationalSummary::sql() const {
  return kNationalSummarySql;
}

std::vector<TableShape> NationalSummary::tables() const {
  return shapesOf<NationalHoursRow, NationalVolunteerRow, NationalMoneyRow, AttendanceRow, DistinctionRow,
                  SuppressionPolicyRow>();
}

Result<void> NationalSummary::load(Database& database) {
  if (auto loaded = hours_.load(database); !loaded) return loaded;
  if (auto loaded = volunteers_.load(database); !loaded) return loaded;
  if (auto loaded = money_.load(database); !loaded) return loaded;
  if (auto loaded = attendance_.load(database); !loaded) return loaded;
  if (auto loaded = distinctions_.load(database); !loaded) return loaded;
  return policies_.load(database);
}

Result<void> NationalSummary::flush(Database& database) {
  if (auto written = hours_.flush(database); !written) return written;
  if (auto written = volunteers_.flush(database); !written) return written;
  if (auto written = money_.flush(database); !written) return written;
  if (auto written = attendance_.flush(database); !written) return written;
  if (auto written = distinctions_.flush(database); !written) return written;
  return policies_.flush(database);
}

NationalHoursRow& NationalSummary::cellOf(const std::string& region, const std::string& direction) {
  return hours_.insert({region, direction, 0, {}, 0, {}});
}

void NationalSummary::hoursChanged(const HoursEntryRow* before, const HoursEntryRow& after) {
  // An entry never moves to another place, so both states lie in one cell.
  HoursSums change = projections::sumsOf(after);
  if (before != nullptr) change -= projections::sumsOf(*before);
  if (change == HoursSums{}) return;
  cellOf(after.region, after.direction).sums += change;
  NationalVolunteerRow& volunteer =
      volunteers_.insert({after.volunteer, after.region, after.direction, {}, /*minor=*/false});
  volunteer.sums += change;
  if (before == nullptr && isMinor(credits_.ageOf(after.volunteer))) volunteer.minor = true;
}

void NationalSummary::grantChanged(const GrantRow* before, const GrantRow& after) {
  // A sub-award is paid from the grant that funds it: it is in that one's figures already.
  if (!after.parent.isNone()) return;
  NationalMoneyRow& cell =
      money_.insert({.region = after.region, .direction = after.direction, .currency = after.currency, .sums = {}});
  const bool fits = (before == nullptr || add(cell.sums, sumsOf(*before), -1)) && add(cell.sums, sumsOf(after), 1);
  if (!fits) overflown_ = true;
}

Result<void> NationalSummary::countActivity(const Fact& fact, ledger::SubjectId id) {
  const ActivityRow* activity = places_.activity(id);
  if (activity == nullptr) return withoutSubject(fact, "activity", id.text());
  ++cellOf(activity->region, activity->direction).activities;
  return {};
}

void NationalSummary::addAttendance(const AttendanceRow& row, int sign) {
  if (row.state != ledger::AttendanceState::kCompleted) return;
  NationalHoursRow& cell = cellOf(row.region, row.direction);
  cell.attended_people += sign * row.people;
  cell.attended += sign * row.minutes;
}

Result<void> NationalSummary::countAttendance(const Fact& fact, const ledger::AttendanceSummarise& summary) {
  const ShiftRow* shift = places_.shift(summary.shift);
  if (shift == nullptr) return withoutSubject(fact, "shift", summary.shift.text());
  const ActivityRow* activity = places_.activity(shift->activity);
  if (activity == nullptr) return withoutSubject(fact, "activity", shift->activity.text());
  const AttendanceRow& row =
      attendance_.insert({fact.index, summary.shift, shift->activity, activity->region, activity->direction,
                          summary.state, summary.people, summary.minutes, false, fact.batch});
  addAttendance(row, 1);
  return {};
}

void NationalSummary::voidBatch(ledger::SubjectId batch) {
  attendance_.forEach([&](AttendanceRow& row) {
    if (row.batch != batch || row.voided) return false;
    row.voided = true;
    addAttendance(row, -1);
    return true;
  });
}

void NationalSummary::nominate(const Fact& fact, const ledger::AwardNominate& nomination) {
  DistinctionRow row;
  row.award = nomination.award;
  row.nominee = nomination.nominee;
  row.organisation = nomination.organisation;
  row.distinction = nomination.distinction;
  row.day = nomination.occurred_at.civilDay();
  row.since = fact.index;
  row.changed = fact.index;
  distinctions_.insert(std::move(row));
}

template <class Decided>
Result<void> NationalSummary::decide(const Fact& fact, DistinctionState state, const Decided& decided) {
  DistinctionRow* row = distinctions_.change(decided.award);
  if (row == nullptr) return withoutSubject(fact, "nomination", decided.award.text());
  row->state = state;
  row->act = decided.act;
  row->day = decided.occurred_at.civilDay();
  row->changed = fact.index;
  return {};
}

void NationalSummary::publish(const Fact& fact, const ledger::PolicyPublish& policy) {
  if (!policy.suppression) return;
  SuppressionPolicyRow row;
  row.take(fact, policy);
  row.least = policy.suppression->least;
  row.least_with_minors = policy.suppression->least_with_minors;
  policies_.insert(std::move(row));
}

Result<void> NationalSummary::fold(const Fact& fact) {
  if (overflown_) return sumOverflows(fact);  // the grants were folded just before
  const auto& body = fact.command->body;
  if (const auto* activity = body.as<ledger::ActivitySchedule>()) return countActivity(fact, activity->activity);
  if (const auto* summary = body.as<ledger::AttendanceSummarise>()) return countAttendance(fact, *summary);
  if (const auto* conferred = body.as<ledger::AwardConfer>()) {
    return decide(fact, DistinctionState::kConferred, *conferred);
  }
  if (const auto* revoked = body.as<ledger::AwardRevoke>()) {
    return decide(fact, DistinctionState::kRevoked, *revoked);
  }
  if (const auto* nomination = body.as<ledger::AwardNominate>()) {
    nominate(fact, *nomination);
  } else if (const auto* batch = body.as<ledger::ImportVoid>()) {
    voidBatch(batch->batch);
  } else if (const auto* policy = body.as<ledger::PolicyPublish>()) {
    publish(fact, *policy);
  }
  return {};
}

}  // namespace projections
