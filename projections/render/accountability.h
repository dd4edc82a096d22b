// Accountability — the reports on who owes what to whom, by their names: an organisation's account, money, duties,
// findings, corrections, awards, value, deployments, assignments; and the journal of public entries.
//
// Shape    as render.h says of all reports: JSON, or a document in the form that is asked for.
// Errors   those of the reports; kNotFound REPORT_UNKNOWN, and SUBJECT_UNKNOWN for what `of` names.
// Threads  the database's.
#pragma once

#include <string>
#include <string_view>

#include "projections/render/render.h"
#include "projections/report/assignment_report.h"
#include "projections/report/award_report.h"
#include "projections/report/correction_report.h"
#include "projections/report/deployment_report.h"
#include "projections/report/entry_report.h"
#include "projections/report/finding_report.h"
#include "projections/report/flow_report.h"
#include "projections/report/funder_report.h"
#include "projections/report/obligation_report.h"
#include "projections/report/office_report.h"
#include "projections/report/organisation_report.h"
#include "projections/report/programme_report.h"
#include "projections/report/regrant_report.h"
#include "projections/report/value_report.h"

namespace projections {

struct AccountQuestion {
  std::string name;  // organisation funder programme office flow regrants obligations findings corrections …
  std::string of;    // whose, by id or number; of lists: whose alone
  PeriodWished period;
  bool exact = false;       // what is for offices and auditors, too
  ledger::CivilDay on = 0;  // of which duties tell; 0: the day of the newest fact
  std::string since;        // of corrections: a size of the log or a day
  EntryQuestion entries;    // of entries: what is asked for beside `of` and the period
};

ledger::Result<std::string> renderAccount(Database& database, const AccountQuestion& question, const Form& form);

Document organisationDocument(const OrganisationReport& report, ledger::Language language);
Document programmeDocument(const ProgrammeReport& report, ledger::Language language);
Document officeDocument(const OfficeReport& report, ledger::Language language);
Document funderDocument(const FunderReport& report, ledger::Language language);
Document flowDocument(const FlowReport& report, ledger::Language language);
Document regrantDocument(const RegrantReport& report, ledger::Language language);
Document obligationDocument(const ObligationReport& report, ledger::Language language);
Document findingDocument(const FindingReport& report, ledger::Language language);
Document correctionDocument(const CorrectionReport& report, ledger::Language language);
Document awardDocument(const AwardReport& report, ledger::Language language);
Document valueDocument(const ValueReport& report, ledger::Language language);
Document deploymentDocument(const DeploymentReport& report, ledger::Language language);
Document assignmentDocument(const AssignmentReport& report, ledger::Language language);
Document entryDocument(const EntryReport& report, ledger::Language language);

std::string organisationJson(const OrganisationReport& report);
std::string programmeJson(const ProgrammeReport& report);
std::string officeJson(const OfficeReport& report);
std::string funderJson(const FunderReport& report);
std::string flowJson(const FlowReport& report);
std::string regrantJson(const RegrantReport& report);
std::string obligationJson(const ObligationReport& report);
std::string findingJson(const FindingReport& report);
std::string correctionJson(const CorrectionReport& report);
std::string awardJson(const AwardReport& report);
std::string valueJson(const ValueReport& report);
std::string deploymentJson(const DeploymentReport& report);
std::string assignmentJson(const AssignmentReport& report);
std::string entryJson(const EntryReport& report);

}  // namespace projections
