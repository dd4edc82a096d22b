#include "audit/watching.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "audit/log/whole_file.h"

namespace audit {
namespace {

void putOut(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

std::int64_t secondsNow() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

// Waits in a thread of its own, so that a round need not end first to be told of it.
class StopSignal {
 public:
  StopSignal() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::thread([this, set] {
      for (int which = 0; sigwait(&set, &which) == 0;) {
        const std::lock_guard hold(mutex_);
        if (which_ != 0) std::_Exit(kExitInterrupted);
        which_ = which;
        came_.notify_all();
      }
    }).detach();
  }
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  ~StopSignal() = default;

  // True where one came before the time was over.
  bool wait(std::chrono::seconds time) {
    std::unique_lock hold(mutex_);
    return came_.wait_for(hold, time, [this] { return which_ != 0; });
  }
  int which() {
    const std::lock_guard hold(mutex_);
    return which_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  int which_ = 0;
};

// The gravest first: a lie, what has stood still, what could not be looked at.
int graver(int one, int other) {
  const auto weight = [](int code) { return code == kExitNotChecked ? 1 : code == kExitStale ? 2 : code; };
  return weight(one) >= weight(other) ? one : other;
}

// What does not change with the clock alone.
std::string gistOf(const WatchRound& round) {
  std::string gist = round.verdict();
  for (const Watched& one : round.watched)
    gist += "\n" + one.name + " " + (one.size ? std::to_string(*one.size) + hexOf(one.root) : "-");
  for (const RaisedAlarm& one : round.alarms) gist += "\n" + std::string(nameOf(one.alarm)) + " " + one.name;
  return gist;
}

class Rounds {
 public:
  explicit Rounds(const Watching& watching) : watching_(watching) {}

  int run() {
    WatchRound round = watchOnce(watching_.question, secondsNow());
    counts_.take(round);
    tell(round);
    return round.exitCode();
  }

 private:
  void tell(WatchRound& round) {
    const bool to_output = watching_.metrics == "-";
    const std::string metrics = watching_.metrics.empty() ? "" : metricsOf(round, counts_);
    if (!metrics.empty() && !to_output && !writeWhole(watching_.metrics, metrics))
      round.findings.couldNotCheck("the metrics cannot be written: " + watching_.metrics);
    std::string gist = gistOf(round);
    if (to_output) {
      putOut(metrics);
    } else if (watching_.json) {
      putOut(jsonOf(round));
    } else if (gist != told_) {
      putOut(textOf(round, watching_.language));
    }
    told_ = std::move(gist);
  }

  const Watching& watching_;
  WatchCounts counts_;
  std::string told_;
};

}  // namespace

int keepWatching(const Watching& watching) {
  Rounds rounds(watching);
  if (watching.once) return rounds.run();
  static auto& stop = *new StopSignal;  // its thread outlives the loop
  int worst = kExitOk;
  do worst = graver(worst, rounds.run());
  while (!stop.wait(std::chrono::seconds(watching.interval_s)));
  return worst == kExitOk && stop.which() == SIGINT ? kExitInterrupted : worst;
}

}  // namespace audit
