// Progress — one line on a terminal's standard error for work that takes longer than a second.
//
// Shape    nothing before the first second, nothing where standard error is no terminal; gone when done.
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

  const Session& session_;
  std::string text_key_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  Time started_;
  Time shown_;
  bool visible_ = false;
};

}  // namespace tools
