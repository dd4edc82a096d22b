// LinkReport — which subject of this ledger an id of another system names, and back.
//
// Errors   kNotFound SYSTEM_UNKNOWN; those of the stamp.
#pragma once

#include <string>
#include <vector>

#include "projections/oversight/exchange_rows.h"
#include "projections/report/external_system.h"

namespace projections {

struct LinkQuestion {
  std::string system;       // id or code; empty: of all
  std::string external_id;  // empty: any
  ledger::SubjectId of;     // the subject here; none: any
  std::optional<Period> period;
};

struct LinkEntry {
  ExternalLinkRow link;
  SubjectRow system;
  SubjectRow subject;  // its role and names are empty where the register does not hold it, as of hours entries
  bool known = false;  // to the register
};

struct LinkReport {
  Stamp stamp;
  std::vector<LinkEntry> entries;  // by system, then by the other side's id
};

ledger::Result<LinkReport> readLinkReport(Database& database, const LinkQuestion& question);

}  // namespace projections
