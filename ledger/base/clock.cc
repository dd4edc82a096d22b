#include "ledger/base/clock.h"

#include <openssl/rand.h>

#include <algorithm>
#include <chrono>

namespace ledger {

UtcMs SystemClock::now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void SystemRandom::fill(std::span<std::uint8_t> out) {
  ASAR_CHECK(RAND_bytes(out.data(), static_cast<int>(out.size())) == 1);
}

// SplitMix64 (Steele, Lea, Flood 2014): one word of state, passes the usual batteries.
std::uint64_t SeededRandom::next() {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

std::uint64_t SeededRandom::below(std::uint64_t bound) {
  ASAR_CHECK(bound > 0);
  return next() % bound;
}

void SeededRandom::fill(std::span<std::uint8_t> out) {
  for (std::size_t i = 0; i < out.size(); i += 8) {
    std::uint64_t word = next();
    for (std::size_t k = i; k < std::min(i + 8, out.size()); ++k, word >>= 8)
      out[k] = static_cast<std::uint8_t>(word & 0xff);
  }
}

SubmissionId timeOrderedId(UtcMs now, Random& random) {
  SubmissionId id = random.id<SubmissionId>();
  for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<std::uint8_t>((now >> (40 - 8 * i)) & 0xff);
  return id;
}

}  // namespace ledger
