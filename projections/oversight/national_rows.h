// The rows of national_summary.sql.
#pragma once

#include <string>
#include <tuple>

#include "projections/people/hours_rows.h"
#include "projections/policy_row.h"

namespace projections {

struct NationalHoursRow {
  static constexpr const char* kTable = "national_hours";
  static constexpr int kVersion = 3;
  static constexpr std::size_t kKeyColumns = 2;
  std::string region;
  std::string direction;
  std::int64_t activities = 0;
  HoursSums sums;
  std::int64_t attended_people = 0;
  ledger::Minutes attended{};

  std::pair<std::string, std::string> key() const { return {region, direction}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("region", row.region), v("direction", row.direction), v("activities", row.activities);
    HoursSums::columns(v, row.sums);
    v("attended_people", row.attended_people), v("attended_minutes", row.attended);
  }
};

struct NationalVolunteerRow {
  static constexpr const char* kTable = "national_volunteers";
  static constexpr int kVersion = 3;
  static constexpr std::size_t kKeyColumns = 3;
  ledger::PersonId volunteer;
  std::string region;
  std::string direction;
  HoursSums sums;
  bool minor = false;

  std::tuple<ledger::PersonId, std::string, std::string> key() const { return {volunteer, region, direction}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("volunteer", row.volunteer), v("region", row.region), v("direction", row.direction);
    HoursSums::columns(v, row.sums);
    v("minor", row.minor);
  }
};

// Minor units of the currency.
struct MoneySums {
  std::int64_t grants = 0;
  std::int64_t awarded = 0;
  std::int64_t disbursed = 0;
  std::int64_t spent = 0;
  std::int64_t returned = 0;
  std::int64_t on_hand = 0;

  template <class V, class Self>
  static void columns(V& v, Self& sums) {
    v("grants", sums.grants), v("awarded", sums.awarded), v("disbursed", sums.disbursed), v("spent", sums.spent);
    v("returned", sums.returned), v("on_hand", sums.on_hand);
  }
};

struct NationalMoneyRow {
  static constexpr const char* kTable = "national_money";
  static constexpr int kVersion = 3;
  static constexpr std::size_t kKeyColumns = 3;
  std::string region;
  std::string direction;
  ledger::Currency currency;
  MoneySums sums;

  std::tuple<std::string, std::string, ledger::Currency> key() const { return {region, direction, currency}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("region", row.region), v("direction", row.direction), v("currency", row.currency);
    MoneySums::columns(v, row.sums);
  }
};

struct AttendanceRow {
  static constexpr const char* kTable = "attendance";
  static constexpr int kVersion = 3;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::Position index = 0;
  ledger::SubjectId shift;
  ledger::SubjectId activity;
  std::string region;
  std::string direction;
  ledger::AttendanceState state{};
  std::int64_t people = 0;
  ledger::Minutes minutes{};
  bool voided = false;
  ledger::SubjectId batch;

  ledger::Position key() const { return index; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("attendance_index", row.index), v("shift", row.shift), v("activity", row.activity), v("region", row.region);
    v("direction", row.direction), v("state", row.state), v("people", row.people), v("minutes", row.minutes);
    v("voided", row.voided), v("batch", row.batch);
  }
};

struct SuppressionPolicyRow : PublishedPolicyRow {
  static constexpr const char* kTable = "suppression_policies";
  static constexpr int kVersion = 3;
  std::int64_t least = 0;
  std::int64_t least_with_minors = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    PublishedPolicyRow::columns(v, row);
    v("least", row.least), v("least_with_minors", row.least_with_minors);
  }
};

enum class DistinctionState : std::uint16_t { kNominated, kConferred, kRevoked };
std::string_view nameOf(DistinctionState state);

struct DistinctionRow {
  static constexpr const char* kTable = "distinctions";
  static constexpr int kVersion = 3;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId award;
  ledger::PersonId nominee;
  ledger::SubjectId organisation;
  std::string distinction;
  DistinctionState state{};
  std::string act;
  ledger::CivilDay day = 0;
  ledger::Position since = 0;
  ledger::Position changed = 0;

  ledger::SubjectId key() const { return award; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("award", row.award), v("nominee", row.nominee), v("organisation", row.organisation);
    v("distinction", row.distinction), v("state", row.state), v("act", row.act), v.day("day", row.day);
    v("since", row.since), v("changed", row.changed);
  }
};

}  // namespace projections

template <>
inline constexpr std::uint16_t ledger::kEnumerants<projections::DistinctionState> = 3;
