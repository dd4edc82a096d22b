// Draws — what the workload's facts are filled with: texts, durations, sums and regions as real ones are spread.
//
// Shape    durations follow the tenths of the American Time Use Survey's volunteering (2003–2009) up to seven hours,
//          sums those of payments a council published (2017), in tenge; words are made of syllables, hundreds of
//          thousands of them, so that no compression is flattered. Reproducible from the random numbers.
// Units    minutes; minor units.
// Threads  one.
#pragma once

#include <string>

#include "ledger/base/clock.h"
#include "ledger/base/instant.h"

namespace tools {

constexpr std::int64_t kLongestService = 420;  // minutes

class Draws {
 public:
  explicit Draws(ledger::SeededRandom& random) : random_(random) {}

  ledger::Minutes duration();
  std::int64_t sum();
  // So many words with spaces between.
  std::string words(int count);
  std::string region();

 private:
  ledger::SeededRandom& random_;
};

}  // namespace tools
