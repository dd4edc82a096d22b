// AwardReport — the register of distinctions: what there is to confer, how often it was conferred, and each decision.
//
// Shape    a distinction by its code. The public is told how many were conferred and revoked; who was nominated, and
//          the decisions one by one, are for offices, by the id of the nomination alone.
// Units    votes and points as they were recorded.
// Errors   those of the stamp and the database.
// Missing  names: they are in the vault, and no report of this program opens it. So no minor is ever named, nor
//          anybody who did not consent.
#pragma once

#include <string>
#include <vector>

#include "projections/report/query.h"
#include "projections/report/stamp.h"

namespace projections {

struct DistinctionFigures {
  std::string code;
  std::string kind;   // stateAward prize badge letter; empty: conferred without a definition
  std::string state;  // defined retired
  ledger::Names names;
  std::int64_t nominated = 0;  // changed last on the days; 0 for the public
  std::int64_t conferred = 0;  // on the days, and standing
  std::int64_t revoked = 0;
};

struct AwardEntry {
  ledger::SubjectId award;
  std::string distinction;
  NamedId organisation;  // that nominated
  std::string state;     // nominated admitted voted scored conferred declined revoked
  std::string act;
  ledger::CivilDay day = 0;  // of the last change
  std::optional<std::int64_t> votes;
  std::optional<std::int64_t> points;
  ledger::Position changed = 0;
};

struct AwardReport {
  Stamp stamp;
  bool exact = false;
  std::vector<DistinctionFigures> distinctions;  // by code
  std::vector<AwardEntry> awards;                // in the order of nomination; none for the public
};

ledger::Result<AwardReport> readAwardReport(Database& database, const std::optional<Period>& period, bool exact);

}  // namespace projections
