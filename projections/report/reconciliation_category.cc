#include "projections/report/reconciliation_category.h"

#include <algorithm>
#include <array>

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;

constexpr auto kCategories = std::to_array<ReconciliationCategory>({
    // As the national report of these days counts them.
    {ReconciledAs::kAttestedMinutes, "attestedMinutes", Measure::kMinutes, ByRegion::kNotPublic},
    {ReconciledAs::kImportedMinutes, "importedMinutes", Measure::kMinutes, ByRegion::kNotPublic},
    {ReconciledAs::kAttendedPeople, "attendedPeople", Measure::kCount, ByRegion::kNotPublic},
    {ReconciledAs::kVolunteers, "volunteers", Measure::kCount, ByRegion::kNotPublic},
    {ReconciledAs::kActivities, "activities", Measure::kCount,
     ByRegion::kKept},  // that started, also of a voided import
    {ReconciledAs::kGrantsAwarded, "grantsAwarded", Measure::kCount, ByRegion::kKept},
    {ReconciledAs::kSmallGrants, "smallGrants", Measure::kCount,
     ByRegion::kKept},  // of these those of the class `small`
    {ReconciledAs::kSmallSubAwards, "smallSubAwards", Measure::kCount,
     ByRegion::kKept},  // that class out of others' lines
    {ReconciledAs::kAmountSmallSubAwards, "amountSmallSubAwards", Measure::kMoney, ByRegion::kKept},  // theirs
    {ReconciledAs::kAmountAwarded, "amountAwarded", Measure::kMoney, ByRegion::kKept},
    {ReconciledAs::kAmountDisbursed, "amountDisbursed", Measure::kMoney, ByRegion::kKept},  // less reversals
    {ReconciledAs::kAmountSpent, "amountSpent", Measure::kMoney, ByRegion::kKept},
    {ReconciledAs::kAmountReturned, "amountReturned", Measure::kMoney, ByRegion::kKept},
    {ReconciledAs::kAwardsConferred, "awardsConferred", Measure::kCount, ByRegion::kNotKept},
    // By the day of their registration, which is that on which it was recorded; places of a voided import stay.
    {ReconciledAs::kOrganisations, "organisations", Measure::kCount, ByRegion::kKept},  // up to the last day
    {ReconciledAs::kOrganisationsRegistered, "organisationsRegistered", Measure::kCount, ByRegion::kKept},
    // By their first day, likewise; or by that of the fact.
    {ReconciledAs::kProjects, "projects", Measure::kCount, ByRegion::kKept},
    {ReconciledAs::kEventsHeld, "eventsHeld", Measure::kCount, ByRegion::kKept},
    {ReconciledAs::kDeeds, "deeds", Measure::kCount, ByRegion::kKept},  // the region is that of the organisation
    {ReconciledAs::kTrainings, "trainings", Measure::kCount, ByRegion::kKept},  // likewise
    {ReconciledAs::kContracts, "contracts", Measure::kCount, ByRegion::kNotKept},
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
  if (region.empty() && found->by_region == ByRegion::kKept) {
    return Error{ErrorCode::kInvalid, "NO_REGION",
                 std::string(text) + " names no region after the stroke: write it as " + std::string(name) +
                     "/KZ-75, or without the stroke"};
  }
  if (found->by_region == ByRegion::kKept) return AskedCategory{found, std::string(region)};
  const bool secret = found->by_region == ByRegion::kNotPublic;
  return Error{ErrorCode::kInvalid, secret ? "REGION_NOT_PUBLIC" : "NO_REGION",
               std::string(text) +
                   (secret ? " would be recorded for all to read, and people and hours of a region are public in "
                             "releases alone"
                           : " is not kept by region") +
                   ": ask for " + std::string(name) + " without a region"};
}

}  // namespace projections
