#include "audit/reports/report_kinds.h"

#include <algorithm>
#include <array>

#include "audit/reports/account_reports.h"
#include "audit/reports/money_reports.h"
#include "audit/reports/oversight_reports.h"
#include "audit/reports/people_reports.h"

namespace audit {
namespace {

constexpr auto kKinds = std::to_array<ReportKind>({
    {"organisation", "organisation", "organisation", countOrganisation},
    {"programme", "programme", "programme", countProgramme},
    {"office", "office", "office", countOffice},
    {"funder", "funder", "organisation", countFunder},
    {"flow", "", "", countFlow},
    {"regrants", "", "of", countRegrants},
    {"obligations", "", "of", countObligations},
    {"findings", "", "of", countFindings},
    {"corrections", "", "of", countCorrections},
    {"roadmap", "", "of", countRoadmaps, "derivedNow difference"},
    {"awards", "", "", countAwards},
    {"value", "", "", countValue},
    {"deployments", "", "", countDeployments},
    {"assignments", "", "", countAssignments},
});

}  // namespace

const ReportKind* reportKind(std::string_view name) {
  const auto* found = std::ranges::find(kKinds, name, &ReportKind::name);
  return found == kKinds.end() ? nullptr : found;
}

}  // namespace audit
