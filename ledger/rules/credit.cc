#include "ledger/rules/credit.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "ledger/base/civil_months.h"
#include "ledger/base/limits.h"

namespace ledger {
namespace {

using Step = CreditStepKind;

template <class List, class Item>
bool holds(const List& list, const Item& item) {
  return std::ranges::find(list, item) != list.end();
}

// Why the policy leaves an entry out; nothing where it counts.
std::optional<Step> reasonAgainst(const CreditRules& rules, const Days& window, const CreditFact& fact) {
  if (fact.state == HoursState::kImported) return Step::kImported;
  if (fact.state == HoursState::kDisputed && !rules.disputed_too) return Step::kDisputed;
  if (fact.state != HoursState::kAttested && fact.state != HoursState::kDisputed) return Step::kNotAttested;
  if (fact.minutes <= Minutes{0}) return Step::kNotAttested;
  if (rules.confirmed_only && fact.unconfirmed) return Step::kUnconfirmed;
  if (rules.verified_only && fact.unverified) return Step::kUnverified;
  if (!holds(rules.time_bases, fact.time_basis)) return Step::kTimeBasis;
  if (!rules.age_bands.empty() && !holds(rules.age_bands, fact.age_band)) return Step::kAge;
  if (holds(rules.activities_excluded, fact.activity)) return Step::kActivity;
  if (holds(rules.roles_excluded, CreditRole{fact.role})) return Step::kRole;
  if (fact.day < window.from || fact.day > window.to) return Step::kOutside;
  return std::nullopt;
}

struct Tally {
  std::int64_t entries = 0;
  Minutes minutes{};
};

// One evaluation: each step reads what those before it left.
class Reckoning {
 public:
  Reckoning(const CreditRules& rules, const CreditQuestion& question) : rules_(rules), question_(question) {}

  CreditResult run(std::span<const CreditFact> facts) {
    choose(facts);
    capCategories();
    capMinutes();
    const bool complete = categoriesComplete();
    const bool spread = monthsReached(rules_.months_least);
    if (!spread) say(Step::kMonthsLeast, {monthsServed(), rules_.months_least});
    if (complete && spread) credit();
    return std::move(out_);
  }

 private:
  void say(Step kind, std::vector<std::int64_t> figures, std::string name = {}) {
    out_.steps.push_back({kind, std::move(name), std::move(figures)});
  }

  void choose(std::span<const CreditFact> facts) {
    const Days window = creditWindow(rules_, question_.day);
    say(Step::kWindow, {window.from, window.to});
    std::map<Step, Tally> against;
    Tally eligible;
    for (const CreditFact& fact : facts) {
      const auto reason = reasonAgainst(rules_, window, fact);
      Tally& tally = reason ? against[*reason] : eligible;
      ++tally.entries;
      tally.minutes += fact.minutes;
      if (reason) continue;
      eligible_.push_back(&fact);
      months_.insert(monthNumber(fact.day));
    }
    std::ranges::sort(eligible_, {},
                      [](const CreditFact* fact) { return std::tuple(fact->day, fact->entry, fact->hours); });
    for (const auto& [kind, tally] : against) say(kind, {tally.entries, tally.minutes.count()});
    say(Step::kEligible, {eligible.entries, eligible.minutes.count()});
  }

  // What counts of each entry after the caps on its role.
  void capCategories() {
    for (const CreditFact* fact : eligible_) by_role_[fact->role] += fact->minutes;
    std::map<std::string, Minutes> room;
    for (const CreditCategory& category : rules_.categories) {
      const Minutes there = by_role_[category.role];
      if (category.minutes_most == Minutes{0}) continue;
      room[category.role] = category.minutes_most;
      if (there > category.minutes_most)
        say(Step::kCategoryMost, {there.count(), category.minutes_most.count()}, category.role);
    }
    for (const CreditFact* fact : eligible_) {
      const auto limited = room.find(fact->role);
      const Minutes counted = limited == room.end() ? fact->minutes : std::min(fact->minutes, limited->second);
      if (limited != room.end()) limited->second -= counted;
      out_.used.push_back({fact->hours, fact->entry, counted});
    }
  }

  void capMinutes() {
    Minutes there{};
    for (const HoursUsed& one : out_.used) there += one.minutes;
    Minutes room = rules_.minutes_most == Minutes{0} ? there : std::min(there, rules_.minutes_most);
    out_.counted = room;
    if (there > room) say(Step::kMinutesMost, {there.count(), room.count()});
    for (HoursUsed& one : out_.used) {
      one.minutes = std::min(one.minutes, room);
      room -= one.minutes;
    }
    std::erase_if(out_.used, [](const HoursUsed& one) { return one.minutes == Minutes{0}; });
  }

  bool categoriesComplete() {
    bool complete = true;
    for (const CreditCategory& category : rules_.categories) {
      const Minutes there = by_role_[category.role];
      if (there >= category.minutes_least) continue;
      say(Step::kCategoryLeast, {there.count(), category.minutes_least.count()}, category.role);
      complete = false;
    }
    return complete;
  }

