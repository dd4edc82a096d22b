// Credit by hand: what made-up hours earn under made-up rules, at each bound and just past it.
#include "audit/replay/credit.h"

#include <capnp/message.h>
#include <gtest/gtest.h>

#include <deque>

#include "audit/replay/civil_calendar.h"

namespace audit {
namespace {

using schema::AgeBand;
using schema::CreditWindow;

std::int64_t on(std::int64_t year, std::int64_t month, std::int64_t day) {
  return dayOf({year, month, day});
}

class Rules {
 public:
  Rules() : rules(message_.initRoot<schema::CreditRules>()) {
    rules.initTimeBases(1).set(0, schema::TimeBasis::UNPAID);
    rules.setWindow(CreditWindow::UNLIMITED);
    rules.setRounding(schema::CreditRounding::WHOLE_HOURS);
  }
  struct Tier {
    std::int64_t minutes = 0;
    unsigned credits = 0;
    std::int64_t voucher = 0;
    unsigned months = 0;
  };
  void tiers(std::initializer_list<Tier> list, bool combine) {
    rules.setRounding(schema::CreditRounding::FLOOR_TO_TIER);
    rules.setCombine(combine);
    auto built = rules.initTiers(static_cast<unsigned>(list.size()));
    unsigned i = 0;
    for (const Tier& tier : list) {
      built[i].setName("t" + std::to_string(i));
      built[i].setMinutes(tier.minutes);
      built[i].setCredits(tier.credits);
      built[i].setMonths(static_cast<std::uint16_t>(tier.months));
      if (tier.voucher != 0) {
        built[i].initVoucher().setMinor(tier.voucher);
        built[i].getVoucher().setCurrency("KZT");
      }
      ++i;
    }
  }
  void window(CreditWindow window, unsigned months, unsigned gap = 0) {
    rules.setWindow(window);
    rules.setWindowMonths(static_cast<std::uint16_t>(months));
    rules.setGapMonths(static_cast<std::uint16_t>(gap));
  }

 private:
  capnp::MallocMessageBuilder message_;

 public:
  schema::CreditRules::Builder rules;
};

class Served {
 public:
  Hours& add(std::int64_t day, std::int64_t minutes, const std::string& role = "guide") {
    Hours& made = hours_.emplace_back();
    made.state = HoursState::kAttested;
    made.occurred = {day * kDayMs, 0};
    made.standing = minutes;
    made.position = hours_.size();
    made.role = role;
    made.age_band = AgeBand::FROM18TO35;
    Id id{};
    id[0] = static_cast<std::uint8_t>(hours_.size());
    services.push_back({id, &made, schema::ActivityKind::EVENT});
    return made;
  }
  Earned earn(Rules& rules, std::int64_t day, AgeBand band = AgeBand::FROM18TO35) const {
    return earnedBy(rules.rules.asReader(), {day, band}, services);
  }

  std::vector<Service> services;

