// FunderReport — what an organisation funds: its grants in sum, by direction, source and class, and one by one.
//
// Shape    sub-awards it passes on stand apart: their money is in the grants it received. Of a period there are the
//          awards of its days, and the money that moved on them.
// Units    minor units, each currency for itself.
// Errors   kNotFound ORGANISATION_UNKNOWN; those of its parts. Who funds nothing has a report without rows.
// Missing  a funder's own budget is not in the ledger: a call has one, and an appropriation of a year.
#pragma once

#include <string>
#include <vector>

#include "projections/report/flow_report.h"
#include "projections/report/organisation_report.h"

namespace projections {

struct FundedGrant {
  GrantRow grant;
  NamedId grantee;
};

// A call for applications, or a contract of the state social order.
struct FundingInstrument {
  ledger::SubjectId id;
  std::string number;
  ledger::Names names;
  std::string state;
  ledger::Currency currency;
  std::int64_t amount = 0;  // a call's budget, a contract's price
  ledger::CivilDay from = 0;
  ledger::CivilDay to = 0;
};

struct FunderReport {
  Stamp stamp;
  OrganisationRow funder;
  std::vector<MoneyFigures> total;
  std::vector<MoneyFigures> by_direction;
  std::vector<MoneyFigures> by_source;
  std::vector<MoneyFigures> by_class;
  std::vector<MoneyFigures> by_region;
  std::vector<MoneyFigures> passed_on;  // sub-awards it funds out of grants
  std::vector<FlowCost> costs;
  std::vector<FundedGrant> grants;  // sub-awards too, by number
  std::vector<FundingInstrument> calls;
  std::vector<FundingInstrument> contracts;
  ledger::CivilDay on = 0;
  ObligationCounts obligations;  // of reports to it
};

ledger::Result<FunderReport> readFunderReport(Database& database, std::string_view id_or_number,
                                              const std::optional<Period>& period = {});

}  // namespace projections
