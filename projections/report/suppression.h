// Suppression — whether a figure about people is told, or hidden because too few people stand behind it.
//
// Shape    a figure is told where at least `least` people stand behind it, and `least_with_minors` where a minor is
//          among them. Nobody is too few, too, except where there is nothing that a figure could tell of.
// Units    people, each counted once.
// Threads  pure functions.
#pragma once

#include <cstdint>

namespace projections {

// What stands where no policy says anything else.
struct SuppressionRule {
  std::int64_t least = 10;
  std::int64_t least_with_minors = 20;
};

struct PeopleBehind {
  std::int64_t people = 0;
  std::int64_t minors = 0;  // of them
  bool nothing = false;     // there is nothing of that sort: 0 tells of nobody
};

bool isTooFew(const PeopleBehind& behind, const SuppressionRule& rule);

}  // namespace projections