 private:
  std::deque<Hours> hours_;
};

const std::int64_t kToday = on(2026, 3, 30);

TEST(Credit, WholeHoursOfAllThatCounts) {
  Rules rules;
  Served served;
  served.add(kToday, 100);
  served.add(kToday - 1, 79);
  EXPECT_EQ(served.earn(rules, kToday).credits, 2);
  served.add(kToday - 2, 1);
  const Earned earned = served.earn(rules, kToday);
  EXPECT_EQ(earned.credits, 3);
  ASSERT_EQ(earned.used.size(), 3U);
  EXPECT_EQ(earned.used[0].first, served.services[2].id);
  EXPECT_EQ(earned.used[2].second, 100);
}

TEST(Credit, EntriesOfADayGoByThePositionOfTheirClaims) {
  Rules rules;
  rules.rules.setMinutesMost(100);
  Served served;
  served.add(kToday, 90).position = 9;
  served.add(kToday, 90).position = 8;
  const Earned earned = served.earn(rules, kToday);
  ASSERT_EQ(earned.used.size(), 2U);
  EXPECT_EQ(earned.used[0], std::pair(served.services[1].id, std::int64_t{90}));
  EXPECT_EQ(earned.used[1], std::pair(served.services[0].id, std::int64_t{10}));
}

TEST(Credit, WhichEntriesCount) {
  const auto minutes = [](auto change_rules, auto change_hours) {
    Rules rules;
    change_rules(rules.rules);
    Served served;
    Hours& added = served.add(kToday, 60);
    change_hours(added, served.services.back());
    return served.earn(rules, kToday).credits;
  };
  const auto same = [](auto&) {};
  const auto state = [](HoursState next) { return [next](Hours& hours, Service&) { hours.state = next; }; };
  EXPECT_EQ(minutes(same, [](Hours&, Service&) {}), 1);
  EXPECT_EQ(minutes(same, state(HoursState::kCorrected)), 1);
  EXPECT_EQ(minutes(same, state(HoursState::kDisputed)), 0);
  EXPECT_EQ(minutes([](auto& rules) { rules.setDisputedToo(true); }, state(HoursState::kDisputed)), 1);
  for (const auto other : {HoursState::kClaimed, HoursState::kRejected, HoursState::kVoided})
    EXPECT_EQ(minutes(same, state(other)), 0);
  EXPECT_EQ(minutes(same, [](Hours& hours, Service&) { hours.imported = true; }), 0);
  const auto confirmed_only = [](auto& rules) { rules.setConfirmedOnly(true); };
  const auto assisted = [](bool confirmed) {
    return [confirmed](Hours& hours, Service&) {
      hours.assisted = true;
      hours.confirmed = confirmed;
    };
  };
  EXPECT_EQ(minutes(same, assisted(false)), 1);
  EXPECT_EQ(minutes(confirmed_only, assisted(false)), 0);
  EXPECT_EQ(minutes(confirmed_only, assisted(true)), 1);
  EXPECT_EQ(minutes(same, [](Hours& hours, Service&) { hours.time_basis = schema::TimeBasis::STIPENDED; }), 0);
  const auto only_young = [](auto& rules) { rules.initAgeBands(1).set(0, AgeBand::FROM16TO17); };
  EXPECT_EQ(minutes(only_young, [](Hours&, Service&) {}), 0);
  EXPECT_EQ(minutes(only_young, [](Hours& hours, Service&) { hours.age_band = AgeBand::FROM16TO17; }), 1);
  const auto no_events = [](auto& rules) { rules.initActivitiesExcluded(1).set(0, schema::ActivityKind::EVENT); };
  EXPECT_EQ(minutes(no_events, [](Hours&, Service&) {}), 0);
  EXPECT_EQ(minutes(no_events, [](Hours&, Service& one) { one.activity = schema::ActivityKind::SHIFT; }), 1);
  const auto no_guides = [](auto& rules) { rules.initRolesExcluded(1)[0].setRole("guide"); };
  EXPECT_EQ(minutes(no_guides, [](Hours&, Service&) {}), 0);
  EXPECT_EQ(minutes(no_guides, [](Hours& hours, Service&) { hours.role = "cook"; }), 1);
}

TEST(Credit, VerifiedOrganisationsAreAskedFor) {
  const auto earned = [](bool asked, std::optional<std::int64_t> verified_from) {
    Rules rules;
    rules.rules.setVerifiedOnly(asked);
    Served served;
    served.add(kToday, 60);
    served.services.back().verified_from = verified_from;
    return served.earn(rules, kToday).credits;
  };
  EXPECT_EQ(earned(false, std::nullopt), 1);
  EXPECT_EQ(earned(true, std::nullopt), 0);
  EXPECT_EQ(earned(true, kToday), 1);
  EXPECT_EQ(earned(true, kToday - 1), 1);
  EXPECT_EQ(earned(true, kToday + 1), 0);
}

TEST(Credit, Windows) {
  const auto window = [](auto set, std::int64_t day) {
    Rules rules;
    set(rules);
    const Window found = windowOf(rules.rules.asReader(), day);
    return std::pair(found.first, found.last);
  };
  const auto year = [](std::uint16_t starts) {
    return [starts](Rules& rules) {
      rules.window(CreditWindow::FISCAL_YEAR, 0);
      rules.rules.setStartsMonth(starts);
    };
  };
  EXPECT_EQ(window(year(0), kToday), std::pair(on(2026, 1, 1), kToday));
  EXPECT_EQ(window(year(3), kToday), std::pair(on(2026, 3, 1), kToday));
  EXPECT_EQ(window(year(4), kToday), std::pair(on(2025, 4, 1), kToday));
  const auto last = [](Rules& rules) { rules.window(CreditWindow::LAST_MONTHS, 1); };
  EXPECT_EQ(window(last, kToday), std::pair(on(2026, 3, 1), kToday));
  EXPECT_EQ(window(last, on(2026, 4, 15)), std::pair(on(2026, 3, 16), on(2026, 4, 15)));
  const auto back = [](Rules& rules) { rules.window(CreditWindow::LOOK_BACK, 48, 3); };
  EXPECT_EQ(window(back, kToday), std::pair(on(2022, 3, 30), on(2025, 12, 30)));
  EXPECT_EQ(window([](Rules&) {}, kToday).second, kToday);
}

TEST(Credit, WithoutAWindowEveryDayUpToThatDayCounts) {
  Rules rules;
  Served served;
  served.add(kToday, 60);
  served.add(on(1999, 1, 1), 60);
  served.add(kToday + 1, 60);
  EXPECT_EQ(served.earn(rules, kToday).credits, 2);
}

TEST(Credit, ServiceOutsideTheWindowEarnsNothing) {
  Rules rules;
  rules.window(CreditWindow::LOOK_BACK, 12, 1);
  for (const auto& [day, credits] : {std::pair(on(2025, 3, 29), 0), std::pair(on(2025, 3, 30), 1),
                                     std::pair(on(2026, 2, 28), 1), std::pair(on(2026, 3, 1), 0)}) {
    Served served;
    served.add(day, 60);
    EXPECT_EQ(served.earn(rules, kToday).credits, credits) << day;
  }
}

TEST(Credit, CategoriesHaveTheirLimits) {
  Rules rules;
  auto categories = rules.rules.initCategories(2);
  categories[0].setRole("cook");
  categories[0].setMinutesMost(60);
  categories[1].setRole("guide");
  categories[1].setMinutesLeast(30);
  Served served;
  served.add(kToday, 600, "cook");
  served.add(kToday, 29, "guide");
  EXPECT_EQ(served.earn(rules, kToday).credits, 0);
  served.add(kToday, 1, "guide");
  served.add(kToday, 30, "other");
  EXPECT_EQ(served.earn(rules, kToday).credits, 2);
  rules.rules.setMinutesMost(119);
  EXPECT_EQ(served.earn(rules, kToday).credits, 1);
}

TEST(Credit, CalendarMonthsAreAskedFor) {
  Rules rules;
  rules.rules.setMonthsLeast(2);
  Served served;
  served.add(on(2026, 3, 1), 60);
  served.add(kToday, 60);
  EXPECT_EQ(served.earn(rules, kToday).credits, 0);
  // Nothing of it stands.
  served.add(on(2026, 1, 31), 0);
  EXPECT_EQ(served.earn(rules, kToday).credits, 0);
  served.add(on(2026, 2, 28), 60);
  EXPECT_EQ(served.earn(rules, kToday).credits, 3);
}

TEST(Credit, OneTierOrASetOfThem) {
  Rules one;
  one.tiers({{60, 2, 10}, {120, 5, 20}, {120, 5, 30}}, false);
  Rules several;
  several.tiers({{60, 2, 10}, {120, 5, 20}, {120, 5, 30}}, true);
  const auto earn = [](Rules& rules, std::int64_t minutes) {
    Served served;
    served.add(kToday, minutes);
    const Earned earned = served.earn(rules, kToday);
    return std::pair(earned.credits, earned.voucher);
  };
  using Pair = std::pair<std::int64_t, std::int64_t>;
  EXPECT_EQ(earn(one, 59), Pair(0, 0));
  EXPECT_EQ(earn(one, 60), Pair(2, 10));
  EXPECT_EQ(earn(one, 1000), Pair(5, 30));
  EXPECT_EQ(earn(several, 179), Pair(5, 30));
  EXPECT_EQ(earn(several, 180), Pair(7, 40));
  EXPECT_EQ(earn(several, 239), Pair(7, 40));
  EXPECT_EQ(earn(several, 240), Pair(10, 50));
  EXPECT_EQ(earn(several, 299), Pair(10, 50));
  EXPECT_EQ(earn(several, 300), Pair(12, 60));
  several.rules.setCreditsMost(11);
  EXPECT_EQ(earn(several, 300), Pair(11, 60));
}

TEST(Credit, TiersAreOpenByAgeAndMonths) {
  Rules rules;
  rules.tiers({{60, 1, 0, 0}, {60, 9, 0, 2}}, false);
  rules.rules.getTiers()[0].initAgeBands(1).set(0, AgeBand::FROM16TO17);
  Served served;
  served.add(kToday, 60);
  EXPECT_EQ(served.earn(rules, kToday).credits, 0);
  EXPECT_EQ(served.earn(rules, kToday, AgeBand::FROM16TO17).credits, 1);
  served.add(on(2026, 2, 1), 1);
  EXPECT_EQ(served.earn(rules, kToday).credits, 9);
}

TEST(Credit, TiersWithoutBoundAreNotFollowed) {
  Rules rules;
  rules.rules.setRounding(schema::CreditRounding::FLOOR_TO_TIER);
  rules.rules.setCombine(true);
  for (auto tier : rules.rules.initTiers(40)) {
    tier.setMinutes(1);
    tier.setCredits(1);
  }
  Served served;
  served.add(kToday, 60);
  EXPECT_EQ(served.earn(rules, kToday).credits, 8);
}

}  // namespace
}  // namespace audit
