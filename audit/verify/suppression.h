// Suppression — which figures about people have to be hidden, judged anew: by how many stand behind them.
//
// Shape    of one figure in all cells of a table and in their sum. Nobody is too few, unless there is nothing to tell
//          of. What is hidden alone could be reckoned from the rest: two cells at least are hidden, and one of them
//          has people enough by itself; until then the smallest of the others goes with them. Under a hidden sum all
//          is hidden.
// Units    people.
// Threads  pure functions.
#pragma once

#include <cstdint>
#include <vector>

namespace audit {

// What stands where no policy says anything else.
struct SuppressionBounds {
  std::int64_t least = 10;
  std::int64_t least_with_minors = 20;
};

struct PeopleBehind {
  std::int64_t people = 0;
  std::int64_t minors = 0;  // of them
  bool nothing = false;     // there is nothing of that sort
};

struct Hiding {
  bool sum = false;
  std::vector<bool> cells;
};

Hiding hidingOf(const PeopleBehind& sum, const std::vector<PeopleBehind>& cells, const SuppressionBounds& bounds);

}  // namespace audit
