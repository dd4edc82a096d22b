#include "audit/rules/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace audit {
namespace {

constexpr double kNormalQuartile = 0.6745;
constexpr int kLeadings = 90;  // 10 to 99

double logOfFactorial(std::uint64_t n) {
  double sum = 0;
  // Stirling's series from 256 on; the sum itself below.
  if (n < 256) {
    for (std::uint64_t i = 2; i <= n; ++i) sum += std::log(static_cast<double>(i));
    return sum;
  }
  const auto x = static_cast<double>(n);
  constexpr double kTwoPi = 6.283185307179586;
  return x * std::log(x) - x + 0.5 * std::log(kTwoPi * x) + 1.0 / (12.0 * x) - 1.0 / (360.0 * x * x * x);
}

}  // namespace

double tailOf(const Trials& trials, double p) {
  if (trials.hits == 0) return 1;
  if (trials.hits > trials.count) return 0;
  const double all = logOfFactorial(trials.count);
  double sum = 0;
  for (std::uint64_t hits = trials.hits; hits <= trials.count; ++hits) {
    const double choose = all - logOfFactorial(hits) - logOfFactorial(trials.count - hits);
    const double term = std::exp(choose + static_cast<double>(hits) * std::log(p) +
                                 static_cast<double>(trials.count - hits) * std::log1p(-p));
    sum += term;
    // What follows only falls, once past the middle.
    if (term < 1e-18 && static_cast<double>(hits) > p * static_cast<double>(trials.count)) break;
  }
  return std::min(sum, 1.0);
}

double medianOf(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 != 0 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::vector<double> robustScores(const std::vector<double>& values) {
  if (values.empty()) return {};
  const double middle = medianOf(values);
  std::vector<double> away;
  away.reserve(values.size());
  for (const double value : values) away.push_back(std::abs(value - middle));
  const double spread = medianOf(away);
  if (spread <= 0) return {};
  std::vector<double> scores;
  scores.reserve(values.size());
  for (const double value : values) scores.push_back(kNormalQuartile * (value - middle) / spread);
  return scores;
}

double benfordDeviation(const std::vector<std::int64_t>& amounts) {
  std::array<std::uint64_t, kLeadings> counts{};
  for (std::int64_t amount : amounts) {
    while (amount >= 100) amount /= 10;
    if (amount >= 10) ++counts.at(static_cast<std::size_t>(amount - 10));
  }
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = std::log10(1.0 + 1.0 / static_cast<double>(i + 10));
    sum += std::abs(static_cast<double>(counts.at(i)) / static_cast<double>(amounts.size()) - expected);
  }
  return amounts.empty() ? 0 : sum / kLeadings;
}

}  // namespace audit
