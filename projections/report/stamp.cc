#include "projections/report/stamp.h"

#include "projections/columns.h"
#include "projections/oversight/places_rows.h"

namespace projections {

using ledger::Error;
using ledger::ErrorCode;

ledger::Result<Stamp> readStamp(Database& database) {
  const auto bookmark = readBookmark(database);
  if (!bookmark) return bookmark.error();
  if (!*bookmark) {
    return Error{ErrorCode::kNotFound, "NO_DATABASE",
                 "the read models are empty: run `asar projection rebuild` to make them from the log"};
  }
  if (!(*bookmark)->isComplete()) {
    return Error{ErrorCode::kUnavailable, "CATCHING_UP",
                 "the read models stand at " + std::to_string((*bookmark)->size) + " of " +
                     std::to_string((*bookmark)->goal) + " entries: wait, or run `asar projection rebuild`"};
  }
  Stamp stamp;
  stamp.size = (*bookmark)->size;
  stamp.root = (*bookmark)->root;
  Statement identity = database.prepare(selectAll<LedgerIdentityRow>());
  const auto rows = readRows<LedgerIdentityRow>(identity);
  if (!rows) return rows.error();
  if (rows->empty()) return stamp;
  stamp.origin = rows->front().origin;
  stamp.demo = rows->front().demo;
  Statement newest = database.prepare("select recorded_at from facts order by fact_index desc limit 1");
  const auto any = newest.step();
  if (!any) return any.error();
  if (*any) stamp.newest_at = newest.nextInteger();
  return stamp;
}

ledger::Result<ledger::CivilDay> newestDay(Database& database) {
  Statement newest = database.prepare("select recorded_at from facts order by fact_index desc limit 1");
  const auto row = newest.step();
  if (!row) return row.error();
  return *row ? recordedDay(newest.nextInteger()) : 0;
}

}  // namespace projections
