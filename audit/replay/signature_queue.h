// SignatureQueue — actors' signatures, checked beside the replay.
//
// Shape    a signature that does not hold becomes a finding when the queue is finished; the order does not matter,
//          since findings are sorted.
// Threads  add and finish by one thread; the checks run on another where `beside` says so.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "audit/base/finding.h"

namespace audit {

struct SignatureJob {
  std::uint64_t index = 0;
  Key key{};
  Buffer message;
  std::array<std::uint8_t, 64> signature{};
};

class SignatureQueue {
 public:
  explicit SignatureQueue(bool beside);
  ~SignatureQueue();
  SignatureQueue(const SignatureQueue&) = delete;
  SignatureQueue& operator=(const SignatureQueue&) = delete;

  void add(SignatureJob job);
  // Waits for the checks; how many were made.
  std::uint64_t finish(Findings& findings);

 private:
  void work();
  void check(const SignatureJob& job);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<SignatureJob> waiting_;
  bool closed_ = false;
  std::uint64_t checked_ = 0;
  std::vector<Finding> wrong_;
  std::thread worker_;
};

// What an actor signs: the header, with its length and type in front.
Buffer signedBytes(Bytes header);

}  // namespace audit
