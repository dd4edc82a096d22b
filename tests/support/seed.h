// seedOr — where a random test begins.
//
// Shape    N where RC_PARAMS holds "seed=N"; else a fresh one under ASAR_NIGHTLY=1; else the test's own, the same in
//          every run. It is printed, so that a failure can be played again.
// Threads  any, as long as nobody changes the environment.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string_view>

namespace tests {

inline std::uint64_t seedOr(std::uint64_t own) {
  constexpr std::string_view kName = "seed=";
  const char* given = std::getenv("RC_PARAMS");
  const std::string_view parameters = given == nullptr ? "" : given;
  std::uint64_t seed = own;
  if (const auto at = parameters.find(kName); at != std::string_view::npos) {
    seed = std::strtoull(parameters.data() + at + kName.size(), nullptr, 10);
  } else if (std::getenv("ASAR_NIGHTLY") != nullptr) {
    seed = std::random_device()();
  }
  std::printf("RC_PARAMS=seed=%llu\n", static_cast<unsigned long long>(seed));
  return seed;
}

}  // namespace tests
