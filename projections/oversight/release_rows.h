// The rows of releases.sql.
#pragma once

#include <string>
#include <utility>

#include "ledger/event/values.h"

namespace projections {

struct ReleaseRow {
  static constexpr const char* kTable = "releases";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId release;
  ledger::ReleaseSpan span{};
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
  ledger::Position at_size = 0;
  ledger::Digest root;
  std::int64_t least = 0;
  std::int64_t least_with_minors = 0;
  ledger::Position stated = 0;
  ledger::Position since = 0;

  ledger::SubjectId key() const { return release; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("release", row.release), v("span", row.span), v.day("from_day", row.from), v.day("to_day", row.to);
    v("at_size", row.at_size), v("root", row.root), v("least", row.least);
    v("least_with_minors", row.least_with_minors), v("stated", row.stated), v("since", row.since);
  }
};

struct ReleasedTableRow {
  static constexpr const char* kTable = "released_tables";
  static constexpr int kVersion = 1;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::SubjectId release;
  std::string name;
  ledger::Digest digest;

  std::pair<ledger::SubjectId, std::string> key() const { return {release, name}; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("release", row.release), v("name", row.name), v("digest", row.digest);
  }
};

}  // namespace projections
