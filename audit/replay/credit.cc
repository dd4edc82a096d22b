#include "audit/replay/credit.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "audit/replay/civil_calendar.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

using schema::CreditWindow;

constexpr std::int64_t kHourMinutes = 60;

template <class List, class Value>
bool has(List list, Value wanted) {
  return !allOf(list, [&](auto one) { return one != wanted; });
}

std::int64_t dayOf(const Service& service) {
  return civilDay(service.hours->occurred);
}

bool hasState(schema::CreditRules::Reader rules, const Hours& hours) {
  switch (hours.state) {
    case HoursState::kAttested:
    case HoursState::kCorrected:
      return true;
    case HoursState::kDisputed:
      return rules.getDisputedToo();
    case HoursState::kClaimed:
    case HoursState::kRejected:
    case HoursState::kImported:
    case HoursState::kVoided:
      return false;
  }
  return false;
}

bool counts(schema::CreditRules::Reader rules, const Service& service) {
  const Hours& hours = *service.hours;
  if (hours.standing <= 0 || hours.imported || !hasState(rules, hours)) return false;
  if (rules.getConfirmedOnly() && hours.assisted && !hours.confirmed) return false;
  if (rules.getVerifiedOnly() && (!service.verified_from || *service.verified_from > dayOf(service))) return false;
  if (!has(rules.getTimeBases(), hours.time_basis)) return false;
  if (rules.getAgeBands().size() != 0 && !has(rules.getAgeBands(), hours.age_band)) return false;
  if (has(rules.getActivitiesExcluded(), service.activity)) return false;
  return allOf(rules.getRolesExcluded(), [&](auto one) { return stringOf(one.getRole()) != hours.role; });
}

std::size_t monthsOf(const std::vector<Service>& services) {
  std::set<std::pair<std::int64_t, std::int64_t>> months;
  for (const Service& service : services) {
    const CivilDate date = dateOf(dayOf(service));
    months.emplace(date.year, date.month);
  }
  return months.size();
}

std::int64_t minutesIn(const std::vector<Service>& services, const std::string& role) {
  std::int64_t sum = 0;
  for (const Service& service : services) {
    if (service.hours->role == role) sum = saturated(sum, service.hours->standing);
  }
  return sum;
}

bool reachesLeast(schema::CreditRules::Reader rules, const std::vector<Service>& services) {
  const auto reached = [&](auto category) {
    return minutesIn(services, stringOf(category.getRole())) >= category.getMinutesLeast();
  };
  return allOf(rules.getCategories(), reached) && monthsOf(services) >= rules.getMonthsLeast();
}

// No more of a role than its category takes, then no more of all than the rules take; in the order of the entries.
std::int64_t count(schema::CreditRules::Reader rules, const std::vector<Service>& services, Earned& earned) {
  constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();
  std::map<std::string, std::int64_t> room;
  for (const auto category : rules.getCategories())
    room[stringOf(category.getRole())] = category.getMinutesMost() == 0 ? kAll : category.getMinutesMost();
  std::int64_t left = rules.getMinutesMost() == 0 ? kAll : rules.getMinutesMost();
  std::int64_t sum = 0;
  for (const Service& service : services) {
    const auto of_role = room.find(service.hours->role);
    std::int64_t minutes = std::min(service.hours->standing, left);
    if (of_role != room.end()) minutes = std::min(minutes, of_role->second);
    if (minutes <= 0) continue;
    if (of_role != room.end()) of_role->second -= minutes;
    left -= minutes;
    sum = saturated(sum, minutes);
    earned.used.emplace_back(service.id, minutes);
  }
  return sum;
}

// A set of tiers, and what it gives.
struct Reached {
  std::int64_t minutes = 0;
  std::int64_t credits = 0;
  std::int64_t voucher = 0;
};

constexpr std::size_t kSetsMost = std::size_t{1} << kCombinedTiersMost;

std::vector<Reached> setsOf(schema::CreditRules::Reader rules, const Asked& asked, std::size_t months) {
  std::vector<Reached> sets{{}};
  for (const auto tier : rules.getTiers()) {
    if (tier.getAgeBands().size() != 0 && !has(tier.getAgeBands(), asked.age_band)) continue;
    if (months < tier.getMonths()) continue;
    // More than fit rules have: each further tier would double them.
    if (rules.getCombine() && sets.size() >= kSetsMost) break;
    const std::int64_t voucher = tier.hasVoucher() ? tier.getVoucher().getMinor() : 0;
    const std::size_t before = rules.getCombine() ? sets.size() : 1;
    for (std::size_t i = 0; i < before; ++i) {
      const Reached& with = sets[i];
      sets.push_back(
          {saturated(with.minutes, tier.getMinutes()), with.credits + tier.getCredits(), with.voucher + voucher});
    }
  }
  return sets;
}

std::string currencyOf(schema::CreditRules::Reader rules) {
  for (const auto tier : rules.getTiers()) {
    if (tier.hasVoucher()) return stringOf(tier.getVoucher().getCurrency());
  }
  return {};
}

void reachTiers(schema::CreditRules::Reader rules, const std::vector<Reached>& sets, std::int64_t minutes,
                Earned& earned) {
  Reached best;
  for (const Reached& one : sets) {
    if (one.minutes > minutes) continue;
    if (std::tie(one.credits, one.voucher) > std::tie(best.credits, best.voucher)) best = one;
  }
  earned.credits = best.credits;
  earned.voucher = best.voucher;
  earned.currency = currencyOf(rules);
}

}  // namespace

Window windowOf(schema::CreditRules::Reader rules, std::int64_t day) {
  const std::int64_t months = rules.getWindowMonths();
  switch (rules.getWindow()) {
    case CreditWindow::FISCAL_YEAR:
    case CreditWindow::ACADEMIC_YEAR: {
      const CivilDate date = dateOf(day);
      const std::int64_t starts = rules.getStartsMonth() == 0 ? 1 : rules.getStartsMonth();
      return {audit::dayOf({date.month < starts ? date.year - 1 : date.year, starts, 1}), day};
    }
    case CreditWindow::LAST_MONTHS:
      return {monthsOn(day, -months) + 1, day};
    case CreditWindow::LOOK_BACK:
      return {monthsOn(day, -months), monthsOn(day, -std::int64_t{rules.getGapMonths()})};
    case CreditWindow::UNLIMITED:
      break;
  }
  return {std::numeric_limits<std::int64_t>::min(), day};
}

Earned earnedBy(schema::CreditRules::Reader rules, const Asked& asked, std::vector<Service> services) {
  const Window window = windowOf(rules, asked.day);
  std::erase_if(services, [&](const Service& one) { return !counts(rules, one) || !window.holds(dayOf(one)); });
  std::ranges::sort(services, {}, [](const Service& one) { return std::pair(dayOf(one), one.hours->position); });
  Earned earned;
  if (!reachesLeast(rules, services)) return earned;
  const std::int64_t minutes = count(rules, services, earned);
  if (rules.getRounding() == schema::CreditRounding::WHOLE_HOURS) {
    earned.credits = minutes / kHourMinutes;
  } else {
    reachTiers(rules, setsOf(rules, asked, monthsOf(services)), minutes, earned);
  }
  if (rules.getCreditsMost() != 0) earned.credits = std::min<std::int64_t>(earned.credits, rules.getCreditsMost());
  return earned;
}

}  // namespace audit
