// ObligationReport — the reports that are owed and overdue on a day, and the payments whose receipt nobody confirmed.
//
// Shape    an obligation as obligation_standing.h says. A disbursement is confirmed within ten working days, or as many
//          as published deadlines give under the name `disbursement-confirmation`; one that came with an import is not
//          looked at, for there the other system confirms. Of a period there is what is due, or should be confirmed, on
//          its days; what was recorded after the day asked for, at +05:00, is not known on it.
// Units    civil days; minor units of the grant's currency.
// Errors   those of the stamp, the calendar and the database.
// Missing  the ledger does not say by what means a grantee was reminded.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "projections/report/obligation_standing.h"
#include "projections/report/stamp.h"

namespace projections {

struct UnconfirmedDisbursement {
  ledger::SubjectId grant;
  std::string grant_number;
  NamedId grantee;
  ledger::SubjectId disbursement;
  std::string reference;
  ledger::Currency currency;
  std::int64_t amount = 0;  // less what was reversed by the day
  ledger::CivilDay day = 0;
  ledger::CivilDay last = 0;  // on which it should be confirmed
  std::int64_t days_late = 0;
  ledger::Position since = 0;
};

struct OwedByOrganisation {
  NamedId organisation;
  ObligationCounts counts;
};

struct ObligationReport {
  Stamp stamp;
  ledger::CivilDay on = 0;
  ledger::SubjectId of;
  std::vector<ObligationEntry> overdue;
  std::vector<ObligationEntry> soon;  // due within a fortnight
  std::vector<UnconfirmedDisbursement> unconfirmed;
  ObligationCounts total;
  std::vector<OwedByOrganisation> organisations;  // in the order of their first obligation
};

// On the day of the newest fact where the question names none.
ledger::Result<ObligationReport> readObligationReport(Database& database, ObligationQuestion question);

}  // namespace projections
