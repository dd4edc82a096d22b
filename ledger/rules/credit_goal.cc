#include "ledger/rules/credit_goal.h"

#include <algorithm>
#include <tuple>

#include "ledger/base/limits.h"

namespace ledger {
namespace {

std::uint32_t capped(const CreditRules& rules, std::uint64_t credits) {
  const std::uint64_t most = rules.credits_most == 0 ? credits : std::min<std::uint64_t>(credits, rules.credits_most);
  return static_cast<std::uint32_t>(most);
}

std::int64_t minorOf(const std::optional<Money>& voucher) {
  return voucher ? voucher->minor : 0;
}

// A condition of the policy, and no lack of minutes, stands in the way.
bool isBarred(const CreditResult& result) {
  return std::ranges::any_of(result.steps, [](const CreditStep& step) {
    return step.kind == CreditStepKind::kCategoryLeast || step.kind == CreditStepKind::kMonthsLeast;
  });
}

CreditGoal goalOf(const CreditRules& rules, const std::vector<const CreditTier*>& tiers, std::uint64_t chosen) {
  CreditGoal goal;
  std::uint64_t credits = 0;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    if ((chosen >> i & 1U) == 0) continue;
    const CreditTier& tier = *tiers[i];
    goal.minutes += tier.minutes;
    goal.tiers.push_back(tier.name);
    credits += tier.credits;
    if (tier.voucher) goal.voucher = Money{minorOf(goal.voucher) + tier.voucher->minor, tier.voucher->currency};
  }
  goal.credits = capped(rules, credits);
  return goal;
}

std::optional<CreditGoal> nextTiers(const CreditRules& rules, const CreditQuestion& question,
                                    const CreditResult& result) {
  std::vector<const CreditTier*> open;
  for (const CreditTier& tier : rules.tiers) {
    const bool of_age =
        tier.age_bands.empty() || std::ranges::find(tier.age_bands, question.age_band) != tier.age_bands.end();
    if (of_age) open.push_back(&tier);
  }
  const bool combined = rules.combine && open.size() <= limits::kCombinedTiersMax;
  const std::uint64_t sets = combined ? std::uint64_t{1} << open.size() : open.size();
  std::optional<CreditGoal> best;
  for (std::uint64_t i = 0; i < sets; ++i) {
    const CreditGoal goal = goalOf(rules, open, combined ? i : std::uint64_t{1} << i);
    if (goal.minutes <= result.counted) continue;
    if (rules.minutes_most != Minutes{0} && goal.minutes > rules.minutes_most) continue;
    if (std::tuple(goal.credits, minorOf(goal.voucher)) <= std::tuple(result.credits, minorOf(result.voucher)))
      continue;
    const auto rank = [](const CreditGoal& one) {
      return std::tuple(-one.minutes.count(), one.credits, minorOf(one.voucher));
    };
    if (!best || rank(goal) > rank(*best)) best = goal;
  }
  return best;
}

std::optional<CreditGoal> nextHour(const CreditRules& rules, const CreditResult& result) {
  CreditGoal goal;
  const std::int64_t hours = result.counted.count() / 60 + 1;
  goal.minutes = Minutes{hours * 60};
  goal.credits = capped(rules, static_cast<std::uint64_t>(hours));
  if (rules.minutes_most != Minutes{0} && goal.minutes > rules.minutes_most) return std::nullopt;
  if (goal.credits <= result.credits) return std::nullopt;
  return goal;
}

}  // namespace

std::optional<CreditGoal> nextGoal(const CreditRules& rules, const CreditQuestion& question,
                                   const CreditResult& result) {
  if (isBarred(result)) return std::nullopt;
  auto goal =
      rules.rounding == CreditRounding::kWholeHours ? nextHour(rules, result) : nextTiers(rules, question, result);
  if (goal) goal->missing = goal->minutes - result.counted;
  return goal;
}

}  // namespace ledger
