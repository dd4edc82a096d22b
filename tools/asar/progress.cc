#include "tools/asar/progress.h"

#include <ostream>
#include <utility>

#include "tools/asar/print.h"

namespace tools {
namespace {

constexpr std::chrono::seconds kSilence{1};
constexpr std::chrono::milliseconds kBetween{200};

// "1:02:03", "2:03": hours, minutes and seconds, as clocks show them in every language.
std::string clockText(std::uint64_t seconds) {
  const auto two = [](std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const std::uint64_t hours = seconds / 3600;
  const std::string minutes = hours == 0 ? std::to_string(seconds / 60) : two(seconds / 60 % 60);
  return (hours == 0 ? "" : std::to_string(hours) + ":") + minutes + ":" + two(seconds % 60);
}

}  // namespace

Progress::Progress(const Session& session, std::string text_key, std::uint64_t total)
    : session_(session),
      text_key_(std::move(text_key)),
      total_(total),
      started_(std::chrono::steady_clock::now()),
      shown_(started_) {}

Progress::~Progress() {
  if (visible_) session_.err << "\r\033[K" << std::flush;
}

std::string Progress::line(std::uint64_t done, Time now) const {
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now - first_).count();
  const std::uint64_t rate = ms <= 0 ? 0 : (done - first_done_) * 1000 / static_cast<std::uint64_t>(ms);
  const std::uint64_t left = total_ > done ? total_ - done : 0;
  return say(session_.language, text_key_,
             {groupedNumber(done), groupedNumber(total_), std::to_string(done * 100 / total_), groupedNumber(rate),
              rate == 0 ? "–" : clockText((left + rate - 1) / rate)});
}

void Progress::show(std::uint64_t done) {
  done_ = done;
  if (!session_.terminal || session_.quiet || total_ == 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (!std::exchange(called_, true)) {
    first_done_ = done;
    first_ = now;
  }
  if (now - started_ < kSilence || now - shown_ < kBetween) return;
  shown_ = now;
  visible_ = true;
  session_.err << "\r\033[K" << line(done, now) << std::flush;
}

}  // namespace tools
