// Progress — one line on a terminal's standard error for work that takes longer than a second.
//
// Shape    nothing before the first second, nothing where standard error is no terminal; gone when done. A text may
// tell
//          how many were done {0}, of how many {1}, per cent {2}, how many a second {3}, and the time left {4}: both
//          reckoned from the first call on, so that what an earlier run had done is not in the rate.
// Threads  one.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "tools/asar/session.h"

namespace tools {

class Progress {
 public:
  Progress(const Session& session, std::string text_key, std::uint64_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance() { show(done_ + 1); }
  void show(std::uint64_t done);

 private:
  using Time = std::chrono::steady_clock::time_point;

  std::string line(std::uint64_t done, Time now) const;

  const Session& session_;
  std::string text_key_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::uint64_t first_done_ = 0;
  Time started_;
  Time first_;  // call
  Time shown_;
  bool called_ = false;
  bool visible_ = false;
};

}  // namespace tools
