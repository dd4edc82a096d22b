// What credit rules have to look like.
#include <set>

#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

using schema::CreditRounding;
using schema::CreditWindow;

constexpr std::uint32_t kCreditsMost = 1'000'000;
constexpr std::uint32_t kMonthsMost = 600;
constexpr unsigned kTiersMost = 64;
constexpr std::int64_t kVoucherMost = 125'000'000'000'000;

bool isFitWindow(schema::CreditRules::Reader rules) {
  const auto window = rules.getWindow();
  const bool year = window == CreditWindow::FISCAL_YEAR || window == CreditWindow::ACADEMIC_YEAR;
  const bool months = window == CreditWindow::LAST_MONTHS || window == CreditWindow::LOOK_BACK;
  if (rules.getStartsMonth() > (year ? 12 : 0)) return false;
  if (months ? rules.getWindowMonths() < 1 || rules.getWindowMonths() > kMonthsMost : rules.getWindowMonths() != 0)
    return false;
  return window == CreditWindow::LOOK_BACK ? rules.getGapMonths() <= rules.getWindowMonths()
                                           : rules.getGapMonths() == 0;
}

bool isFitTier(schema::CreditTier::Reader tier) {
  return codesRise(tier.getAgeBands()) && tier.getMinutes() >= 1 && tier.getCredits() <= kCreditsMost &&
         (!tier.hasVoucher() || (tier.getVoucher().getMinor() >= 1 && tier.getVoucher().getMinor() <= kVoucherMost));
}

bool areFitTiers(schema::CreditRules::Reader rules) {
  const auto tiers = rules.getTiers();
  if (rules.getRounding() == CreditRounding::WHOLE_HOURS) return tiers.size() == 0;
  if (tiers.size() == 0 || tiers.size() > (rules.getCombine() ? kCombinedTiersMost : kTiersMost)) return false;
  std::set<std::string> names;
  std::set<std::string> currencies;
  std::int64_t before = 0;
  for (const auto tier : tiers) {
    if (!isFitTier(tier) || tier.getMinutes() < before || !names.insert(stringOf(tier.getName())).second) return false;
    before = tier.getMinutes();
    if (tier.hasVoucher()) currencies.insert(stringOf(tier.getVoucher().getCurrency()));
  }
  return currencies.size() <= 1;
}

bool isFitCategory(schema::CreditCategory::Reader one) {
  if (one.getMinutesMost() < 0 || one.getMinutesLeast() < 0) return false;
  return one.getMinutesMost() == 0 || one.getMinutesLeast() <= one.getMinutesMost();
}

}  // namespace

bool isFitCredit(schema::CreditRules::Reader rules) {
  const auto role = [](auto one) { return stringOf(one.getRole()); };
  const auto categories = rules.getCategories();
  return rules.getTimeBases().size() > 0 && codesRise(rules.getTimeBases()) && codesRise(rules.getAgeBands()) &&
         codesRise(rules.getActivitiesExcluded()) && rises(rules.getRolesExcluded(), role) && isFitWindow(rules) &&
         areFitTiers(rules) && rises(categories, role) && allOf(categories, isFitCategory) &&
         rules.getMinutesMost() >= 0 && rules.getCreditsMost() <= kCreditsMost && rules.getMonthsLeast() <= kMonthsMost;
}

}  // namespace audit
