// OrganisationReport — an organisation's account of a year: service, charity, grants, the reports it owed, findings.
//
// Shape    figures of service are for offices and auditors; hideService() and closed findings alone make it public.
//          Of a period there is what occurred on its days; obligations are those whose last day lies in it, and stand
//          as on the day of the newest fact.
// Units    minutes; people; minor units, each currency for itself.
// Errors   kNotFound ORGANISATION_UNKNOWN; those of its parts.
// Missing  money that is neither a grant nor a donation, staff, property and founders are not in the ledger: a report
//          to the state's database of NGOs is asked as an obligation of kind `registry`, and its content is a document.
#pragma once

#include <string>
#include <vector>

#include "projections/report/charity_figures.h"
#include "projections/report/finding_report.h"
#include "projections/report/grant_money.h"
#include "projections/report/obligation_standing.h"
#include "projections/report/service_figures.h"

namespace projections {

struct OrganisationQuestion {
  std::string id_or_number;
  std::optional<Period> period;
  bool exact = false;  // service and open findings too
};

struct OrganisationReport {
  Stamp stamp;
  OrganisationRow organisation;
  std::string state;              // active inactive
  ledger::CivilDay verified = 0;  // last compared with a register of the state
  std::int64_t projects = 0;      // started on the days
  ServiceFigures service;
  CharityFigures charity;
  std::vector<MoneyFigures> granted;    // as the funder, sub-awards left out
  std::vector<MoneyFigures> passed_on;  // as the funder of sub-awards
  std::vector<MoneyFigures> received;   // as the grantee, sub-awards among them
  std::vector<GrantRow> grants;         // as the grantee
  ledger::CivilDay on = 0;              // of which obligations and findings tell
  ObligationCounts obligations;
  std::vector<ObligationEntry> missed;  // overdue, or submitted late
  std::vector<FindingCounts> findings;
};

// By its id as text, or its registration number; kNotFound ORGANISATION_UNKNOWN.
ledger::Result<OrganisationRow> findOrganisation(Database& database, std::string_view id_or_number);

ledger::Result<OrganisationReport> readOrganisationReport(Database& database, const OrganisationQuestion& question);

}  // namespace projections
