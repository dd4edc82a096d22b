// The rows of credits.sql.
#pragma once

#include <string>
#include <utility>

#include "ledger/rules/credit.h"
#include "projections/people/hours_rows.h"
#include "projections/policy_row.h"

namespace projections {

struct PersonAgeRow {
  static constexpr const char* kTable = "person_ages";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::PersonId person;
  ledger::Position since = 0;
  ledger::Position until = 0;
  ledger::AgeBand age_band{};

  std::pair<ledger::PersonId, ledger::Position> key() const { return {person, since}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("person", row.person), v("since", row.since), v("until", row.until), v("age_band", row.age_band);
  }
};

struct CreditFactRow {
  static constexpr const char* kTable = "credit_facts";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::SubjectId hours;
  ledger::Position since = 0;
  ledger::Position until = 0;
  ledger::PersonId volunteer;
  ledger::Position entry = 0;
  ledger::CivilDay day = 0;
  ledger::Minutes minutes{};
  HoursState state{};
  ledger::TimeBasis time_basis{};
  ledger::ActivityKind activity_kind{};
  ledger::AgeBand age_band{};
  std::string role;
  bool unconfirmed = false;

  std::pair<ledger::SubjectId, ledger::Position> key() const { return {hours, since}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("hours", row.hours), v("since", row.since), v("until", row.until), v("volunteer", row.volunteer);
    v("entry", row.entry), v.day("day", row.day), v("minutes", row.minutes), v("state", row.state);
    v("time_basis", row.time_basis), v("activity_kind", row.activity_kind), v("age_band", row.age_band);
    v("role", row.role), v("unconfirmed", row.unconfirmed);
  }
};

struct CreditPolicyRow : PublishedPolicyRow {
  static constexpr const char* kTable = "credit_policies";
  static constexpr int kVersion = 1;
  std::string rules;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    PublishedPolicyRow::columns(v, row);
    v("rules", row.rules);
  }
};

struct CreditRow {
  static constexpr const char* kTable = "credits";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId credit;
  ledger::Position since = 0;
  ledger::Position until = 0;
  ledger::PersonId person;
  ledger::SubjectId organisation;
  ledger::SubjectId policy;
  ledger::Position document = 0;
  std::string double_use;
  ledger::CivilDay day = 0;
  ledger::AgeBand age_band{};
  std::uint32_t credits = 0;
  std::int64_t voucher = 0;
  ledger::Currency currency;

  ledger::SubjectId key() const { return credit; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("credit", row.credit), v("since", row.since), v("until", row.until), v("person", row.person);
    v("organisation", row.organisation), v("policy", row.policy), v("document", row.document);
    v("double_use", row.double_use), v.day("day", row.day), v("age_band", row.age_band), v("credits", row.credits);
    v("voucher", row.voucher), v("currency", row.currency);
  }
};

struct CreditUseRow {
  static constexpr const char* kTable = "credit_uses";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::SubjectId credit;
  ledger::SubjectId hours;
  ledger::Minutes minutes{};

  std::pair<ledger::SubjectId, ledger::SubjectId> key() const { return {credit, hours}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("credit", row.credit), v("hours", row.hours), v("minutes", row.minutes);
  }
};

// kCorrupt POLICY_UNREADABLE.
ledger::Result<ledger::CreditRules> creditRulesOf(const CreditPolicyRow& row);
// As far as the row tells; whether its organisation is verified stands elsewhere.
ledger::CreditFact creditFactOf(const CreditFactRow& row);

}  // namespace projections
