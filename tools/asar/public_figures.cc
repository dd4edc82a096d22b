#include "tools/asar/public_figures.h"

#include "ledger/base/ids.h"
#include "projections/render/csv_cell.h"
#include "projections/report/query.h"

namespace tools {
namespace {

constexpr const char* kFiguresSql =
    "select since, grant_id, number, currency, case when state = 'voided' then 0 else 1 end, awarded, disbursed - "
    "reversed, interest + vendor_refunds, spent, returned, on_hand from grants where since in (select entry_index from "
    "public_entries) order by since";
constexpr std::size_t kFigureColumns = 6;

}  // namespace

std::vector<TableColumn> grantFigureColumns() {
  std::vector<TableColumn> columns{{"index", "integer", "entry of the log where the award took effect"},
                                   {"grant", "string", "id in this ledger"},
                                   {"number", "string", ""},
                                   {"currency", "string", "ISO 4217"}};
  const auto add = [&](const char* name, const char* says) {
    columns.push_back({name, "integer", std::string(says) + "; minor units"});
  };
  add("awarded", "promised");
  add("disbursed", "paid to the grantee, less what was taken back");
  add("received", "interest, and what vendors gave back without an original");
  add("spent", "recorded, less what was disallowed or given back");
  add("returned", "sent back to the funder");
  add("onHand", "disbursed + received - spent - returned");
  return columns;
}

ledger::Result<std::string> grantFiguresCsv(projections::Database& database) {
  std::string csv = csvHeading(grantFigureColumns());
  ASAR_TRY(projections::eachRow(database, kFiguresSql, [&](projections::Statement& row) {
    projections::ColumnReader reader(row);
    ledger::Position since = 0;
    ledger::SubjectId grant;
    std::string number, currency;
    std::int64_t stands = 0;
    reader("since", since), reader("grant", grant), reader("number", number), reader("currency", currency);
    reader("stands", stands);
    std::vector<std::string> cells{std::to_string(since), grant.text(), projections::neutralised(number), currency};
    for (std::size_t i = 0; i < kFigureColumns; ++i) {
      std::int64_t figure = 0;
      reader("figure", figure);
      cells.push_back(std::to_string(stands * figure));
    }
    csv += csvLine(cells);
  }));
  return csv;
}

}  // namespace tools
