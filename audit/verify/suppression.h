// Suppression — whether a figure about people has to be hidden, judged anew: by how many stand behind it.
//
// Shape    nobody is too few, unless there is nothing to tell of.
// Units    people.
// Threads  pure functions.
#pragma once

#include <cstdint>

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

bool tooFew(const PeopleBehind& behind, const SuppressionBounds& bounds);

}  // namespace audit
