// Stopwatch — seconds of wall time, or of this thread's CPU time.
#pragma once

#include <time.h>

namespace tools {

class Stopwatch {
 public:
  enum class Of { kWall, kThreadCpu };

  explicit Stopwatch(Of of = Of::kWall) : clock_(of == Of::kWall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID) {
    start_ = now();
  }
  double seconds() const { return now() - start_; }

 private:
  double now() const {
    timespec at{};
    ::clock_gettime(clock_, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
  }

  clockid_t clock_;
  double start_ = 0;
};

}  // namespace tools
