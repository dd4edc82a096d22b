// What a document of credit rules has to look like.
#include <optional>
#include <set>

#include "ledger/base/limits.h"
#include "ledger/rules/policy_bounds.h"
#include "ledger/rules/policy_document.h"

namespace ledger {
namespace {

constexpr Bounds kNone{0, 0};
constexpr Bounds kAnyMinutes{0, limits::kMinutesMax};

Result<void> checkWindow(const CreditRules& rules) {
  const bool yearly = rules.window == CreditWindow::kFiscalYear || rules.window == CreditWindow::kAcademicYear;
  const bool back = rules.window == CreditWindow::kLastMonths || rules.window == CreditWindow::kLookBack;
  ASAR_TRY(checkWithin("startsMonth", rules.starts_month, yearly ? Bounds{0, 12} : kNone));
  ASAR_TRY(checkWithin("windowMonths", rules.window_months, back ? Bounds{1, limits::kPolicyMonthsMax} : kNone));
  const bool gap = rules.window == CreditWindow::kLookBack;
  return checkWithin("gapMonths", rules.gap_months, gap ? Bounds{0, rules.window_months} : kNone);
}

Result<void> checkTiers(const CreditRules& rules) {
  if (rules.rounding == CreditRounding::kWholeHours) {
    return rules.tiers.empty() ? Result<void>{} : badPolicy("whole hours are rounded to no tiers");
  }
  ASAR_TRY(checkNotEmpty("tiers", rules.tiers));
  const std::size_t most = rules.combine ? limits::kCombinedTiersMax : limits::kCreditTiersMax;
  if (rules.tiers.size() > most)
    return badPolicy(std::to_string(rules.tiers.size()) + " tiers are more than " + std::to_string(most));
  std::set<std::string> names;
  std::optional<Currency> currency;
  for (std::size_t i = 0; i < rules.tiers.size(); ++i) {
    const CreditTier& tier = rules.tiers[i];
    if (!names.insert(tier.name).second) return badPolicy("two tiers are called " + tier.name);
    ASAR_TRY(checkAscending("ageBands", tier.age_bands));
    ASAR_TRY(checkWithin("minutes of " + tier.name, tier.minutes.count(), {1, limits::kMinutesMax}));
    ASAR_TRY(checkWithin("credits of " + tier.name, tier.credits, {0, limits::kCreditsMax}));
    if (tier.voucher) ASAR_TRY(checkWithin("voucher of " + tier.name, tier.voucher->minor, {1, limits::kMinorMax / 8}));
    if (tier.voucher && tier.voucher->currency != currency.value_or(tier.voucher->currency))
      return badPolicy("the vouchers are of two currencies");
    if (tier.voucher) currency = tier.voucher->currency;
    if (i > 0 && tier.minutes < rules.tiers[i - 1].minutes)
      return badPolicy("the tier " + tier.name + " has fewer minutes than the one before it");
  }
  return {};
}

Result<void> checkCategories(const CreditRules& rules) {
  ASAR_TRY(checkAscending("categories", rules.categories, &CreditCategory::role));
  for (const CreditCategory& one : rules.categories) {
    ASAR_TRY(checkWithin("minutesMost of " + one.role, one.minutes_most.count(), kAnyMinutes));
    ASAR_TRY(checkWithin("minutesLeast of " + one.role, one.minutes_least.count(),
                         {0, one.minutes_most.count() == 0 ? limits::kMinutesMax : one.minutes_most.count()}));
  }
  return {};
}

}  // namespace

Result<void> checkPolicy(const CreditRules& document) {
  ASAR_TRY(checkNotEmpty("timeBases", document.time_bases));
  ASAR_TRY(checkAscending("timeBases", document.time_bases));
  ASAR_TRY(checkAscending("ageBands", document.age_bands));
  ASAR_TRY(checkAscending("activitiesExcluded", document.activities_excluded));
  ASAR_TRY(checkAscending("rolesExcluded", document.roles_excluded, &CreditRole::role));
  ASAR_TRY(checkWindow(document));
  ASAR_TRY(checkTiers(document));
  ASAR_TRY(checkCategories(document));
  ASAR_TRY(checkWithin("minutesMost", document.minutes_most.count(), kAnyMinutes));
  ASAR_TRY(checkWithin("creditsMost", document.credits_most, {0, limits::kCreditsMax}));
  return checkWithin("monthsLeast", document.months_least, {0, limits::kPolicyMonthsMax});
}

}  // namespace ledger
