// ReconciliationCategory — the figures that another system's report can be compared in, and what each of them counts.
//
// Shape    "CATEGORY", or "CATEGORY/REGION" where the figure is kept by region: "projects/KZ-75". All are of the days
//          FROM..TO; what each counts stands beside its name in the table.
// Units    counts; minutes; minor units of the ledger's currency.
//          People and hours have no region here: what is recorded of them is public, and below the national total the
//          releases alone tell of them.
// Errors   kNotFound CATEGORY_UNKNOWN with those there are; kInvalid NO_REGION where it is not kept by region, and
//          REGION_NOT_PUBLIC where it is of people or hours.
// Threads  pure functions.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ledger/base/result.h"

namespace projections {

enum class ReconciledAs : std::uint8_t {
  kAttestedMinutes,
  kImportedMinutes,
  kAttendedPeople,
  kVolunteers,
  kOrganisations,
  kOrganisationsRegistered,
  kProjects,
  kActivities,
  kEventsHeld,
  kDeeds,
  kTrainings,
  kGrantsAwarded,
  kSmallGrants,
  kSmallSubAwards,
  kAmountSmallSubAwards,
  kContracts,
  kAmountAwarded,
  kAmountDisbursed,
  kAmountSpent,
  kAmountReturned,
  kAwardsConferred,
};
enum class Measure : std::uint8_t { kCount, kMinutes, kMoney };
enum class ByRegion : std::uint8_t { kKept, kNotKept, kNotPublic };

struct ReconciliationCategory {
  ReconciledAs as;
  std::string_view name;
  Measure measure;
  ByRegion by_region;
};

// In the order in which they are told.
std::span<const ReconciliationCategory> reconciliationCategories();

struct AskedCategory {
  const ReconciliationCategory* category = nullptr;
  std::string region;  // empty: the whole ledger
};
ledger::Result<AskedCategory> parseCategory(std::string_view text);

}  // namespace projections
