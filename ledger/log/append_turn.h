// AppendTurn — appends one after the other, each waiting no longer than its deadline.
//
// Shape    Hold takes the turn, or not: ask taken(). It gives the turn back when it goes.
// Threads  a turn is shared by all; a hold belongs to the thread that made it.
// Source   not std::timed_mutex, whose deadline calls the thread sanitizer of clang 14 does not see.
#pragma once

#include <condition_variable>
#include <mutex>

#include "ledger/log/event_log.h"

namespace ledger {

class AppendTurn {
 public:
  class Hold {
   public:
    Hold(AppendTurn& turn, Deadline deadline) : turn_(turn), taken_(turn.take(deadline)) {}
    ~Hold() {
      if (taken_) turn_.giveBack();
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
    // False when the deadline came first, or had passed already.
    bool taken() const { return taken_; }

   private:
    AppendTurn& turn_;
    bool taken_;
  };

 private:
  bool take(Deadline deadline) {
    std::unique_lock lock(mutex_);
    const auto is_free = [this] { return !busy_; };
    if (std::chrono::steady_clock::now() > deadline || !free_.wait_until(lock, deadline, is_free)) return false;
    busy_ = true;
    return true;
  }
  void giveBack() {
    {
      const std::scoped_lock lock(mutex_);
      busy_ = false;
    }
    free_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable free_;
  bool busy_ = false;
};

}  // namespace ledger
