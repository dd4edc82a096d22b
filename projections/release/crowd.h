// Crowd — who stands behind a figure of hours, and whether the figure may be told.
//
// Shape    a share for each person, in the order of persons, none of 0 minutes; of a change minutes may be below 0. A
//          crowd is told where its people reach the bound — the higher one where a minor is among them — and neither
//          one of them holds more than half of the hours, nor two more than four fifths; of a change its size counts.
// Units    minutes.
// Threads  values and pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "projections/report/suppression.h"

namespace projections {

struct Share {
  std::uint32_t person = 0;
  std::int64_t minutes = 0;
  bool minor = false;
  friend bool operator==(const Share&, const Share&) = default;
};

class Crowd {
 public:
  Crowd() = default;
  // In any order; those of one person are added up.
  explicit Crowd(std::vector<Share> shares);

  std::int64_t people() const { return static_cast<std::int64_t>(shares_.size()); }
  std::int64_t minutes() const;
  bool empty() const { return shares_.empty(); }
  const std::vector<Share>& shares() const { return shares_; }

 private:
  std::vector<Share> shares_;
};

// What has to be added to `before` to make `now`: a share for each person whose minutes differ, a minor where she is
// one in either.
Crowd changeOf(const Crowd& before, const Crowd& now);

bool isFew(const Crowd& crowd, const SuppressionRule& rule);
bool isDominated(const Crowd& crowd);
inline bool mayBeTold(const Crowd& crowd, const SuppressionRule& rule) {
  return !isFew(crowd, rule) && !isDominated(crowd);
}

// To the nearest multiple of 5, halves up.
std::int64_t roundedPeople(std::int64_t people);
// Hours, to the nearest multiple of 10, halves up.
std::int64_t roundedHours(std::int64_t minutes);

}  // namespace projections
