#include "ledger/rules/draw.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace ledger {
namespace {

// By rank; equal ranks do not happen.
template <class Candidate, class BytesOf>
std::vector<Candidate> firstOf(const Digest& seed, const std::vector<Candidate>& candidates, std::size_t wanted,
                               BytesOf bytes_of) {
  std::vector<std::pair<Digest, Candidate>> ranked;
  ranked.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    const auto bytes = bytes_of(candidate);
    ranked.emplace_back(sha256({asBytes("asar/draw/v1"), seed.view(), bytes}), candidate);
  }
  const std::size_t count = std::min(wanted, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
                    [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Candidate> first;
  for (std::size_t i = 0; i < count; ++i) first.push_back(ranked[i].second);
  return first;
}

std::array<std::uint8_t, 4> bigEndian(std::uint32_t number) {
  return {static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
          static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
}

}  // namespace

std::vector<Expert> drawExperts(const Digest& seed, const std::vector<Expert>& candidates, std::size_t wanted) {
  return firstOf(seed, candidates, wanted, [](const Expert& expert) { return expert.person.bytes; });
}

std::vector<std::uint32_t> drawSample(const Digest& seed, std::uint32_t population, std::uint32_t wanted) {
  std::vector<std::uint32_t> numbers(population);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return firstOf(seed, numbers, wanted, bigEndian);
}

}  // namespace ledger
