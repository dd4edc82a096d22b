#include "projections/render/render.h"

#include "projections/render/document_text.h"
#include "projections/report/national_hiding.h"

namespace projections {

using ledger::Language;
using ledger::Result;

Result<std::string> renderGrant(Database& database, std::string_view number_or_id, Language language, Format format,
                                const PeriodWished& period) {
  const auto report = readGrantReport(database, number_or_id, period);
  if (!report) return report.error();
  return format == Format::kJson ? grantJson(*report) : documentText(grantDocument(*report, language));
}

Result<std::string> renderService(Database& database, ledger::PersonId volunteer, Language language, Format format,
                                  const PeriodWished& period) {
  const auto report = readServiceReport(database, volunteer, period);
  if (!report) return report.error();
  return format == Format::kJson ? serviceJson(*report) : serviceText(*report, language);
}

Result<std::string> renderCredit(Database& database, const CreditAsk& ask, Language language, Format format) {
  const auto report = readCreditReport(database, ask);
  if (!report) return report.error();
  return format == Format::kJson ? creditJson(*report) : creditText(*report, language);
}

Result<std::string> renderNational(Database& database, Language language, Format format, const PeriodWished& period,
                                   Audience audience) {
  auto report = readNationalReport(database, period);
  if (!report) return report.error();
  if (audience == Audience::kPublic) {
    const auto policy = readSuppressionPolicy(database);
    if (!policy) return policy.error();
    hideSmallFigures(*report, *policy);
  }
  return format == Format::kJson ? nationalJson(*report) : nationalText(*report, language);
}

Result<std::string> renderRegister(Database& database, const RegisterQuestion& question, Language language,
                                   Format format) {
  const auto report = readRegisterReport(database, question);
  if (!report) return report.error();
  return format == Format::kJson ? registerJson(*report) : registerText(*report, language);
}

Result<std::string> renderImports(Database& database, std::string_view batch, Language language, Format format,
                                  const PeriodWished& period) {
  const auto report = readImportReport(database, batch, period);
  if (!report) return report.error();
  return format == Format::kJson ? importJson(*report) : importText(*report, language);
}

Result<std::string> renderLinks(Database& database, const LinkQuestion& question, Language language, Format format) {
  const auto report = readLinkReport(database, question);
  if (!report) return report.error();
  return format == Format::kJson ? linkJson(*report) : linkText(*report, language);
}

Result<std::string> renderReconciliations(Database& database, std::string_view system, Language language, Format format,
                                          const PeriodWished& period) {
  const auto report = readReconciliationReport(database, system, period);
  if (!report) return report.error();
  return format == Format::kJson ? reconciliationJson(*report) : reconciliationText(*report, language);
}

Result<std::string> renderRoadmaps(Database& database, const RoadmapQuestion& question, Language language,
                                   Format format) {
  const auto report = readRoadmapReport(database, question);
  if (!report) return report.error();
  return format == Format::kJson ? roadmapJson(*report) : roadmapText(*report, language);
}

Result<std::string> renderBank(Database& database, BankQuestion question, Language language, Format format) {
  const auto report = readBankReport(database, std::move(question));
  if (!report) return report.error();
  return format == Format::kJson ? bankJson(*report) : bankText(*report, language);
}

}  // namespace projections
