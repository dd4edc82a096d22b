// The row of corrections.sql.
#pragma once

#include <optional>
#include <string>

#include "ledger/event/values.h"

namespace projections {

struct CorrectionRow {
  static constexpr const char* kTable = "corrections";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::Position index = 0;
  ledger::Position stated_index = 0;
  std::string event;
  ledger::Visibility visibility{};
  ledger::SubjectId subject;
  ledger::SubjectId original;
  ledger::Position original_index = 0;
  ledger::SubjectId organisation;
  ledger::CivilDay day = 0;
  ledger::UtcMs recorded_at = 0;
  std::string reason;
  std::string unit;
  std::optional<std::int64_t> before;
  std::optional<std::int64_t> after;
  ledger::SubjectId batch;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("correction_index", row.index), v("stated_index", row.stated_index), v("event", row.event);
    v("visibility", row.visibility), v("subject", row.subject), v("original", row.original);
    v("original_index", row.original_index), v("organisation", row.organisation), v.day("day", row.day);
    v("recorded_at", row.recorded_at), v("reason", row.reason), v("unit", row.unit), v("before", row.before);
    v("after", row.after), v("batch", row.batch);
  }
};

}  // namespace projections
