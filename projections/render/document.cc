#include "projections/render/document.h"

#include <algorithm>

#include "ledger/base/check.h"

namespace projections {

void Table::add(std::vector<Cell> cells, RowKind kind) {
  ASAR_CHECK(cells.size() == columns.size() && kind != RowKind::kGap);
  rows.push_back({std::move(cells), kind});
}

std::vector<std::size_t> Table::shownColumns() const {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < columns.size(); ++place) {
    const Where where = columns[place].where;
    const bool filled = where == Where::kFilled && std::ranges::any_of(rows, [&](const Row& row) {
                          return row.kind != RowKind::kGap && !row.cells[place].shown.empty();
                        });
    if (where == Where::kEverywhere || filled) places.push_back(place);
  }
  return places;
}

bool Section::empty() const {
  const bool no_table =
      std::ranges::all_of(tables, [](const Table& table) { return table.rows.empty() && table.if_empty.empty(); });
  return particulars.empty() && remarks.empty() && no_table;
}

}  // namespace projections
