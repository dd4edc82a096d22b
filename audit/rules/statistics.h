// What the rules reckon with: tails of the binomial distribution, medians, distances from a median.
//
// Threads  pure functions.
// Source   the robust z-score of Iglewicz and Hoaglin, 0.6745 × (x − median) / MAD.
#pragma once

#include <cstdint>
#include <vector>

namespace audit {

struct Trials {
  std::uint64_t count = 0;
  std::uint64_t hits = 0;
};
// The probability of at least so many hits, each of probability `p`; 0 < p < 1.
double tailOf(const Trials& trials, double p);

// Of a list that is not empty.
double medianOf(std::vector<double> values);

// How far each value lies from the median, by the spread of the others; empty where they do not spread.
std::vector<double> robustScores(const std::vector<double>& values);

// The mean absolute deviation of the first two digits of these amounts, each at least 10, from those of Benford's law.
double benfordDeviation(const std::vector<std::int64_t>& amounts);

}  // namespace audit
