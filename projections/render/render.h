// Render — a report as text for a terminal, in Kazakh, Russian or English, or as JSON with machine names.
//
// Shape    text is plain UTF-8 without colour, ended by a line feed; JSON is one object on one line, columns under
//          their names in camelCase, amounts in minor units and minutes as integers, ids as their text.
// Errors   those of the reports: kNotFound with a sentence; kUnavailable while the read models catch up.
// Threads  the database's.
#pragma once

#include <string>
#include <string_view>

#include "ledger/schema/words/words.h"
#include "projections/database.h"
#include "projections/render/document.h"
#include "projections/report/bank_report.h"
#include "projections/report/credit_report.h"
#include "projections/report/grant_report.h"
#include "projections/report/import_report.h"
#include "projections/report/link_report.h"
#include "projections/report/national_report.h"
#include "projections/report/reconciliation_report.h"
#include "projections/report/register_report.h"
#include "projections/report/roadmap_report.h"
#include "projections/report/service_report.h"

namespace projections {

enum class Format { kText, kJson };

// Whether figures about too few people are hidden; offices and auditors see all.
enum class Audience { kPublic, kOffice };

using PeriodWished = std::optional<Period>;

ledger::Result<std::string> renderGrant(Database& database, std::string_view number_or_id, ledger::Language language,
                                        Format format, const PeriodWished& period = {});
ledger::Result<std::string> renderService(Database& database, ledger::PersonId volunteer, ledger::Language language,
                                          Format format, const PeriodWished& period = {});
ledger::Result<std::string> renderCredit(Database& database, const CreditAsk& ask, ledger::Language language,
                                         Format format);
ledger::Result<std::string> renderNational(Database& database, ledger::Language language, Format format,
                                           const PeriodWished& period = {}, Audience audience = Audience::kPublic);
ledger::Result<std::string> renderRegister(Database& database, const RegisterQuestion& question,
                                           ledger::Language language, Format format);
ledger::Result<std::string> renderImports(Database& database, std::string_view batch, ledger::Language language,
                                          Format format, const PeriodWished& period = {});
ledger::Result<std::string> renderLinks(Database& database, const LinkQuestion& question, ledger::Language language,
                                        Format format);
ledger::Result<std::string> renderReconciliations(Database& database, std::string_view system,
                                                  ledger::Language language, Format format,
                                                  const PeriodWished& period = {});
ledger::Result<std::string> renderRoadmaps(Database& database, const RoadmapQuestion& question,
                                           ledger::Language language, Format format);
ledger::Result<std::string> renderBank(Database& database, BankQuestion question, ledger::Language language,
                                       Format format);

Document grantDocument(const GrantReport& report, ledger::Language language);

std::string serviceText(const ServiceReport& report, ledger::Language language);
std::string creditText(const CreditReport& report, ledger::Language language);
std::string nationalText(const NationalReport& report, ledger::Language language);
std::string registerText(const RegisterReport& report, ledger::Language language);
std::string importText(const ImportReport& report, ledger::Language language);
std::string linkText(const LinkReport& report, ledger::Language language);
std::string reconciliationText(const ReconciliationReport& report, ledger::Language language);
// A table of what is reported, what is derived and the difference, before it is recorded.
std::string reconciledText(const std::vector<ReconciledFigureRow>& figures, ledger::Currency currency,
                           ledger::Language language);
std::string roadmapText(const RoadmapReport& report, ledger::Language language);
// One indicator of it, also before its actual is recorded.
std::string indicatorText(const RoadmapIndicator& indicator, ledger::Language language);
std::string bankText(const BankReport& report, ledger::Language language);

std::string grantJson(const GrantReport& report);
std::string serviceJson(const ServiceReport& report);
std::string creditJson(const CreditReport& report);
std::string nationalJson(const NationalReport& report);
std::string registerJson(const RegisterReport& report);
std::string importJson(const ImportReport& report);
std::string linkJson(const LinkReport& report);
std::string reconciliationJson(const ReconciliationReport& report);
std::string roadmapJson(const RoadmapReport& report);
std::string bankJson(const BankReport& report);

}  // namespace projections
