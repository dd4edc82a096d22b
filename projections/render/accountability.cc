#include "projections/render/accountability.h"

#include <algorithm>
#include <charconv>

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Language;
using ledger::Result;
using ledger::SubjectId;

// A report as JSON, or as its document in the form that is asked for.
template <class Report>
Result<std::string> inForm(const Result<Report>& report, const Form& form,
                           Document (*document)(const Report&, Language), std::string (*json)(const Report&)) {
  if (!report) return report.error();
  if (form.format == Format::kJson) return json(*report);
  return drawn(document(*report, form.language), form);
}

// A grant by its number, an organisation by its registration number, or anything by its id; none where it is empty.
Result<SubjectId> subjectNamed(Database& database, const std::string& of) {
  if (of.empty()) return SubjectId{};
  if (const auto id = SubjectId::parse(of)) return *id;
  if (const auto grant = findGrant(database, of)) return grant->grant;
  if (const auto organisation = findOrganisation(database, of)) return organisation->organisation;
  return Error{ErrorCode::kNotFound, "SUBJECT_UNKNOWN",
               "nothing here is named " + of + ": give an id, the number of a grant, or a registration number"};
}

Result<CorrectionQuestion> correctionsAsked(Database& database, const AccountQuestion& question) {
  CorrectionQuestion asked;
  asked.period = question.period;
  asked.exact = question.exact;
  ASAR_TRY(take(subjectNamed(database, question.of), asked.of));
  const std::string& since = question.since;
  if (since.empty()) return asked;
  const auto [end, error] = std::from_chars(since.data(), since.data() + since.size(), asked.since);
  if (error == std::errc() && end == since.data() + since.size()) return asked;
  asked.since = 0;
  const auto day = ledger::parseDay(since);
  if (!day) return day.error();
  asked.since_day = *day;
  return asked;
}

Result<std::string> renderOrganisation(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readOrganisationReport(database, {question.of, question.period, question.exact}), form,
                organisationDocument, organisationJson);
}

Result<std::string> renderProgramme(Database& database, const AccountQuestion& question, const Form& form) {
  const auto programme = SubjectId::parse(question.of);
  if (!programme) return programme.error();
  return inForm(readProgrammeReport(database, *programme, question.period, question.exact), form, programmeDocument,
                programmeJson);
}

Result<std::string> renderOffice(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readOfficeReport(database, question.of, question.period, question.exact), form, officeDocument,
                officeJson);
}

Result<std::string> renderFunder(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readFunderReport(database, question.of, question.period), form, funderDocument, funderJson);
}

Result<std::string> renderFlow(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readFlowReport(database, question.period), form, flowDocument, flowJson);
}

Result<std::string> renderRegrants(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readRegrantReport(database, question.of), form, regrantDocument, regrantJson);
}

Result<std::string> renderObligations(Database& database, const AccountQuestion& question, const Form& form) {
  const auto of = subjectNamed(database, question.of);
  if (!of) return of.error();
  return inForm(readObligationReport(database, {question.on, question.period, *of}), form, obligationDocument,
                obligationJson);
}

Result<std::string> renderFindings(Database& database, const AccountQuestion& question, const Form& form) {
  const auto of = subjectNamed(database, question.of);
  if (!of) return of.error();
  return inForm(readFindingReport(database, {question.on, *of, question.period, question.exact}), form, findingDocument,
                findingJson);
}

Result<std::string> renderCorrections(Database& database, const AccountQuestion& question, const Form& form) {
  const auto asked = correctionsAsked(database, question);
  if (!asked) return asked.error();
  return inForm(readCorrectionReport(database, *asked), form, correctionDocument, correctionJson);
}

Result<std::string> renderAwards(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readAwardReport(database, question.period, question.exact), form, awardDocument, awardJson);
}

Result<std::string> renderValue(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readValueReport(database, question.period, question.exact), form, valueDocument, valueJson);
}

Result<std::string> renderDeployments(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readDeploymentReport(database, question.period, question.exact), form, deploymentDocument,
                deploymentJson);
}

Result<std::string> renderAssignments(Database& database, const AccountQuestion& question, const Form& form) {
  return inForm(readAssignmentReport(database, question.period, question.exact), form, assignmentDocument,
                assignmentJson);
}

Result<std::string> renderEntries(Database& database, const AccountQuestion& question, const Form& form) {
  EntryQuestion asked = question.entries;
  asked.period = question.period;
  ASAR_TRY(take(subjectNamed(database, question.of), asked.of));
  return inForm(readEntryReport(database, std::move(asked)), form, entryDocument, entryJson);
}

struct NamedReport {
  std::string_view name;
  Result<std::string> (*render)(Database&, const AccountQuestion&, const Form&);
};

constexpr NamedReport kReports[] = {
    {"organisation", renderOrganisation},
    {"programme", renderProgramme},
    {"office", renderOffice},
    {"funder", renderFunder},
    {"flow", renderFlow},
    {"regrants", renderRegrants},
    {"obligations", renderObligations},
    {"findings", renderFindings},
    {"corrections", renderCorrections},
    {"awards", renderAwards},
    {"value", renderValue},
    {"deployments", renderDeployments},
    {"assignments", renderAssignments},
    {"entries", renderEntries},
};

}  // namespace

Result<std::string> renderAccount(Database& database, const AccountQuestion& question, const Form& form) {
  const auto found = std::ranges::find(kReports, question.name, &NamedReport::name);
  if (found != std::end(kReports)) return found->render(database, question, form);
  return Error{ErrorCode::kNotFound, "REPORT_UNKNOWN", "there is no report '" + question.name + "'"};
}

}  // namespace projections
