// The rows of places.sql.
#pragma once

#include <string>

#include "ledger/event/values.h"

namespace projections {

struct LedgerIdentityRow {
  static constexpr const char* kTable = "ledger_identity";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  std::int64_t id = 1;
  std::string origin;
  std::string zone;
  std::string currency;
  bool demo = false;

  std::int64_t key() const { return id; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("id", row.id), v("origin", row.origin), v("zone", row.zone), v("currency", row.currency), v("demo", row.demo);
  }
};

struct OfficeRow {
  static constexpr const char* kTable = "offices";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId office;
  ledger::OfficeKind kind{};
  std::string region;
  ledger::Names names;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return office; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("office", row.office), v("kind", row.kind), v("region", row.region);
    v("kk", row.names.kk), v("ru", row.names.ru), v("en", row.names.en), v("since", row.since);
  }
};

struct OrganisationRow {
  static constexpr const char* kTable = "organisations";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId organisation;
  ledger::OrganisationKind kind{};
  std::string region;
  std::string registration_number;
  ledger::Names names;
  ledger::SubjectId batch;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return organisation; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("organisation", row.organisation), v("kind", row.kind), v("region", row.region);
    v("registration_number", row.registration_number);
    v("kk", row.names.kk), v("ru", row.names.ru), v("en", row.names.en), v("batch", row.batch), v("since", row.since);
  }
};

struct ProgrammeRow {
  static constexpr const char* kTable = "programmes";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId programme;
  std::string direction;
  ledger::Names names;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return programme; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("programme", row.programme), v("direction", row.direction);
    v("kk", row.names.kk), v("ru", row.names.ru), v("en", row.names.en), v("since", row.since);
  }
};

struct ProjectRow {
  static constexpr const char* kTable = "projects";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId project;
  ledger::SubjectId programme;
  ledger::SubjectId organisation;
  std::string region;
  std::string direction;
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
  ledger::Names names;
  ledger::SubjectId batch;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return project; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("project", row.project), v("programme", row.programme), v("organisation", row.organisation);
    v("region", row.region), v("direction", row.direction), v.day("from_day", row.from), v.day("to_day", row.to);
    v("kk", row.names.kk), v("ru", row.names.ru), v("en", row.names.en), v("batch", row.batch), v("since", row.since);
  }
};

struct ActivityRow {
  static constexpr const char* kTable = "activities";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId activity;
  ledger::SubjectId project;
  ledger::SubjectId organisation;
  std::string region;
  std::string direction;
  ledger::ActivityKind kind{};
  std::string place;
  ledger::CivilDay starts = 0;
  ledger::CivilDay ends = 0;
  ledger::SubjectId batch;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return activity; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("activity", row.activity), v("project", row.project), v("organisation", row.organisation);
    v("region", row.region), v("direction", row.direction), v("kind", row.kind), v("place", row.place);
    v.day("starts_day", row.starts), v.day("ends_day", row.ends), v("batch", row.batch), v("since", row.since);
  }
};

struct ShiftRow {
  static constexpr const char* kTable = "shifts";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId shift;
  ledger::SubjectId activity;
  std::string role;
  ledger::CivilDay starts_day = 0;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return shift; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("shift", row.shift), v("activity", row.activity), v("role", row.role), v.day("starts_day", row.starts_day);
    v("since", row.since);
  }
};

}  // namespace projections
