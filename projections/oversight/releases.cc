#include "projections/oversight/releases.h"

#include "projections/oversight/releases_sql.h"

namespace projections {

using ledger::Result;

std::string_view Releases::sql() const {
  return kReleasesSql;
}

Result<void> Releases::load(Database&) {
  releases_.forget();
  tables_.forget();
  return {};
}

Result<void> Releases::flush(Database& database) {
  if (auto written = releases_.flush(database); !written) return written;
  return tables_.flush(database);
}

Result<void> Releases::fold(const Fact& fact) {
  const auto* published = fact.command->body.as<ledger::ReleasePublish>();
  if (published == nullptr) return {};
  releases_.add({published->release, published->span, published->from, published->to, published->at_size,
                 published->root, published->least, published->least_with_minors, fact.stated, fact.index});
  for (const ledger::ReleasedTable& table : published->tables)
    tables_.add({published->release, table.name, table.digest});
  return {};
}

Result<std::vector<ReleaseRow>> readReleases(Database& database) {
  Statement all = database.prepare(selectAll<ReleaseRow>() + "order by since");
  return readRows<ReleaseRow>(all);
}

Result<std::vector<ReleasedTableRow>> readReleasedTables(Database& database, ledger::SubjectId release) {
  Statement all = database.prepare(selectAll<ReleasedTableRow>() + "where release = $1 order by name");
  all.add(release.view());
  return readRows<ReleasedTableRow>(all);
}

}  // namespace projections
