#include "tools/asar/progress.h"

#include <ostream>

#include "tools/asar/print.h"

namespace tools {
namespace {

constexpr std::chrono::seconds kSilence{1};
constexpr std::chrono::milliseconds kBetween{200};

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

void Progress::show(std::uint64_t done) {
  done_ = done;
  if (!session_.terminal || session_.quiet || total_ == 0) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - started_ < kSilence || now - shown_ < kBetween) return;
  shown_ = now;
  visible_ = true;
  session_.err << "\r\033[K"
               << say(session_.language, text_key_,
                      {groupedNumber(done_), groupedNumber(total_), std::to_string(done_ * 100 / total_)})
               << std::flush;
}

}  // namespace tools
