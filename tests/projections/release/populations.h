// Random populations of volunteers, small enough for their figures to be hidden often: three months of a quarter as
// they were released, and what was known of them at the end of the year.
#pragma once

#include <random>

#include "projections/release/revision.h"

namespace projections::tests {

inline constexpr std::size_t kMonths = kMonthsOfQuarter;

struct Population {
  SuppressionRule rule;
  std::array<ReleaseEntries, kMonths> before;
  std::array<ReleaseEntries, kMonths> now;
};

class Populations {
 public:
  explicit Populations(std::uint64_t seed) : random_(seed) {}

  Population next() {
    regions_ = 1 + pick(4);
    organisations_ = 1 + pick(6);
    activities_ = 1 + pick(5);
    people_ = 4 + pick(90);
    with_minors_ = pick(3) == 0;
    Population population;
    population.rule = {2 + static_cast<std::int64_t>(pick(9)), 0};
    population.rule.least_with_minors = population.rule.least * 2;
    for (std::size_t month = 0; month < kMonths; ++month) {
      const std::size_t entries = pick(5) == 0 ? pick(8) : pick(2 * people_);
      for (std::size_t i = 0; i < entries; ++i) population.before[month].push_back(entry());
      population.now[month] = later(population.before[month]);
    }
    return population;
  }

 private:
  std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }

  ReleaseEntry entry() {
    ReleaseEntry one;
    one.person = static_cast<std::uint32_t>(pick(people_));
    // Of uneven sizes, so that some are small.
    const std::size_t organisation = std::min(pick(organisations_), pick(organisations_));
    one.organisation = static_cast<std::uint32_t>(organisation);
    // Most serve in the region of their organisation.
    const std::size_t region = pick(5) == 0 ? pick(regions_) : organisation % regions_;
    one.region = "KZ-" + std::to_string(10 + region);
    one.activity = kKinds[std::min(pick(activities_), pick(activities_))];
    one.minutes = pick(12) == 0 ? 0 : 30 * (1 + static_cast<std::int64_t>(pick(12)));
    if (pick(25) == 0) one.minutes *= 40;  // one who holds most of it
    one.minor = with_minors_ && one.person % 7 == 0;
    return one;
  }

  // Some come late, some are voided or corrected, some belong elsewhere.
  ReleaseEntries later(ReleaseEntries entries) {
    const std::size_t sort = pick(4);
    if (sort == 0) return entries;
    const std::size_t added = sort == 1 ? pick(3) : pick(people_);
    for (std::size_t i = 0; i < added; ++i) entries.push_back(entry());
    const std::size_t changed = sort == 3 ? pick(people_) : pick(3);
    for (std::size_t i = 0; i < changed && !entries.empty(); ++i) {
      const std::size_t place = pick(entries.size());
      if (pick(3) == 0) {
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(place));
      } else if (pick(2) == 0) {
        entries[place].minutes = 30 * static_cast<std::int64_t>(pick(12));
      } else {
        entries[place] = entry();
      }
    }
    return entries;
  }

  static constexpr const char* kKinds[] = {"shift", "event", "campaign", "online", "training"};
  std::mt19937_64 random_;
  std::size_t regions_ = 1;
  std::size_t organisations_ = 1;
  std::size_t activities_ = 1;
  std::size_t people_ = 1;
  bool with_minors_ = false;
};

}  // namespace projections::tests
