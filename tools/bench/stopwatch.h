// Stopwatch — seconds of wall time, or of CPU time of this thread or of all threads.
#pragma once

#include <ctime>

namespace tools {

class Stopwatch {
 public:
  enum class Of { kWall, kThreadCpu, kProcessCpu };

  explicit Stopwatch(Of of = Of::kWall) : clock_(clockOf(of)), start_(now()) {}
  double seconds() const { return now() - start_; }

 private:
  static clockid_t clockOf(Of of) {
    switch (of) {
      case Of::kWall:
        break;
      case Of::kThreadCpu:
        return CLOCK_THREAD_CPUTIME_ID;
      case Of::kProcessCpu:
        return CLOCK_PROCESS_CPUTIME_ID;
    }
    return CLOCK_MONOTONIC;
  }
  double now() const {
    timespec at{};
    ::clock_gettime(clock_, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
  }

  clockid_t clock_;
  double start_;
};

}  // namespace tools