  std::int64_t monthsServed() const { return static_cast<std::int64_t>(months_.size()); }
  bool monthsReached(std::int64_t least) const { return monthsServed() >= least; }

  void credit() {
    if (rules_.rounding == CreditRounding::kWholeHours) {
      const std::int64_t hours = out_.counted.count() / 60;
      say(Step::kWholeHours, {hours});
      give(hours);
    } else {
      reachTiers();
    }
  }

  void give(std::int64_t credits) {
    const std::int64_t most = rules_.credits_most == 0 ? credits : std::min<std::int64_t>(credits, rules_.credits_most);
    if (credits > most) say(Step::kCreditsMost, {credits, most});
    out_.credits = static_cast<std::uint32_t>(most);
  }

  bool isOpen(const CreditTier& tier) const {
    return (tier.age_bands.empty() || holds(tier.age_bands, question_.age_band)) && monthsReached(tier.months);
  }

  struct Choice {
    std::int64_t credits = 0;
    std::int64_t voucher = 0;
    Minutes minutes{};
    std::uint64_t tiers = 0;  // a bit for each
  };

  // The best of what the minutes reach: most credits, then the highest voucher. A few tiers at most are combined, so
  // that each combination is tried.
  void extend(const std::vector<const CreditTier*>& open, std::size_t next, const Choice& so_far, Choice& best) const {
    if (std::tie(so_far.credits, so_far.voucher) > std::tie(best.credits, best.voucher)) best = so_far;
    for (std::size_t i = next; i < open.size(); ++i) {
      const CreditTier& tier = *open[i];
      if (so_far.minutes + tier.minutes > out_.counted || (so_far.tiers != 0 && !rules_.combine)) continue;
      extend(open, i + 1,
             {so_far.credits + tier.credits, so_far.voucher + (tier.voucher ? tier.voucher->minor : 0),
              so_far.minutes + tier.minutes, so_far.tiers | std::uint64_t{1} << i},
             best);
    }
  }

  void reachTiers() {
    std::vector<const CreditTier*> open;
    for (const CreditTier& tier : rules_.tiers) {
      if (isOpen(tier) && open.size() < limits::kCreditTiersMax) open.push_back(&tier);
    }
    Choice best;
    extend(open, 0, {}, best);
    for (std::size_t i = 0; i < open.size(); ++i) {
      if ((best.tiers >> i & 1U) == 0) continue;
      const CreditTier& tier = *open[i];
      const std::int64_t voucher = tier.voucher ? tier.voucher->minor : 0;
      say(Step::kTier, {tier.minutes.count(), tier.credits, voucher}, tier.name);
      out_.tiers.push_back(tier.name);
      if (tier.voucher) out_.voucher = Money{best.voucher, tier.voucher->currency};
    }
    if (best.tiers == 0) sayNoTier();
    give(best.credits);
  }

  void sayNoTier() {
    const auto first = std::ranges::find_if(rules_.tiers, [&](const CreditTier& tier) {
      return tier.age_bands.empty() || holds(tier.age_bands, question_.age_band);
    });
    if (first == rules_.tiers.end()) return say(Step::kNoTier, {out_.counted.count(), 0});
    if (out_.counted >= first->minutes) return say(Step::kMonthsLeast, {monthsServed(), first->months});
    say(Step::kNoTier, {out_.counted.count(), first->minutes.count()});
  }

  const CreditRules& rules_;
  const CreditQuestion& question_;
  std::vector<const CreditFact*> eligible_;
  std::set<int> months_;
  std::map<std::string, Minutes> by_role_;
  CreditResult out_;
};

}  // namespace

Days creditWindow(const CreditRules& rules, CivilDay day) {
  switch (rules.window) {
    case CreditWindow::kFiscalYear:
    case CreditWindow::kAcademicYear: {
      const std::chrono::month starts{rules.starts_month == 0 ? 1U : rules.starts_month};
      const auto year = calendarOf(day).year();
      const CivilDay this_year = civilDayOf(year / starts / 1);
      return {this_year <= day ? this_year : civilDayOf((year - std::chrono::years{1}) / starts / 1), day};
    }
    case CreditWindow::kLastMonths:
      return {addMonths(day, -static_cast<int>(rules.window_months)) + 1, day};
    case CreditWindow::kLookBack:
      return {addMonths(day, -static_cast<int>(rules.window_months)),
              addMonths(day, -static_cast<int>(rules.gap_months))};
    case CreditWindow::kUnlimited:
      break;
  }
  return {0, day};
}

CreditResult evaluateCredit(const CreditRules& rules, const CreditQuestion& question,
                            std::span<const CreditFact> facts) {
  return Reckoning(rules, question).run(facts);
}

}  // namespace ledger
