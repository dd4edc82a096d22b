// The rows of hours_terms.sql.
#pragma once

#include "ledger/event/values.h"

namespace projections {

struct MergedProfileRow {
  static constexpr const char* kTable = "merged_profiles";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::PersonId absorbed;
  ledger::PersonId person;
  ledger::PersonId survivor;
  ledger::Position since = 0;

  ledger::PersonId key() const { return absorbed; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("absorbed", row.absorbed), v("person", row.person), v("survivor", row.survivor), v("since", row.since);
  }
};

struct HoursPolicyRow {
  static constexpr const char* kTable = "hours_policies";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::Position document = 0;
  ledger::Position since = 0;
  ledger::SubjectId policy;
  ledger::LegalStatus status{};
  ledger::CivilDay valid_from = 0;
  ledger::CivilDay valid_to = 0;
  std::uint16_t attest_within_days = 0;

  ledger::Position key() const { return document; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("document", row.document), v("since", row.since), v("policy", row.policy), v("status", row.status);
    v.day("valid_from", row.valid_from), v.day("valid_to", row.valid_to);
    v("attest_within_days", row.attest_within_days);
  }
};

}  // namespace projections
