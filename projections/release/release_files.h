// ReleaseFiles — the bytes of a release: each table as CSV and as JSON, and what describes them.
//
// Shape    CSV by RFC 4180: UTF-8, CR LF, a heading; what a spreadsheet would run has an apostrophe before it. JSON: a
//          list with a row a line. datapackage.json: a Tabular Data Package of Frictionless, with the hash of each
//          table and the size and root of the log. The same tables give the same bytes everywhere.
// Threads  pure functions.
// Source   ledger/schema/README.md section 11; https://specs.frictionlessdata.io/tabular-data-package/
#pragma once

#include <string>
#include <vector>

#include "projections/release/release_tables.h"

namespace projections {

struct ReleaseFile {
  std::string name;
  std::string bytes;

  ledger::Digest digest() const;
};

// Of what a release was made.
struct ReleaseOrigin {
  std::string origin;
  std::string ledger;  // its id
  bool demo = false;
  ledger::Position size = 0;
  ledger::Digest root;
  SuppressionRule rule;
};

// By name: activities.csv, activities.json …
std::vector<ReleaseFile> tableFiles(const ReleaseTables& tables);
ReleaseFile packageFile(const ReleaseTables& tables, const std::vector<ReleaseFile>& files,
                        const ReleaseOrigin& origin);

}  // namespace projections
