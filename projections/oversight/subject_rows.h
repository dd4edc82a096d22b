// The rows of subject_register.sql.
#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "ledger/event/values.h"

namespace projections {

// Figures that mean the same in every kind; null where none is stated.
struct SubjectFigures {
  std::string currency;
  std::string unit;
  std::optional<std::int64_t> amount;
  std::optional<std::int64_t> minutes;
  std::optional<std::int64_t> people;
  std::optional<std::int64_t> quantity;
  std::optional<std::int64_t> votes;
  std::optional<std::int64_t> points;
  std::optional<std::int64_t> credits;

  friend bool operator==(const SubjectFigures&, const SubjectFigures&) = default;
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("currency", row.currency), v("unit", row.unit), v("amount", row.amount), v("minutes", row.minutes);
    v("people", row.people), v("quantity", row.quantity), v("votes", row.votes), v("points", row.points);
    v("credits", row.credits);
  }
};

struct SubjectRow {
  static constexpr const char* kTable = "subjects";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId subject;
  ledger::StreamRole role{};
  std::string kind;
  std::string code;
  std::string number;
  std::string region;
  ledger::Names names;
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
  ledger::CivilDay opened = 0;
  ledger::SubjectId batch;
  ledger::Position opened_index = 0;

  ledger::SubjectId key() const { return subject; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("subject", row.subject), v("register", row.role), v("kind", row.kind), v("code", row.code);
    v("number", row.number), v("region", row.region), v("kk", row.names.kk), v("ru", row.names.ru);
    v("en", row.names.en), v.day("from_day", row.from), v.day("to_day", row.to), v.day("opened_day", row.opened);
    v("batch", row.batch), v("opened_index", row.opened_index);
  }
};

struct SubjectStateRow {
  static constexpr const char* kTable = "subject_states";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::SubjectId subject;
  ledger::Position since = 0;
  ledger::Position until = 0;
  std::string state;
  ledger::CivilDay since_day = 0;
  ledger::CivilDay due = 0;
  ledger::CivilDay last = 0;
  SubjectFigures figures;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("subject", row.subject), v("since", row.since), v("until", row.until), v("state", row.state);
    v.day("since_day", row.since_day), v.day("due_day", row.due), v.day("last_day", row.last);
    SubjectFigures::columns(v, row.figures);
  }
};

struct SubjectLinkRow {
  static constexpr const char* kTable = "subject_links";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 3;
  ledger::SubjectId subject;
  ledger::StreamRole role{};
  ledger::SubjectId other;
  bool mentioned = false;
  ledger::Position since = 0;

  std::tuple<ledger::SubjectId, ledger::StreamRole, ledger::SubjectId> key() const { return {subject, role, other}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("subject", row.subject), v("role", row.role), v("other", row.other), v("mentioned", row.mentioned);
    v("since", row.since);
  }
};

struct FactRow {
  static constexpr const char* kTable = "facts";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::Position fact_index = 0;
  ledger::Position stated_index = 0;
  std::string event;
  ledger::SubjectId subject;
  std::string role;
  ledger::UtcMs occurred_at = 0;
  ledger::UtcMs recorded_at = 0;
  ledger::CivilDay day = 0;
  ledger::SubjectId batch;
  std::string code;
  std::string number;
  std::string country;
  std::string reason;
  SubjectFigures figures;
  std::optional<std::int64_t> year;
  std::optional<std::int64_t> value;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("fact_index", row.fact_index), v("stated_index", row.stated_index), v("event", row.event);
    v("subject", row.subject), v("register", row.role), v("occurred_at", row.occurred_at);
    v("recorded_at", row.recorded_at), v.day("day", row.day), v("batch", row.batch), v("code", row.code);
    v("number", row.number), v("country", row.country), v("reason", row.reason);
    SubjectFigures::columns(v, row.figures);
    v("year", row.year), v("value", row.value);
  }
};

struct FactWordRow {
  static constexpr const char* kTable = "fact_words";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 3;
  ledger::Position fact_index = 0;
  std::string field;
  std::int64_t place = 0;
  std::string word;
  std::optional<std::int64_t> value;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("fact_index", row.fact_index), v("field", row.field), v("place", row.place), v("word", row.word);
    v("value", row.value);
  }
};

}  // namespace projections
