// Render — a report in the form that is wished for: text, CSV, XLSX or PDF in Kazakh, Russian or English, or JSON.
//
// Shape    JSON is one object on one line, columns under their names in camelCase, amounts in minor units and minutes
//          as integers, ids as their text; all other forms are drawn from the report's document.
// Errors   those of the reports: kNotFound with a sentence; kUnavailable while the read models catch up; and those of
//          the form.
// Threads  the database's.
#pragma once

#include <string>
#include <string_view>

#include "ledger/schema/words/words.h"
#include "projections/database.h"
#include "projections/render/document.h"
#include "projections/render/form.h"
#include "projections/report/bank_report.h"
#include "projections/report/credit_report.h"
#include "projections/report/grant_report.h"
#include "projections/report/import_report.h"
#include "projections/report/link_report.h"
#include "projections/report/national_account.h"
#include "projections/report/national_report.h"
#include "projections/report/reconciliation_report.h"
#include "projections/report/register_report.h"
#include "projections/report/roadmap_report.h"
#include "projections/report/service_report.h"

namespace projections {

// Whether figures about too few people are hidden; offices and auditors see all.
enum class Audience { kPublic, kOffice };

using PeriodWished = std::optional<Period>;

ledger::Result<std::string> renderGrant(Database& database, std::string_view number_or_id, const Form& form,
                                        const PeriodWished& period = {});
ledger::Result<std::string> renderService(Database& database, ledger::PersonId volunteer, const Form& form,
                                          const PeriodWished& period = {});
ledger::Result<std::string> renderCredit(Database& database, const CreditAsk& ask, const Form& form);
ledger::Result<std::string> renderNational(Database& database, const Form& form, const PeriodWished& period = {},
                                           Audience audience = Audience::kPublic);
ledger::Result<std::string> renderRegister(Database& database, const RegisterQuestion& question, const Form& form);
ledger::Result<std::string> renderImports(Database& database, std::string_view batch, const Form& form,
                                          const PeriodWished& period = {});
ledger::Result<std::string> renderLinks(Database& database, const LinkQuestion& question, const Form& form);
ledger::Result<std::string> renderReconciliations(Database& database, std::string_view system, const Form& form,
                                                  const PeriodWished& period = {});
ledger::Result<std::string> renderRoadmaps(Database& database, const RoadmapQuestion& question, const Form& form);
ledger::Result<std::string> renderBank(Database& database, BankQuestion question, const Form& form);

Document grantDocument(const GrantReport& report, ledger::Language language);
Document serviceDocument(const ServiceReport& report, ledger::Language language);
Document creditDocument(const CreditReport& report, ledger::Language language);
Document nationalDocument(const NationalReport& report, ledger::Language language);
Document registerDocument(const RegisterReport& report, ledger::Language language);
Document importDocument(const ImportReport& report, ledger::Language language);
Document linkDocument(const LinkReport& report, ledger::Language language);
Document reconciliationDocument(const ReconciliationReport& report, ledger::Language language);
// A table of what is reported, what is derived and the difference, before it is recorded.
std::string reconciledText(const std::vector<ReconciledFigureRow>& figures, ledger::Currency currency,
                           ledger::Language language);
Document roadmapDocument(const RoadmapReport& report, ledger::Language language);
// One indicator of it, also before its actual is recorded.
std::string indicatorText(const RoadmapIndicator& indicator, ledger::Language language);
Document bankDocument(const BankReport& report, ledger::Language language);

std::string grantJson(const GrantReport& report);
std::string serviceJson(const ServiceReport& report);
std::string creditJson(const CreditReport& report);
std::string nationalJson(const NationalReport& report, const NationalAccount* account = nullptr);
std::string registerJson(const RegisterReport& report);
std::string importJson(const ImportReport& report);
std::string linkJson(const LinkReport& report);
std::string reconciliationJson(const ReconciliationReport& report);
std::string roadmapJson(const RoadmapReport& report);
std::string bankJson(const BankReport& report);

}  // namespace projections
