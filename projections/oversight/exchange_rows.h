// The rows of exchange.sql.
#pragma once

#include <string>
#include <tuple>

#include "ledger/event/values.h"

namespace projections {

struct ImportBatchRow {
  static constexpr const char* kTable = "import_batches";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId batch;
  ledger::PersonId importer;
  ledger::Digest source_hash;
  ledger::Digest mapping_hash;
  ledger::SubjectId system;
  std::int64_t parts = 0;
  std::int64_t first_row = 0;
  std::int64_t last_row = 0;
  ledger::UtcMs first_at = 0;
  ledger::UtcMs last_at = 0;
  ledger::CivilDay voided_day = 0;
  ledger::Position voided_index = 0;
  ledger::Position since = 0;
  ledger::Position changed = 0;

  ledger::SubjectId key() const { return batch; }
  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("batch", row.batch), v("importer", row.importer), v("source_hash", row.source_hash);
    v("mapping_hash", row.mapping_hash), v("system", row.system), v("parts", row.parts), v("first_row", row.first_row);
    v("last_row", row.last_row), v("first_at", row.first_at), v("last_at", row.last_at);
    v.day("voided_day", row.voided_day), v("voided_index", row.voided_index), v("since", row.since);
    v("changed", row.changed);
  }
};

struct ExternalLinkRow {
  static constexpr const char* kTable = "external_links";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId link;
  ledger::SubjectId system;
  std::string external_id;
  ledger::SubjectId subject;
  ledger::CivilDay day = 0;
  ledger::Position since = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("link", row.link), v("system", row.system), v("external_id", row.external_id), v("subject", row.subject);
    v.day("day", row.day), v("since", row.since);
  }
};

struct ReconciliationRow {
  static constexpr const char* kTable = "reconciliations";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 1;
  ledger::SubjectId reconciliation;
  ledger::SubjectId system;
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
  ledger::Digest document;
  ledger::CivilDay day = 0;
  ledger::UtcMs recorded_at = 0;
  ledger::Position since = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("reconciliation", row.reconciliation), v("system", row.system), v.day("from_day", row.from);
    v.day("to_day", row.to), v("document", row.document), v.day("day", row.day), v("recorded_at", row.recorded_at);
    v("since", row.since);
  }
};

struct ReconciledFigureRow {
  static constexpr const char* kTable = "reconciled_figures";
  static constexpr int kVersion = 2;
  static constexpr std::size_t kKeyColumns = 2;
  ledger::SubjectId reconciliation;
  std::int64_t place = 0;
  std::string category;
  std::int64_t reported = 0;
  std::int64_t derived = 0;

  template <class V, class Self>
  static void columns(V& v, Self& row) {
    v("reconciliation", row.reconciliation), v("place", row.place), v("category", row.category);
    v("reported", row.reported), v("derived", row.derived);
  }
};

}  // namespace projections
