// How far the read models are behind: published checkpoints come while others append, and a follower folds.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "ledger/publisher.h"
#include "projections/database.h"
#include "projections/follower.h"
#include "tools/bench/measures.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::Position;
using projections::Goal;

constexpr double kEventsPerSecond = 50'000;
constexpr std::chrono::milliseconds kBetweenCheckpoints{100};
// So many times the plan's events are appended, for seconds and not for moments; and no more than for twenty seconds.
constexpr std::size_t kTimesAsMany = 4;
constexpr std::size_t kFollowedMost = 1'000'000;

// What was published, and when the read models came so far.
class Checkpoints {
 public:
  struct Seen {
    Goal goal;
    double published = 0;  // seconds
    Position behind = 0;   // entries between it and the read models at that moment
    double lag = -1;       // seconds; below zero until the read models have it
  };

  void publish(const Goal& goal) {
    const std::scoped_lock lock(mutex_);
    seen_.push_back({goal, clock_.seconds(), goal.size - reached_, -1});
    changed_.notify_all();
  }
  void end() {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }
  // The newest one past that size; none after the last.
  std::optional<Goal> newestPast(Position size) {
    std::unique_lock lock(mutex_);
    const auto is_there = [&] { return !seen_.empty() && seen_.back().goal.size > size; };
    changed_.wait(lock, [&] { return ended_ || is_there(); });
    if (!is_there()) return std::nullopt;
    return seen_.back().goal;
  }
  void reach(Position size) {
    const std::scoped_lock lock(mutex_);
    reached_ = size;
    for (Seen& one : seen_) {
      if (one.lag < 0 && one.goal.size <= size) one.lag = clock_.seconds() - one.published;
    }
    changed_.notify_all();
  }
  void awaitReached(Position size) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return reached_ >= size; });
  }
  // Once nobody adds to them.
  const std::deque<Seen>& seen() const { return seen_; }

 private:
  const Stopwatch clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Seen> seen_;
  Position reached_ = 0;
  bool ended_ = false;
};

// Entries a second by which the read models fall behind: the later half of the checkpoints against the earlier.
double fallingBehind(const std::deque<Checkpoints::Seen>& seen, std::size_t first) {
  const std::size_t half = (seen.size() - first) / 2;
  if (half == 0) return 0;
  struct Means {
    double behind = 0, at = 0;
  };
  const auto means_of = [&](std::size_t from) {
    Means means;
    for (std::size_t i = from; i < from + half; ++i) {
      means.behind += static_cast<double>(seen[i].behind) / static_cast<double>(half);
      means.at += seen[i].published / static_cast<double>(half);
    }
    return means;
  };
  const Means earlier = means_of(first), later = means_of(seen.size() - half);
  return std::max(0.0, (later.behind - earlier.behind) / (later.at - earlier.at));
}

struct Lags {
  Runs lag;       // ms of each checkpoint
  Runs appended;  // events a second of each round
  Runs falling;   // entries a second of each round
};

// One ledger that others append to, its published checkpoints, and its read models.
class Followed {
 public:
  Followed(const Plan& plan, const Workload& workload)
      : workload_(workload),
        stored_(workload, plan.folder / "followed"),
        publisher_(plan.folder / "followed-tiles"),
        reader_(stored_.log()),
        read_(plan.folder / "followed-read") {
    emptyFolder(plan.folder / "followed-tiles");
    emptyFolder(read_);
  }

  void run(const std::vector<ledger::Submission>& later, Lags& lags) {
    std::jthread follower([&] { follow(); });
    publish();
    checkpoints_.awaitReached(published_);
    const std::size_t first = checkpoints_.seen().size();
    const double seconds = appendAndPublish(later);
    const auto events = static_cast<double>(later.size() * kCommandsPerSubmission);
    checkpoints_.end();
    follower.join();
    lags.appended.add(events / seconds);
    lags.falling.add(fallingBehind(checkpoints_.seen(), first));
    for (std::size_t i = first; i < checkpoints_.seen().size(); ++i) lags.lag.add(checkpoints_.seen()[i].lag * 1e3);
  }

 private:
  void follow() {
    auto database = orGiveUp(projections::Database::open(read_ / "read.db"));
    ledger::LogReader reader(stored_.log());
    const auto follower = orGiveUp(projections::Follower::open(database, reader));
    while (const auto goal = checkpoints_.newestPast(follower->bookmark().size)) {
      orGiveUp(follower->follow(*goal));
      checkpoints_.reach(follower->bookmark().size);
    }
  }

  void publish() {
    const auto sealed = stored_.ledger().sealed();
    if (sealed.size == published_) return;
    orGiveUp(publisher_.publish(reader_, {workload_.logKey().name, sealed.size, sealed.root},
                                workload_.signedNote(sealed.size, sealed.root)));
    published_ = sealed.size;
    checkpoints_.publish({sealed.size, sealed.root});
  }

  // Seconds until everything was appended.
  double appendAndPublish(const std::vector<ledger::Submission>& later) {
    std::atomic<bool> done = false;
    double seconds = 0;
    std::jthread writer([&] {
      const Stopwatch watch;
      submitAll(later, stored_.ledger(), kEventsPerSecond / static_cast<double>(kCommandsPerSubmission));
      seconds = watch.seconds();
      done = true;
    });
    auto next = std::chrono::steady_clock::now();
    while (!done) {
      next = std::max(next + kBetweenCheckpoints, std::chrono::steady_clock::now());
      std::this_thread::sleep_until(next);
      publish();
    }
    writer.join();
    publish();
    return seconds;
  }

  const Workload& workload_;
  StoredLedger stored_;
  ledger::Publisher publisher_;
  ledger::LogReader reader_;
  std::filesystem::path read_;
  Position published_ = 0;
  Checkpoints checkpoints_;
};

}  // namespace

void measureFollow(const Plan& plan, Figures& figures) {
  Workload workload = makeWorkload(std::min(kTimesAsMany * plan.events, kFollowedMost));
  std::vector<ledger::Submission> later;
  later.swap(workload.submissions);
  Lags lags;
  for (int round = 0; round < plan.rounds; ++round) Followed(plan, workload).run(later, lags);
  const bool as_asked = lags.appended.median() > 0.95 * kEventsPerSecond;
  Figure middle;
  middle.name = "follow: a published checkpoint until the read models have it, p50";
  middle.unit = "ms";
  middle.ours = lags.lag;
  middle.note = "a checkpoint every " + std::to_string(kBetweenCheckpoints.count()) + " ms, all read models";
  Figure longest = middle;
  longest.name = "follow: the same, the longest";
  longest.share = 1;
  longest.target = Target{1000, Better::kLess};
  longest.note = as_asked ? "at 50 000 events/s" : "at fewer events than the 50 000 a second that were asked for";
  Figure appended;
  appended.name = "follow: appended meanwhile";
  appended.unit = "events/s";
  appended.ours = lags.appended;
  appended.note = std::to_string(workload.events) + " events by " + std::to_string(kClients) + " clients" +
                  (as_asked ? ", as asked" : ", all that this machine appends beside publisher and follower");
  Figure falling;
  falling.name = "follow: falls behind by";
  falling.unit = "more entries/s";
  falling.ours = lags.falling;
  falling.note = "how the distance to the checkpoint grew while others appended; 0: it keeps up";
  for (Figure* figure : {&middle, &longest, &appended, &falling}) figures.push_back(std::move(*figure));
}

}  // namespace tools
