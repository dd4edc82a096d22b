#include "projections/report/reconciliation_category.h"

#include <algorithm>
#include <array>

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;

constexpr auto kCategories = std::to_array<ReconciliationCategory>({
    // As the national report of these days counts them.
    {ReconciledAs::kAttestedMinutes, "attestedMinutes", Measure::kMinutes, true},
    {ReconciledAs::kImportedMinutes, "importedMinutes", Measure::kMinutes, true},
    {ReconciledAs::kAttendedPeople, "attendedPeople", Measure::kCount, true},
    {ReconciledAs::kVolunteers, "volunteers", Measure::kCount, true},
    {ReconciledAs::kActivities, "activities", Measure::kCount, true},  // that started, also of a voided import
    {ReconciledAs::kGrantsAwarded, "grantsAwarded", Measure::kCount, true},
    {ReconciledAs::kSmallGrants, "smallGrants", Measure::kCount, true},        // of these those of the class `small`
    {ReconciledAs::kSmallSubAwards, "smallSubAwards", Measure::kCount, true},  // that class out of others' lines
    {ReconciledAs::kAmountSmallSubAwards, "amountSmallSubAwards", Measure::kMoney, true},  // theirs
    {ReconciledAs::kAmountAwarded, "amountAwarded", Measure::kMoney, true},
    {ReconciledAs::kAmountDisbursed, "amountDisbursed", Measure::kMoney, true},  // less reversals
    {ReconciledAs::kAmountSpent, "amountSpent", Measure::kMoney, true},
    {ReconciledAs::kAmountReturned, "amountReturned", Measure::kMoney, true},
    {ReconciledAs::kAwardsConferred, "awardsConferred", Measure::kCount, false},
    // By the day of their registration, which is that on which it was recorded; places of a voided import stay.
    {ReconciledAs::kOrganisations, "organisations", Measure::kCount, true},  // up to the last day
    {ReconciledAs::kOrganisationsRegistered, "organisationsRegistered", Measure::kCount, true},
    // By their first day, likewise; or by that of the fact.
    {ReconciledAs::kProjects, "projects", Measure::kCount, true},
    {ReconciledAs::kEventsHeld, "eventsHeld", Measure::kCount, true},
    {ReconciledAs::kDeeds, "deeds", Measure::kCount, true},          // the region is that of the organisation
    {ReconciledAs::kTrainings, "trainings", Measure::kCount, true},  // likewise
    {ReconciledAs::kContracts, "contracts", Measure::kCount, false},
});

}  // namespace

std::span<const ReconciliationCategory> reconciliationCategories() {
  return kCategories;
}

ledger::Result<AskedCategory> parseCategory(std::string_view text) {
  const auto slash = text.find('/');
  const std::string_view name = text.substr(0, slash);
  const auto* const found = std::ranges::find(kCategories, name, &ReconciliationCategory::name);
  if (found == kCategories.end()) {
    std::string known;
    for (const auto& one : kCategories) known.append(known.empty() ? "" : ", ").append(one.name);
    return Error{ErrorCode::kNotFound, "CATEGORY_UNKNOWN",
                 "there is no category '" + std::string(name) + "'; there are " + known};
  }
  if (slash == std::string_view::npos) return AskedCategory{found, {}};
  const std::string_view region = text.substr(slash + 1);
  if (found->by_region && !region.empty()) return AskedCategory{found, std::string(region)};
  return Error{
      ErrorCode::kInvalid, "NO_REGION",
      std::string(text) + (region.empty() ? " names no region after the stroke: write it as " + std::string(name) +
                                                "/KZ-75, or without the stroke"
                                          : " is not kept by region: ask for " + std::string(name) + " alone")};
}

}  // namespace projections
