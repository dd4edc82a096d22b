// The rows of hours_by_volunteer.sql, and what one entry adds to any sum of hours.
#pragma once

#include <string>

#include "ledger/event/values.h"

namespace projections {

enum class HoursState : std::uint16_t {
  kClaimed,
  kAttested,
  kPartiallyAttested,
  kRejected,
  kDisputed,
  kCorrected,
  kVoided,
  kImported,
};
std::string_view nameOf(HoursState state);

struct HoursEntryRow {
  static constexpr const char* kTable = "hours_entries";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId hours;
  ledger::PersonId volunteer;
  ledger::SubjectId activity;
  ledger::SubjectId organisation;
  std::string region;
  std::string direction;
  ledger::CivilDay day = 0;
  ledger::UtcMs starts_at = 0;
  ledger::UtcMs ends_at = 0;
  ledger::Minutes claimed{};
  ledger::Minutes minutes{};
  HoursState state{};
  HoursState state_before{};
  ledger::HoursReason reason{};
  std::string role;
  ledger::TimeBasis time_basis{};
  ledger::Presence presence{};
  ledger::Assurance assurance{};
  bool confirmed = false;
  std::string flags;
  ledger::PersonId attestor;
  ledger::AttestationMethod method{};
  ledger::SubjectId batch;
  ledger::SubjectId employment;
  ledger::Position since = 0;
  ledger::Position attested_index = 0;
  ledger::Position changed = 0;

  ledger::SubjectId key() const { return hours; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("hours", row.hours), v("volunteer", row.volunteer), v("activity", row.activity);
    v("organisation", row.organisation), v("region", row.region), v("direction", row.direction);
    v.day("day", row.day), v("starts_at", row.starts_at), v("ends_at", row.ends_at);
    v("claimed_minutes", row.claimed), v("minutes", row.minutes), v("state", row.state);
    v("state_before", row.state_before), v("reason", row.reason), v("role", row.role), v("time_basis", row.time_basis);
    v("presence", row.presence), v("assurance", row.assurance), v("confirmed", row.confirmed), v("flags", row.flags);
    v("attestor", row.attestor), v("method", row.method), v("batch", row.batch), v("employment", row.employment);
    v("since", row.since), v("attested_index", row.attested_index), v("changed", row.changed);
  }
};

// Sums of hours, of a volunteer or of a region; the difference of two states of an entry is one too.
struct HoursSums {
  std::int64_t entries = 0;  // not voided
  ledger::Minutes claimed{};
  ledger::Minutes waiting{};  // claimed, and not answered yet
  ledger::Minutes attested{};
  ledger::Minutes disputed{};  // part of the attested
  ledger::Minutes imported{};

  HoursSums& operator+=(const HoursSums& more);
  HoursSums& operator-=(const HoursSums& less);
  friend bool operator==(const HoursSums&, const HoursSums&) = default;
  template <class V, class Self>
  static void columns(V& v, Self& sums) {
    v("entries", sums.entries), v("claimed_minutes", sums.claimed), v("waiting_minutes", sums.waiting);
    v("attested_minutes", sums.attested), v("disputed_minutes", sums.disputed);
    v("imported_minutes", sums.imported);
  }
};
HoursSums sumsOf(const HoursEntryRow& entry);

struct VolunteerRow {
  static constexpr const char* kTable = "volunteers";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::PersonId volunteer;
  HoursSums sums;
  ledger::Position changed = 0;

  ledger::PersonId key() const { return volunteer; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("volunteer", row.volunteer);
    HoursSums::columns(v, row.sums);
    v("changed", row.changed);
  }
};

}  // namespace projections

template <>
inline constexpr std::uint16_t ledger::kEnumerants<projections::HoursState> = 8;
