// PublicPackage — what describes the files of the archive of everything public: its datapackage.json.
//
// Shape    a Data Package of Frictionless: of each file its path, bytes and hash; of each table its columns, too.
// Threads  pure functions.
// Source   https://specs.frictionlessdata.io/data-package/ and table-schema/
#pragma once

#include "tools/asar/bundle.h"
#include "tools/asar/read_side.h"

namespace tools {

// Of a table of money, where in the archive it stands.
std::string moneyPath(std::string_view table);

ledger::JsonValue packageJson(const Founding& founding, const ledger::Checkpoint& checkpoint,
                              const std::vector<Member>& members);

}  // namespace tools
