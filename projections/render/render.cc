#include "projections/render/render.h"

#include <iterator>

#include "projections/render/national_account.h"
#include "projections/report/national_hiding.h"

namespace projections {

using ledger::Result;

Result<std::string> renderGrant(Database& database, std::string_view number_or_id, const Form& form,
                                const PeriodWished& period) {
  const auto report = readGrantReport(database, number_or_id, period);
  if (!report) return report.error();
  if (form.format == Format::kJson) return grantJson(*report);
  return drawn(grantDocument(*report, form.language), form);
}

Result<std::string> renderService(Database& database, ledger::PersonId volunteer, const Form& form,
                                  const PeriodWished& period) {
  const auto report = readServiceReport(database, volunteer, period);
  if (!report) return report.error();
  if (form.format == Format::kJson) return serviceJson(*report);
  return drawn(serviceDocument(*report, form.language), form);
}

Result<std::string> renderCredit(Database& database, const CreditAsk& ask, const Form& form) {
  const auto report = readCreditReport(database, ask);
  if (!report) return report.error();
  if (form.format == Format::kJson) return creditJson(*report);
  return drawn(creditDocument(*report, form.language), form);
}

Result<std::string> renderNational(Database& database, const Form& form, const PeriodWished& period,
                                   Audience audience) {
  auto report = readNationalReport(database, period);
  if (!report) return report.error();
  if (audience == Audience::kPublic) {
    const auto policy = readSuppressionPolicy(database);
    if (!policy) return policy.error();
    hideSmallFigures(*report, *policy);
  }
  const auto account = readNationalAccount(database, period);
  if (!account) return account.error();
  if (form.format == Format::kJson) return nationalJson(*report, &*account);
  Document document = nationalDocument(*report, form.language);
  // What is hidden, and why, stands at the end.
  auto sections = nationalAccountSections(*report, *account, form.language);
  document.sections.insert(std::prev(document.sections.end()), std::make_move_iterator(sections.begin()),
                           std::make_move_iterator(sections.end()));
  return drawn(std::move(document), form);
}

Result<std::string> renderRegister(Database& database, const RegisterQuestion& question, const Form& form) {
  const auto report = readRegisterReport(database, question);
  if (!report) return report.error();
  if (form.format == Format::kJson) return registerJson(*report);
  return drawn(registerDocument(*report, form.language), form);
}

Result<std::string> renderImports(Database& database, std::string_view batch, const Form& form,
                                  const PeriodWished& period) {
  const auto report = readImportReport(database, batch, period);
  if (!report) return report.error();
  if (form.format == Format::kJson) return importJson(*report);
  return drawn(importDocument(*report, form.language), form);
}

Result<std::string> renderLinks(Database& database, const LinkQuestion& question, const Form& form) {
  const auto report = readLinkReport(database, question);
  if (!report) return report.error();
  if (form.format == Format::kJson) return linkJson(*report);
  return drawn(linkDocument(*report, form.language), form);
}

Result<std::string> renderReconciliations(Database& database, std::string_view system, const Form& form,
                                          const PeriodWished& period) {
  const auto report = readReconciliationReport(database, system, period);
  if (!report) return report.error();
  if (form.format == Format::kJson) return reconciliationJson(*report);
  return drawn(reconciliationDocument(*report, form.language), form);
}

Result<std::string> renderRoadmaps(Database& database, const RoadmapQuestion& question, const Form& form) {
  const auto report = readRoadmapReport(database, question);
  if (!report) return report.error();
  if (form.format == Format::kJson) return roadmapJson(*report);
  return drawn(roadmapDocument(*report, form.language), form);
}

Result<std::string> renderBank(Database& database, BankQuestion question, const Form& form) {
  const auto report = readBankReport(database, std::move(question));
  if (!report) return report.error();
  if (form.format == Format::kJson) return bankJson(*report);
  return drawn(bankDocument(*report, form.language), form);
}

}  // namespace projections
